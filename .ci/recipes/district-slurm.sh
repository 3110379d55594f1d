#!/usr/bin/env bash
# 在 Slurm 上算一个区：每所学校一个任务，全部算完后合成汇总。用法：district-slurm.sh 程序 全区文件夹 输出文件夹
# 各机器上的路径要相同（共享盘）。读不了的学校也写出一份，说明原因，退出码为2，所以合并在任务结束后总是运行。
set -euo pipefail
program=$(realpath "$1") district=$(realpath "$2") output=$(realpath -m "$3")
parts=$(mktemp -d "$PWD/houqin-parts.XXXXXX")
find -L "$district" -mindepth 1 -maxdepth 1 -type d ! -name '.*' ! -path "$output" | sort > "$parts/schools"
job=$(sbatch --parsable --array="1-$(wc -l < "$parts/schools")" --output=/dev/null --wrap \
  "\"$program\" partial \"\$(sed -n \"\${SLURM_ARRAY_TASK_ID}p\" \"$parts/schools\")\" > \"$parts/\$SLURM_ARRAY_TASK_ID.json\"")
sbatch --dependency="afterany:$job" --wrap "\"$program\" merge \"$parts\"/*.json --output \"$output\""
