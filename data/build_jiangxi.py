"""Write the example dataset of Jiangxi, plan year 2019: `python data/build_jiangxi.py [OUT_DIR]`.

Places and names are real; everything said of people and work is synthetic, see README.md.
"""

import csv
import sys
from pathlib import Path

from synthetic.dataset import write_dataset
from synthetic.places import Place
from synthetic.units import Department, Leader

HERE = Path(__file__).parent
PLAN_YEAR = 2019

LEADERS = tuple(
    Leader(f"L{number:02d}", name, principal=number == 1)
    for number, name in enumerate(
        (
            "厅长", "副厅长一", "副厅长二", "副厅长三", "副厅长四", "副厅长五",
            "政治部主任", "副巡视员一", "副巡视员二",
        ),
        start=1,
    )
)  # fmt: skip

# Department: leader in charge and topics of expertise, both synthetic.
DUTIES = {
    "办公室": ("L02", "基层治理"),
    "人事警务处": ("L07", "基层治理"),
    "调解工作处": ("L03", "人民调解;基层治理"),
    "计财装备处": ("L08", ""),
    "省委依法治省办秘书处": ("L02", "行政执法监督;基层治理"),
    "宣传教育处": ("L07", "法治宣传"),
    "法治调研处": ("L02", "基层治理"),
    "法治督察处": ("L02", "行政执法监督"),
    "立法一处": ("L04", "行政执法监督"),
    "立法二处": ("L04", "基层治理"),
    "立法三处": ("L04", ""),
    "合法性审查处": ("L04", "行政执法监督"),
    "社区矫正管理处": ("L03", "社区矫正;安置帮教"),
    "行政复议与应诉处": ("L05", "行政执法监督;人民调解"),
    "行政执法协调监督处": ("L05", "行政执法监督"),
    "普法与依法治理处": ("L06", "法治宣传;基层治理"),
    "律师工作处": ("L06", "法律援助;公共法律服务"),
    "公共法律服务管理处": ("L06", "公共法律服务;法律援助"),
    "法律职业资格管理处": ("L09", "法治宣传"),
    "司法鉴定管理处": ("L09", "公共法律服务"),
    "科技信息处": ("L08", "公共法律服务;社区矫正"),
    "机关党委": ("L07", "基层治理;法治宣传"),
    "离退休干部处": ("L08", ""),
}
ON_VILLAGE_DUTY = ("法治调研处", "机关党委")


def main(folder: Path = HERE / "jiangxi") -> None:
    """Write the seven tables into the folder."""
    write_dataset(folder, PLAN_YEAR, LEADERS, _departments(), places("jiangxi_stations_2018.csv"))


def _departments() -> list[Department]:
    """Return the 23 departments of the source list, numbered in its order."""
    return [
        Department(
            f"D{number:02d}",
            row["name"],
            int(row["headcount_synthetic"]),
            DUTIES[row["name"]][0],
            row["name"] in ON_VILLAGE_DUTY,
            DUTIES[row["name"]][1],
        )
        for number, row in enumerate(rows_of("jiangxi_departments.csv"), start=1)
    ]


def places(file: str) -> list[Place]:
    """Return the town-level units on one of the source lists."""
    return [
        Place(
            row["station_id"], row["name"], row["city"], row["county"], row["township"],
            row["kind"], row["lon"], row["lat"],
            km10=_tenths(row["km_from_nanchang"]),
            trunk_minutes=0,
            poverty_exit=int(row["poverty_exit_year"] or 0),
            size=_size(row),
        )
        for row in rows_of(file)
    ]  # fmt: skip


def _size(row: dict[str, str]) -> int | None:
    """Return villages and communities together, or None where the list has no count."""
    if not row["n_villages"]:
        return None
    return int(row["n_villages"]) + int(row["n_communities"])


def _tenths(decimal: str) -> int:
    """Return tenths of a number written with one decimal, without going through a float."""
    whole, _, tenth = decimal.partition(".")
    return 10 * int(whole) + int(tenth or 0)


def rows_of(name: str) -> list[dict[str, str]]:
    """Return the rows of a file among the sources."""
    with (HERE / "sources" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
