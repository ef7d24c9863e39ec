"""The seven tables of the yearly pairing, in the order they are read."""

from planner.tables.schema.columns import Column, Table
from planner.tables.schema.shared import (
    DECISIONS,
    DEPARTMENTS,
    LEADERS,
    PLACE,
    PLACE_LEVEL,
    REASON,
    STATION,
    STATIONS,
    UNIT,
    UNITS,
    YEAR,
)

MINUTES = ("分钟", "分")
PEOPLE = ("人", "名")
MATTERS = ("件",)
DEGREES = ("度", "°")

PAIRING: tuple[Table, ...] = (
    Table("leaders", "厅领导", True, (
        Column("leader_id", "id", aliases=("编号", "厅领导编号")),
        Column("name", aliases=("姓名", "职务", "姓名(职务)", "领导")),
        Column("principal", "flag"),
    ), filled=True, aliases=("领导",), key="leader_id"),
    Table("departments", "处室", True, (
        Column("department_id", "id", aliases=("编号", "部门编号")),
        Column("name", aliases=("处室", "处室名称", "部门", "部门名称")),
        Column("headcount", "whole", low=1, units=PEOPLE, aliases=("编制人数", "在编人数")),
        Column("leader_id", "ref", refers=LEADERS, aliases=("分管领导", "分管厅领导")),
        Column("village_duty", "flag", aliases=("驻村帮扶", "驻村")),
        Column("expertise", "topics", blank=True),
    ), filled=True, aliases=("部门",), key="department_id"),
    Table("stations", "司法所", True, (
        Column("station_id", "id", aliases=("编号",)),
        Column("name", aliases=("司法所", "司法所名称")),
        Column("city", "area", aliases=("市", "市州", "地市")),
        Column("county", "area", aliases=("县", "县区", "区县", "县(市、区)", "县(市,区)")),
        Column("township", blank=True, aliases=("乡镇", "街道", "乡镇(街道)")),
        Column("lon", "degrees", blank=True, low=-180, high=180, units=DEGREES),
        Column("lat", "degrees", blank=True, low=-90, high=90, units=DEGREES),
        Column("travel_minutes", "whole", units=MINUTES, aliases=("单程时间", "路途时间")),
        Column("staff", "whole", units=PEOPLE),
        Column("caseload", "whole", units=MATTERS, aliases=("年办件量",)),
        Column("hardship", "whole", high=3),
        Column("focus", "topic", blank=True, aliases=("重点", "重点业务", "业务重点")),
        Column("nominated", "flag", aliases=("推荐", "市局提名")),
    ), filled=True, key="station_id"),
    Table("history", "历年联系", False, (
        YEAR,
        Column("unit_id", "ref", refers=UNITS, aliases=("单位",), lenient=True),
        Column("station_id", "ref", refers=STATIONS, aliases=("司法所",), lenient=True),
    ), aliases=("历年对口联系", "历年结对")),
    Table("wishes", "处室申报", False, (
        Column("department_id", "ref", refers=DEPARTMENTS, aliases=("处室", "部门")),
        Column("rank", "whole", low=1, units=("志愿",), aliases=("志愿", "志愿顺序")),
        PLACE_LEVEL,
        PLACE,
    ), aliases=("申报", "部门申报", "志愿")),
    Table("recusals", "回避", False, (UNIT, PLACE_LEVEL, PLACE, REASON)),
    Table("pins", "指定与否定", False, (
        UNIT,
        STATION,
        Column("decision", "choice", choices=DECISIONS),
        REASON,
    ), aliases=("指定", "指定和否定", "否定", "指定否定")),
)  # fmt: skip
"""The seven tables of a dataset, in the order they are read."""
