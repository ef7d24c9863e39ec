"""The templates of a filing's papers: a unit's, and the one for the two offices."""

from typing import Any

from planner.office import drawing as d
from planner.office.forms import OFFICE

PEOPLE = ("序号", "姓名", "应蹲天数", "本期计入", "全年累计", "尚差", "进度")
NUMBER = "{{ loop.index }}"


def unit() -> Any:
    """Draw 备案表: who was where and for how long, who is exempt and why, who is short."""
    document = d.page()
    d.title(document, f"{OFFICE}干部下沉司法所\n{{{{ year }}}}年{{{{ half }}}}蹲点备案表")
    d.body(document, "{{ name }}", indent=False)
    d.body(
        document,
        "根据{{ number }}三-1，现将本单位{{ year }}年{{ half }}下沉司法所蹲点调研、帮助工作情况"
        "报人事警务处、调解工作处备案（截至{{ on }}）。",
    )
    d.head(document, "一、人员和天数")
    d.table(
        document, PEOPLE,
        (NUMBER, "{{ row.name }}", "{{ row.owed }}", "{{ row.half }}", "{{ row.done }}",
         "{{ row.short }}", "{{ row.status }}"),
        (14, 42, 20, 20, 20, 16, 24), "row in people",
    )  # fmt: skip
    d.head(document, "二、蹲点记录")
    _some(document, "lines", lambda: d.table(
        document, ("序号", "姓名", "司法所", "起止日期", "计入天数", "工作内容"),
        (NUMBER, "{{ row.name }}", "{{ row.station }}", "{{ row.start }}至{{ row.end }}",
         "{{ row.counted }}", "{{ row.task }}"),
        (12, 26, 36, 30, 14, 38), "row in lines",
    ))  # fmt: skip
    d.head(document, "三、重点任务和支撑目标")
    _some(document, "tasks", lambda: d.table(
        document, ("序号", "司法所", "重点任务", "支撑目标", "完成日期"),
        (NUMBER, "{{ row.station }}", "{{ row.task }}", "{{ row.target }}", "{{ row.done }}"),
        (12, 36, 46, 38, 24), "row in tasks",
    ))  # fmt: skip
    d.head(document, "四、不作要求的人员及原因")
    _some(document, "exempt", lambda: d.table(
        document, ("序号", "姓名", "原因"), (NUMBER, "{{ row.name }}", "{{ row.causes }}"),
        (14, 42, 100), "row in exempt",
    ))  # fmt: skip
    d.head(document, "五、尚差天数的人员")
    _some(document, "short", lambda: d.table(
        document, ("序号", "姓名", "尚差天数", "进度"),
        (NUMBER, "{{ row.name }}", "{{ row.short }}", "{{ row.status }}"),
        (14, 62, 40, 40), "row in short",
    ))  # fmt: skip
    d.head(document, "六、对此前备案的更正")
    _some(document, "changes", lambda: _changes(document))
    d.body(document, "处室负责人（签字）：　　　　　　　　　联系人：", indent=False, keep=True)
    d.signature(document, "{{ name }}", "{{ on }}")
    return document


def summary() -> Any:
    """Draw 备案汇总: unit by unit, who is short, what was corrected."""
    document = d.page()
    d.title(document, f"{OFFICE}干部下沉司法所\n{{{{ year }}}}年{{{{ half }}}}蹲点备案汇总")
    d.body(document, "{{ offices }}：", indent=False)
    d.body(
        document,
        "根据{{ number }}三-1，现将{{ year }}年{{ half }}各单位备案情况汇总如下（截至{{ on }}）："
        "共{{ total.people }}人，应蹲{{ total.owed }}天，本期计入{{ total.half }}天，"
        "全年累计{{ total.done }}天；已完成{{ total.met }}人，进度滞后{{ total.behind }}人，"
        "当年已无法完成{{ total.impossible }}人，不作要求{{ total.exempt }}人。",
    )
    d.head(document, "一、各单位情况")
    d.table(
        document,
        ("单位", "人数", "应蹲", "本期", "累计", "已完成", "滞后", "无法完成", "不作要求"),
        ("{{ row.unit }}", "{{ row.people }}", "{{ row.owed }}", "{{ row.half }}",
         "{{ row.done }}", "{{ row.met }}", "{{ row.behind }}", "{{ row.impossible }}",
         "{{ row.exempt }}"),
        (44, 14, 14, 14, 14, 14, 14, 14, 14), "row in units",
    )  # fmt: skip
    d.head(document, "二、尚差天数的人员")
    _some(document, "short", lambda: d.table(
        document, ("序号", "单位", "姓名", "尚差天数", "进度"),
        (NUMBER, "{{ row.unit }}", "{{ row.name }}", "{{ row.short }}", "{{ row.status }}"),
        (14, 44, 44, 24, 30), "row in short",
    ))  # fmt: skip
    d.head(document, "三、对此前备案的更正")
    _some(document, "changes", lambda: _changes(document))
    d.body(document, "", keep=True)
    d.signature(document, OFFICE, "{{ on }}")
    return document


def _changes(document: Any) -> Any:
    return d.table(
        document, ("变动", "姓名", "司法所", "起止日期", "计入天数", "工作内容"),
        ("{{ row.change }}", "{{ row.name }}", "{{ row.station }}",
         "{{ row.start }}至{{ row.end }}", "{{ row.counted }}", "{{ row.task }}"),
        (14, 26, 36, 30, 14, 36), "row in changes",
    )  # fmt: skip


def _some(document: Any, name: str, draw: Any) -> None:
    """Draw a table where there are rows of that name, else 无."""
    d.block(document, f"{{%p if {name} %}}")
    draw()
    d.block(document, "{%p else %}")
    d.body(document, "无。")
    d.block(document, "{%p endif %}")
