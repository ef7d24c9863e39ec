"""What every table holds: its columns, their headers in both languages, their kinds and bounds."""

from dataclasses import dataclass, replace
from typing import Literal

import polars as pl

Kind = Literal["id", "text", "whole", "degrees", "flag", "choice", "topic", "topics"]

LARGEST = 1_000_000
"""The most any count or number of minutes may be; sums of it stay far below 2³¹."""

HEADERS: dict[str, str] = {
    "leader_id": "领导编号",
    "department_id": "处室编号",
    "station_id": "司法所编号",
    "unit_id": "单位编号",
    "name": "名称",
    "principal": "主要领导",
    "headcount": "人数",
    "village_duty": "驻村扶贫",
    "expertise": "专长",
    "city": "设区市",
    "county": "县市区",
    "township": "乡镇街道",
    "lon": "经度",
    "lat": "纬度",
    "travel_minutes": "单程分钟",
    "staff": "在岗人数",
    "caseload": "年办件数",
    "hardship": "困难程度",
    "focus": "工作重点",
    "nominated": "市局推荐",
    "year": "年度",
    "rank": "志愿序号",
    "level": "层级",
    "place": "地方",
    "reason": "理由",
    "decision": "决定",
    "kind": "单位类别",
    "unit": "单位",
    "station": "司法所",
    "need": "需求指数",
    "wish": "满足志愿",
    "fit": "专长相符",
    "approval": "批准权重",
    "mediations": "调解件数",
    "mediations_settled": "调解成功件数",
    "corrections": "社区矫正对象数",
    "legal_aid": "法律援助件数",
    "satisfaction": "群众满意度",
    "successor_id": "承接所编号",
}
"""The one dictionary of headers: English to Chinese."""

DTYPES: dict[Kind, pl.DataType] = {
    "id": pl.String(),
    "text": pl.String(),
    "whole": pl.Int64(),
    "degrees": pl.Float64(),
    "flag": pl.Boolean(),
    "choice": pl.String(),
    "topic": pl.String(),
    "topics": pl.List(pl.String()),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, kind, whether a cell may be blank, and what it may hold.

    `low` and `high` bound numbers, both included. `choices` are pairs (English, Chinese); the
    English one is what the frame holds.
    """

    name: str
    kind: Kind = "text"
    blank: bool = False
    low: int = 0
    high: int = LARGEST
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def zh(self) -> str:
        """The Chinese header."""
        return HEADERS[self.name]

    @property
    def dtype(self) -> pl.DataType:
        """The type of this column in the frames."""
        return DTYPES[self.kind]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its name in both languages, its columns in order, whether it must be there.

    `filled` tells whether it must also have rows.
    """

    name: str
    zh: str
    required: bool
    columns: tuple[Column, ...]
    filled: bool = False

    def column(self, name: str) -> Column:
        """Return the column of that English name."""
        return next(column for column in self.columns if column.name == name)

    def schema(self) -> dict[str, pl.DataType]:
        """Return the types of the frame, the `row` of the spreadsheet first."""
        return {"row": pl.UInt32(), **{column.name: column.dtype for column in self.columns}}


LEVELS = (("station", "司法所"), ("county", "县"), ("city", "市"))
DECISIONS = (("require", "指定"), ("forbid", "否定"))
KINDS = (("leader", "厅领导"), ("department", "处室"))
YEAR = Column("year", "whole", low=1900, high=2200)

TABLES: tuple[Table, ...] = (
    Table("leaders", "厅领导", True, (
        Column("leader_id", "id"),
        Column("name"),
        Column("principal", "flag"),
    ), filled=True),
    Table("departments", "处室", True, (
        Column("department_id", "id"),
        Column("name"),
        Column("headcount", "whole", low=1),
        Column("leader_id", "id"),
        Column("village_duty", "flag"),
        Column("expertise", "topics", blank=True),
    ), filled=True),
    Table("stations", "司法所", True, (
        Column("station_id", "id"),
        Column("name"),
        Column("city"),
        Column("county"),
        Column("township", blank=True),
        Column("lon", "degrees", low=-180, high=180),
        Column("lat", "degrees", low=-90, high=90),
        Column("travel_minutes", "whole"),
        Column("staff", "whole"),
        Column("caseload", "whole"),
        Column("hardship", "whole", high=3),
        Column("focus", "topic", blank=True),
        Column("nominated", "flag"),
    ), filled=True),
    Table("history", "历年联系", False, (
        YEAR,
        Column("unit_id", "id"),
        Column("station_id", "id"),
    )),
    Table("wishes", "处室申报", False, (
        Column("department_id", "id"),
        Column("rank", "whole", low=1),
        Column("level", "choice", choices=LEVELS),
        Column("place"),
    )),
    Table("recusals", "回避", False, (
        Column("unit_id", "id"),
        Column("level", "choice", choices=LEVELS),
        Column("place"),
        Column("reason", blank=True),
    )),
    Table("pins", "指定与否定", False, (
        Column("unit_id", "id"),
        Column("station_id", "id"),
        Column("decision", "choice", choices=DECISIONS),
        Column("reason", blank=True),
    )),
)  # fmt: skip
"""The seven tables of a dataset, in the order they are read."""

TABLE: dict[str, Table] = {table.name: table for table in TABLES}
"""The same by name."""

PLAN = Table("plan", "方案", True, (
    YEAR,
    Column("kind", "choice", choices=KINDS),
    Column("unit_id", "id"),
    Column("unit"),
    Column("station_id", "id"),
    Column("station"),
    Column("city"),
    Column("county"),
    Column("need", "whole", high=100),
    Column("travel_minutes", "whole"),
    Column("wish", "whole", blank=True, low=1),
    Column("fit", "flag", blank=True),
))  # fmt: skip
"""The finished plan, as `plan.csv` holds it."""

IN_FORCE = Table("in_force", "现行方案", True, (
    YEAR,
    Column("kind", "choice", choices=KINDS),
    Column("unit_id", "id"),
    Column("station_id", "id"),
    Column("approval", "whole", blank=True, low=1),
), filled=True)  # fmt: skip
"""A plan in force: a `plan.csv`, and how much each pairing's approval weighs (blank: 1)."""

INDICATORS = Table("indicators", "工作指标", True, (
    Column("station_id", "id"),
    YEAR,
    Column("mediations", "whole"),
    Column("mediations_settled", "whole"),
    Column("corrections", "whole"),
    Column("legal_aid", "whole"),
    Column("satisfaction", "whole", high=100),
), filled=True)  # fmt: skip
"""What a station did in a year: matters, people, and how satisfied the public was (0 to 100)."""

CROSSWALK = Table("crosswalk", "沿革", True, (
    YEAR,
    Column("station_id", "id", blank=True),
    Column("successor_id", "id", blank=True),
    *(replace(column, blank=True) for column in TABLE["stations"].columns[1:]),
))  # fmt: skip
"""What becomes of stations over the years; the columns of a station describe the successor."""

OTHER_TABLES: tuple[str, ...] = ("cadres", "visits", "postings", "chiefs", "indicators")
"""Tables of other duties that may lie in the same folder; a dataset does not hold them."""


def empty(table: Table) -> pl.DataFrame:
    """Return the table's frame with no rows."""
    return pl.DataFrame(schema=table.schema())
