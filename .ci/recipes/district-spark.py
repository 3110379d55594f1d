#!/usr/bin/env python3
"""在 Spark 上算一个区：每所学校一个 houqin partial，用 RDD.pipe 分给各台机器，再用 houqin merge 合成汇总。

用法：district-spark.py 程序 全区文件夹 输出文件夹
程序是 houqin 的路径，全区文件夹里每个子文件夹是一所学校；两者在每台机器上路径要相同（共享盘）。
本机试：pip install pyspark，要有 Java 17 或更新；集群上用 spark-submit 提交。汇总与 houqin district 写出的逐字节相同。
"""

import json
import pathlib
import subprocess
import sys
import tempfile

from pyspark import SparkConf
from pyspark.sql import SparkSession

# 每行一个学校的路径；写出一行 JSON。读不了的学校也写出一份，说明原因。
WORKER = """
import json, subprocess, sys
for line in sys.stdin:
    school = json.loads(line)
    part = subprocess.run([sys.argv[1], "partial", school], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout
    print(json.dumps([school, part.decode("utf-8")]), flush=True)
"""


def is_school(folder, output):
    """子文件夹是学校；隐藏的、上次的结果不是。"""
    manifest = folder / "manifest.json"
    is_result = manifest.is_file() and any(word in manifest.read_text("utf-8")[:100] for word in ("houqin.manifest/", "houqin.district/"))
    return folder.is_dir() and not folder.name.startswith((".", "~$")) and not is_result and folder.resolve() != output.resolve()


def main(program, district, output):
    schools = sorted(str(folder.resolve()) for folder in district.iterdir() if is_school(folder, output))
    if not schools:
        sys.exit(f"“{district}”里没有学校的文件夹。")
    session = SparkSession.builder.config(conf=SparkConf().setIfMissing("spark.master", "local[*]").setAppName("houqin")).getOrCreate()
    context = session.sparkContext
    context.setLogLevel("ERROR")
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        worker = [sys.executable, "-c", WORKER, str(program)]
        command = " ".join("'" + word.replace("'", "'\"'\"'") + "'" for word in worker)
        lines = context.parallelize([json.dumps(school) for school in schools], len(schools)).pipe(command, checkCode=True).collect()
        session.stop()
        files = []
        for number, line in enumerate(lines):
            school, part = json.loads(line)
            if not part:
                sys.exit(f"“{school}”没有算出来，请单独运行 houqin partial 看原因。")
            files.append(folder / f"{number:06d}.json")
            files[-1].write_text(part, encoding="utf-8")
        return subprocess.run([str(program), "merge", *map(str, files), "--output", str(output)]).returncode


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*(pathlib.Path(word).absolute() for word in sys.argv[1:])))
