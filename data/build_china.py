"""Write a dataset of the ministry's size, plan year 2024: `python data/build_china.py OUT_DIR`.

The 38,772 places are real; units and everything said of people and work are synthetic, by the
same functions as Jiangxi's, see README.md.
"""

import sys
from math import isqrt
from pathlib import Path

import polars as pl
from synthetic.dataset import write_dataset
from synthetic.draws import draw
from synthetic.places import Place
from synthetic.units import Department, Leader

HERE = Path(__file__).parent
PLAN_YEAR = 2024

LEADERS = tuple(
    Leader(f"L{number:02d}", name, principal=number == 1)
    for number, name in enumerate(
        (
            "部长", "副部长一", "副部长二", "副部长三", "副部长四", "副部长五",
            "政治部主任", "部领导一", "部领导二", "部领导三",
        ),
        start=1,
    )
)  # fmt: skip

# Names typical of a ministry's departments, with synthetic topics of expertise.
DUTIES = (
    ("办公厅", "基层治理"), ("人事局", "基层治理"), ("警务局", ""),
    ("人民参与和促进法治局", "人民调解;基层治理"), ("装备财务保障局", ""),
    ("秘书局", "行政执法监督;基层治理"), ("宣传局", "法治宣传"),
    ("法治调研局", "基层治理"), ("法治督察局", "行政执法监督"),
    ("立法一局", "行政执法监督"), ("立法二局", "基层治理"), ("立法三局", "公共法律服务"),
    ("立法四局", "行政执法监督"), ("立法五局", ""), ("法规审查局", "行政执法监督"),
    ("备案审查局", "行政执法监督"), ("社区矫正管理局", "社区矫正;安置帮教"),
    ("监狱管理局", "安置帮教"), ("戒毒管理局", "安置帮教;社区矫正"),
    ("行政复议局", "行政执法监督;人民调解"), ("行政应诉局", "行政执法监督"),
    ("行政执法协调监督局", "行政执法监督"), ("普法与依法治理局", "法治宣传;基层治理"),
    ("律师工作局", "法律援助;公共法律服务"), ("公证工作局", "公共法律服务"),
    ("仲裁工作局", "人民调解;公共法律服务"), ("公共法律服务管理局", "公共法律服务;法律援助"),
    ("法律援助工作局", "法律援助"), ("司法鉴定管理局", "公共法律服务"),
    ("法律职业资格管理局", "法治宣传"), ("国际合作局", ""), ("涉外法治局", ""),
    ("科技信息局", "公共法律服务;社区矫正"), ("机关党委", "基层治理;法治宣传"),
    ("离退休干部局", ""),
)  # fmt: skip
ON_VILLAGE_DUTY = ("法治调研局", "机关党委")

# The department sits in 东城区 of Beijing; 0.00001 degree is 1.11 m, of longitude 0.85 m there.
_SEAT_LON5, _SEAT_LAT5 = 11640100, 3991500
_TRUNK_KMH, _TRUNK_MINUTES = 300, 90


def main(folder: Path) -> None:
    """Write the seven tables into the folder."""
    write_dataset(folder, PLAN_YEAR, LEADERS, _departments(), _places())


def _departments() -> list[Department]:
    """Return 35 departments of 8 to 40 people; the principal leader is in charge of none."""
    return [
        Department(
            f"D{number:02d}",
            name,
            8 + draw(33, "headcount", name),
            LEADERS[1 + number % (len(LEADERS) - 1)].leader_id,
            name in ON_VILLAGE_DUTY,
            expertise,
        )
        for number, (name, expertise) in enumerate(DUTIES, start=1)
    ]


def _places() -> list[Place]:
    """Return the 38,772 town-level units on the list of 2023, in the order of their codes.

    No two provinces have a city of one name; a municipality, or a county without a city above
    it, stands as its own city.
    """
    rows = pl.read_parquet(HERE / "sources" / "china_stations_2023.parquet").sort("station_id")
    trunk = _trunk_minutes(rows)
    return [
        Place(
            row["station_id"], row["name"], row["city"], row["county"], row["township"],
            row["kind"], f"{row['lon']:.5f}", f"{row['lat']:.5f}",
            km10=round(row["km_from_capital"] * 10),
            trunk_minutes=trunk[row["province"]],
            poverty_exit=row["poverty_exit_year"] or 0,
            size=_size(row["n_villages"], row["n_communities"]),
        )
        for row in rows.iter_rows(named=True)
    ]  # fmt: skip


def _trunk_minutes(rows: pl.DataFrame) -> dict[str, int]:
    """Return estimated minutes from Beijing to each province's capital, 0 within Beijing.

    The capital's point is that of the station nearest to it; the way is the straight line at
    300 km/h, and an hour and a half for setting out and changing.
    """
    nearest = rows.sort("km_from_capital", "station_id").unique("province", keep="first")
    minutes: dict[str, int] = {}
    for province, lon, lat in nearest.select("province", "lon", "lat").iter_rows():
        east_m = abs(round(lon * 100_000) - _SEAT_LON5) * 85 // 100
        north_m = abs(round(lat * 100_000) - _SEAT_LAT5) * 111 // 100
        km = isqrt(east_m * east_m + north_m * north_m) // 1000
        minutes[province] = 0 if province == "北京市" else _TRUNK_MINUTES + km * 60 // _TRUNK_KMH
    return minutes


def _size(villages: int | None, communities: int | None) -> int | None:
    """Return villages and communities together, or None where the list has no count."""
    return None if villages is None or communities is None else villages + communities


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python data/build_china.py OUT_DIR")
    main(Path(sys.argv[1]))
