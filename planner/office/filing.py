"""The papers of a filing: a document and a workbook a department, and a summary of each."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from planner.days.facts import Facts
from planner.days.filing import Filing, Line
from planner.days.inputs import Inputs
from planner.days.obligations import Obligation
from planner.office.clean import file_name
from planner.office.render import render
from planner.office.sheets import Cell, Sheet, workbook
from planner.office.templates import FILED, FILED_SUMMARY, template
from planner.words import say

OFFICES = "人事警务处、调解工作处"
"""The two offices that a filing goes to (三-1)."""

PEOPLE = ("编号", "名称", "应蹲天数", "本期计入", "全年累计", "尚差", "进度", "不作要求的原因")
LINES = ("名称", "司法所", "开始日期", "结束日期", "天数", "计入天数", "工作内容", "变动")
TASKS = ("司法所", "重点任务", "支撑目标", "完成日期")
UNITS = (
    "单位", "人数", "应蹲天数", "本期计入", "全年累计", "已完成", "滞后", "无法完成", "不作要求",
)  # fmt: skip

Row = dict[str, Any]


def filing_documents(made: Filing, read: Inputs, templates: Path | None) -> dict[str, bytes]:
    """Return the papers and workbooks of a filing by file name; the same bytes each time.

    Raises `InputError` where a template can't be filled.
    """
    facts, year = read.facts, read.facts.year.number
    units = sorted({line.unit for line in made.lines} | {one.unit for one in made.people})
    of = max(99, len(units))
    departments = [unit for unit in units if unit not in facts.people]
    found: dict[str, bytes] = {}
    paper, whole = template(FILED, templates), template(FILED_SUMMARY, templates)
    for number, unit in enumerate(departments, 1):
        name = facts.units.get(unit, unit)
        values = _values(made, facts, unit)
        found[file_name(number, name, ".docx", of=of)] = render(paper, FILED, values, year)
        found[file_name(number, name, ".xlsx", of=of)] = _book(values, year)
    values = _summary(made, facts, units)
    found["00 汇总.docx"] = render(whole, FILED_SUMMARY, values, year)
    sheets = [
        Sheet("汇总", UNITS, [_cells(row, "unit", *FIGURES) for row in values["units"]], "汇总"),
        Sheet("尚差人员", ("单位", *PEOPLE[1:]), [_person(row, "unit") for row in values["short"]]),
        Sheet("更正", ("单位", *LINES), [_line(row, "unit") for row in values["changes"]]),
    ]
    found["00 汇总.xlsx"] = workbook(sheets, year)
    return found


FIGURES = ("people", "owed", "half", "done", "met", "behind", "impossible", "exempt")


def _values(made: Filing, facts: Facts, unit: str) -> Row:
    """Return what a unit's paper says."""
    lines, people = made.of(unit)
    rows = [_told(made, facts, one) for one in people]
    return {
        **_head(made, facts),
        "name": facts.units.get(unit, unit),
        "people": rows,
        "owing": sum(one.owed > 0 for one in people),
        "lines": [_shown(facts, line) for line in lines if not line.change],
        "changes": [_shown(facts, line) for line in lines if line.change],
        "short": [row for row, one in zip(rows, people, strict=True) if one.short],
        "exempt": [row for row, one in zip(rows, people, strict=True) if one.status == "exempt"],
        "tasks": [
            {
                "station": facts.stations[task.station].name,
                "task": task.task,
                "target": task.target,
                "done": "" if task.done_on is None else task.done_on.isoformat(),
            }
            for task in facts.tasks
            if task.unit == unit
        ],
    }


def _summary(made: Filing, facts: Facts, units: Sequence[str]) -> Row:
    """Return what the two offices' paper says."""
    rows: list[Row] = []
    for unit in units:
        people = made.of(unit)[1]
        number = {status: sum(one.status == status for one in people) for status in FIGURES[4:]}
        rows.append({
            "unit": facts.units.get(unit, unit),
            "people": len(people),
            "owed": sum(one.owed for one in people),
            "half": sum(made.counted(one) for one in people),
            "done": sum(one.done for one in people),
            **number,
        })  # fmt: skip
    return {
        **_head(made, facts),
        "offices": OFFICES,
        "units": rows,
        "total": {figure: sum(row[figure] for row in rows) for figure in FIGURES},
        "short": [_told(made, facts, one) for one in made.people if one.short],
        "changes": [_shown(facts, line) for line in made.lines if line.change],
    }


def _head(made: Filing, facts: Facts) -> Row:
    return {
        "year": facts.year.number,
        "half": "上半年" if made.half == 1 else "下半年",
        "number": facts.policy.source.number,
        "on": _date(made.on.year, made.on.month, made.on.day),
    }


def _told(made: Filing, facts: Facts, one: Obligation) -> Row:
    """Return a person's line; of a leave nothing but that it is one."""
    return {
        "unit": facts.units.get(one.unit, one.unit),
        "person": one.person,
        "name": facts.people[one.person].name,
        "owed": one.owed,
        "half": made.counted(one),
        "done": one.done,
        "short": one.short,
        "status": say(f"days.status.{one.status}"),
        "causes": "；".join(
            f"{say(f'days.cause.{cause}')}（{say(f'days.clause.{cause}')}）" for cause in one.causes
        ),
    }


def _shown(facts: Facts, line: Line) -> Row:
    return {
        "unit": facts.units.get(line.unit, line.unit),
        "name": facts.people[line.person].name if line.person in facts.people else line.person,
        "station": facts.stations[line.station].name
        if line.station in facts.stations
        else line.station,
        "start": line.start.isoformat(),
        "end": line.end.isoformat(),
        "days": line.days,
        "counted": line.counted,
        "task": line.task,
        "change": say(f"days.change.{line.change}") if line.change else "",
    }


def _book(values: Row, year: int) -> bytes:
    title = f"{values['name']}{values['year']}年{values['half']}蹲点备案"
    return workbook(
        [
            Sheet("人员", PEOPLE, [_person(row, "person") for row in values["people"]], title),
            Sheet("蹲点记录", LINES, [_line(row) for row in values["lines"]], title),
            Sheet("更正", LINES, [_line(row) for row in values["changes"]], title),
            Sheet(
                "重点任务",
                TASKS,
                [_cells(row, "station", "task", "target", "done") for row in values["tasks"]],
                title,
            ),
        ],
        year,
    )


def _person(row: Mapping[str, Any], first: str) -> list[Cell]:
    return _cells(row, first, "name", "owed", "half", "done", "short", "status", "causes")


def _line(row: Mapping[str, Any], *first: str) -> list[Cell]:
    columns = ("name", "station", "start", "end", "days", "counted", "task", "change")
    return _cells(row, *first, *columns)


def _cells(row: Mapping[str, Any], *columns: str) -> list[Cell]:
    return [row[column] for column in columns]


def _date(year: int, month: int, day: int) -> str:
    return f"{year}年{month}月{day}日"
