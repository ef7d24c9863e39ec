"""The sheets of 一览表: the same facts as the paper, to be filtered and counted."""

from typing import Any

from planner.office.sheets import Cell, Sheet
from planner.office.tables import JOINT, Matter, departments, leaders
from planner.words import say

Row = dict[str, Any]


def sheets(matter: Matter, wishes: list[Row], before: str, changes: list[Row]) -> list[Sheet]:
    """Return 厅领导, 处室, 司法所, 申报, 调整."""
    head = f"{matter.plan.year}年对口联系司法所一览表"
    return [
        Sheet(
            "厅领导", ["序号", "厅领导", "对口联系司法所", "所在市县"],
            [[at, row["unit"], _one(row["stations"]), _one(row["places"])]
             for at, row in enumerate(leaders(matter), 1)], head,
        ),
        Sheet(
            "处室", ["序号", "处室", "分管厅领导", "对口联系司法所", "所在市县", "满足志愿"],
            [[at, row["unit"], row["leader"], _one(row["stations"]), _one(row["places"]),
              _one(row["wishes"])] for at, row in enumerate(departments(matter), 1)], head,
        ),
        Sheet(
            "司法所",
            ["司法所编号", "司法所", "设区市", "县（市、区）", "联系单位类别", "单位编号",
             "联系单位", "需求指数", "单程时间（分钟）", "满足志愿", "专长匹配"],
            [_pairing(row) for row in matter.pairs], head,
        ),
        Sheet(
            "申报", ["处室", "志愿", "申报层级", "申报地点", "是否满足", "未满足原因"],
            [[row["unit"], row["rank"], row["level"], row["place"],
              say("word.yes" if row["met"] else "word.no"), row["why"]] for row in wishes],
            head,
        ),
        Sheet(
            "调整", ["单位", f"{before}联系司法所", "本方案联系司法所"],
            [[row["unit"], _one(row["before"]), _one(row["after"])] for row in changes], head,
        ),
    ]  # fmt: skip


def _pairing(row: Row) -> list[Cell]:
    fit = "" if row["fit"] is None else say("word.yes" if row["fit"] else "word.no")
    return [
        row["station_id"], row["station"], row["city"], row["county"], say(f"kind.{row['kind']}"),
        row["unit_id"], row["unit"], row["need"], row["travel_minutes"], row["wish"], fit,
    ]  # fmt: skip


def _one(text: str) -> str:
    """Return the lines of a cell as one, joined by 、."""
    return JOINT.join(text.split("\n"))
