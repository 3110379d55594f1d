"""houqin-bench 的对照：用 pandas 读五张台账、校验、分组、写出。用法：with_pandas.py 工作夹 输出文件夹"""

import hashlib
import pathlib
import sys

import pandas as pd

folder, output = map(pathlib.Path, sys.argv[1:])
output.mkdir(parents=True, exist_ok=True)
as_of = pd.Timestamp("2023-06-30")
findings = []


def read(name, days, numbers=()):
    table = pd.read_csv(folder / name, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    table["行"] = range(2, len(table) + 2)
    for column in days:
        table[column] = pd.to_datetime(table[column], format="%Y-%m-%d", errors="coerce")
    for column in numbers:
        table[column] = pd.to_numeric(table[column], errors="coerce")
    return table


def report(rule, name, table, mask):
    found = table.loc[mask, ["行"]].copy()
    found.insert(0, "文件", name)
    found.insert(0, "规则", rule)
    findings.append(found)


inspections = read("安全检查记录.csv", ["检查日期"])
hazards = read("隐患整改台账.csv", ["发现日期", "整改期限", "完成日期"])
purchases = read("采购台账.csv", ["采购日期", "审批日期"], ["数量", "单价", "金额"])
food = read("食堂进货验收台账.csv", ["进货日期", "生产日期"], ["数量", "单价", "金额"])
drills = read("应急演练记录.csv", ["演练日期"], ["应到人数", "参加人数"])

is_open = hazards["完成日期"].isna()
report("INS-001", "安全检查", inspections, inspections["检查日期"].isna() | (inspections["检查人"] == ""))
report("HAZ-001", "隐患", hazards, hazards["完成日期"] < hazards["发现日期"])
report("HAZ-012", "隐患", hazards, is_open & (hazards["整改期限"] < as_of))
report("HAZ-013", "隐患", hazards, hazards["完成日期"] > hazards["整改期限"])
for rule, name, table in [("PUR-001", "采购", purchases), ("FOD-001", "食堂", food)]:
    report(rule, name, table, (table["数量"] * table["单价"] - table["金额"]).abs() > 0.0101)
report("PUR-002", "采购", purchases, purchases["审批日期"] > purchases["采购日期"])
report("PUR-005", "采购", purchases, purchases["采购人"] == purchases["审批人"])
report("PUR-103", "采购", purchases, purchases.duplicated("发票号") & (purchases["发票号"] != ""))
report("FOD-005", "食堂", food, (food["索证情况"] == "") | (food["合格证明"] == ""))
report("DRL-003", "演练", drills, drills["参加人数"] > drills["应到人数"])
pd.concat(findings).to_csv(output / "findings.csv", index=False)

month = {
    "检查日期": inspections["检查日期"].dt.month,
    "发现日期": hazards["发现日期"].dt.month,
    "采购日期": purchases["采购日期"].dt.month,
    "进货日期": food["进货日期"].dt.month,
}
groups = [
    inspections.groupby([month["检查日期"], "检查类型"]).size(),
    inspections.groupby(["检查部位", month["检查日期"]]).size(),
    hazards.groupby("隐患类别").size(),
    hazards.groupby("隐患部位").size(),
    hazards.groupby(month["发现日期"]).size(),
    (hazards["完成日期"] - hazards["发现日期"]).dt.days.describe(),
    purchases.groupby("类别")["金额"].sum(),
    purchases.groupby(month["采购日期"])["金额"].sum(),
    purchases.groupby("供应商")["金额"].sum(),
    food.groupby("食品类别")["金额"].sum(),
    food.groupby(month["进货日期"])["金额"].agg(["size", "sum"]),
    food.groupby("供货商")["金额"].sum(),
    drills.groupby("演练类型")["参加人数"].agg(["size", "sum"]),
]
digests = [f"{hashlib.sha256(file.read_bytes()).hexdigest()} {file.name}" for file in sorted(folder.glob("*.csv"))]
(output / "summary.md").write_text("\n".join([group.to_csv(sep="|") for group in groups] + digests), encoding="utf-8")
