"""The template of 方案: its words, and which field stands where.

The offices' names stand in the templates and nowhere else: another province changes them in its
own.
"""

from typing import Any

from planner.office import drawing as d
from planner.office.forms import NOTICE, OFFICE, marked

NOTHING = "无"


def plan() -> Any:
    """Draw 方案: what is proposed, from what, how good it is, and five annexes."""
    document = d.page()
    d.title(document, f"{OFFICE}{{{{ year }}}}年\n厅机关对口联系司法所方案")
    marked(document)
    d.body(document, "")
    _basis(document)
    d.head(document, "二、编制原则")
    for line in ("{%p for line in principles %}", "{{ line }}", "{%p endfor %}"):
        d.body(document, line)
    d.head(document, "三、目标完成情况")
    d.block(document, "{%p for part in goals %}")
    d.head(document, "（{{ part.number }}）{{ part.title }}", 2)
    for line in ("{%p for line in part.lines %}", "{{ line }}", "{%p endfor %}", "{%p endfor %}"):
        d.body(document, line)
    d.head(document, "四、对口联系结果")
    for line in ("{%p for line in results %}", "{{ line }}", "{%p endfor %}"):
        d.body(document, line)
    d.body(document, "")
    d.block(document, "{%p for title in annexes %}")
    d.body(
        document,
        "{% if loop.first %}附件：{% else %}　　　{% endif %}{{ loop.index }}. {{ title }}",
        keep=True,
    )
    d.block(document, "{%p endfor %}")
    d.body(document, "", keep=True)
    d.signature(document, OFFICE, "{{ date }}")
    _annexes(document)
    return document


def _basis(document: Any) -> None:
    d.head(document, "一、编制依据")
    d.body(document, f"本方案依据{NOTICE}（{{{{ number }}}}，以下简称《实施方案》）编制：")
    d.block(document, "{%p if has_leaders %}")
    d.body(
        document,
        "《实施方案》三-1第一段：厅领导每年对口联系{{ leader_low }}—{{ leader_high }}个司法所，"
        "每年蹲点调研累计不少于{{ leader_days }}天；由厅办公室商厅调解工作处协调"
        "有关设区市司法局提出方案，报厅主要领导审定，每年调整一次。",
    )
    d.block(document, "{%p endif %}")
    d.block(document, "{%p if has_departments %}")
    d.body(
        document,
        "《实施方案》三-1第二段：根据部门干部的多少，每个部门每年对口联系{{ department_low }}—"
        "{{ department_high }}个司法所，处级及以下干部每年蹲点累计不少于{{ department_days }}天；"
        "在各部门申报的基础上，由厅人事警务处商厅调解工作处协调有关设区市司法局提出方案，"
        "报分管厅领导审核后，由厅主要领导审定，每年调整一次。",
    )
    d.block(document, "{%p endif %}")
    d.body(document, "《实施方案》六-2、六-3：不给基层单位增加负担，注重实效。")


def _annexes(document: Any) -> None:
    d.annex(document, 1, "厅领导对口联系司法所一览表")
    _or_nothing(
        document,
        "leaders",
        ["序号", "厅领导", "对口联系司法所", "所在市县"],
        ["{{ loop.index }}", "{{ row.unit }}", "{{ row.stations }}", "{{ row.places }}"],
        [14, 36, 60, 46],
    )
    d.annex(document, 2, "处室对口联系司法所一览表")
    _or_nothing(
        document,
        "departments",
        ["序号", "处室", "分管厅领导", "对口联系司法所", "所在市县", "满足志愿"],
        [
            "{{ loop.index }}", "{{ row.unit }}", "{{ row.leader }}", "{{ row.stations }}",
            "{{ row.places }}", "{{ row.wishes }}",
        ],
        [12, 28, 23, 45, 31, 17],
    )  # fmt: skip
    d.annex(document, 3, "各设区市对口联系情况表")
    _or_nothing(
        document,
        "cities",
        ["序号", "设区市", "推荐司法所", "应联系", "已联系", "涉及县（市、区）"],
        [
            "{{ loop.index }}", "{{ row.city }}", "{{ row.nominated }}", "{{ row.due }}",
            "{{ row.paired }}", "{{ row.counties }}",
        ],
        [16, 32, 28, 28, 24, 28],
    )  # fmt: skip
    d.annex(document, 4, "未满足的处室申报及原因")
    _or_nothing(
        document,
        "unmet",
        ["序号", "处室", "志愿", "申报地点", "未满足原因"],
        [
            "{{ loop.index }}", "{{ row.unit }}", "{{ row.rank }}", "{{ row.place }}",
            "{{ row.why }}",
        ],
        [12, 34, 14, 40, 56],
    )  # fmt: skip
    d.annex(document, 5, "对口联系调整情况表")
    _or_nothing(
        document,
        "changes",
        ["序号", "单位", "{{ before }}联系司法所", "本方案联系司法所"],
        ["{{ loop.index }}", "{{ row.unit }}", "{{ row.before }}", "{{ row.after }}"],
        [12, 36, 54, 54],
    )


def _or_nothing(
    document: Any, name: str, header: list[str], cells: list[str], widths: list[float]
) -> None:
    """Add the table of a list, or 无 where the list is empty."""
    d.block(document, f"{{%p if {name} %}}")
    d.table(document, header, cells, widths, f"row in {name}")
    d.block(document, "{%p else %}")
    d.body(document, NOTHING)
    d.block(document, "{%p endif %}")
