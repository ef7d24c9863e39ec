"""Columns, choices and targets that tables of several duties have."""

from planner.tables.schema.columns import Column, Target

LEVELS = (("station", "司法所"), ("county", "县"), ("city", "市"))
LEVEL_WORDS = (
    ("station", "所"),
    *(("city", word) for word in ("市级", "设区市", "设区市级", "地级市", "地市", "市州")),
    *(("county", word) for word in ("县级", "区", "区级", "县级市", "县区", "区县", "县市区")),
    *(("county", word) for word in ("县(市、区)", "县(市,区)")),
)
"""What people call the levels of places besides."""

DECISIONS = (("require", "指定"), ("forbid", "否定"))
KINDS = (("leader", "厅领导"), ("department", "处室"))

LEADERS: tuple[Target, ...] = (("leaders", "leader_id"),)
DEPARTMENTS: tuple[Target, ...] = (("departments", "department_id"),)
UNITS = LEADERS + DEPARTMENTS
STATIONS: tuple[Target, ...] = (("stations", "station_id"),)
CADRES: tuple[Target, ...] = (("cadres", "cadre_id"),)
PERSONS = LEADERS + CADRES
CHIEFS: tuple[Target, ...] = (("chiefs", "chief_id"),)

YEAR = Column("year", "whole", low=1900, high=2200, units=("年", "年度"), aliases=("年份",))
UNIT = Column("unit_id", "ref", refers=UNITS, aliases=("单位",))
STATION = Column("station_id", "ref", refers=STATIONS, aliases=("司法所",))
PLACE_LEVEL = Column(
    "level", "choice", choices=LEVELS, synonyms=LEVEL_WORDS, aliases=("申报层级", "回避层级")
)
PLACE = Column("place", "place", aliases=("申报地点", "回避地点", "地点"))
REASON = Column("reason", "note", blank=True, aliases=("原因", "事由"))


def day(name: str, *, blank: bool = False, low: int = 2000, header: str = "") -> Column:
    """Return a column of dates, of the years 2000 to 2100 unless `low` says otherwise."""
    return Column(name, "date", blank, low=low, high=2100, header=header)


START = day("start_date")
END = day("end_date")
