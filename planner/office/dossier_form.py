"""The template of a dossier page: one person's postings, to be graded and signed (三-2, 四-3)."""

from typing import Any

from planner.office import drawing as d
from planner.office.forms import OFFICE


def page() -> Any:
    """Draw 归档页: postings, what happened, who appraises each year, grades and signatures."""
    document = d.page()
    d.title(document, f"{OFFICE}干部下沉司法所\n考核材料归档页")
    d.mark(document, "（截至{{ on }}）")
    d.body(document, "姓名：{{ name }}　　　　所在处室：{{ department }}", indent=False)
    d.block(document, "{%p for one in postings %}")
    d.head(document, "{{ one.number }}、{{ one.posting }}")
    d.table(
        document, ("接收单位", "所在市县", "开始日期", "结束日期", "期满考核等次"),
        ("{{ one.host }}", "{{ one.place }}", "{{ one.start }}", "{{ one.end }}",
         "{{ one.grade }}"),
        (42, 42, 24, 24, 24),
    )  # fmt: skip
    d.body(document, "年度考核（四-3）：", indent=False, keep=True)
    _some(
        document, "one.years", ("年度", "考核单位", "年度考核结果"),
        ("{{ row.year }}", "{{ row.by }}", ""), (24, 84, 48),
    )  # fmt: skip
    d.body(document, "经过：", indent=False, keep=True)
    _some(
        document, "one.events", ("日期", "事项"), ("{{ row.date }}", "{{ row.event }}"), (36, 120)
    )
    d.block(document, "{%p endfor %}")
    d.head(document, "考核意见和签字")
    grid = d.table(
        document, ("单位", "意见", "签字（盖章）", "日期"), ("{{ row }}", "", "", ""),
        (40, 60, 32, 24), "row in signers",
    )  # fmt: skip
    grid.rows[2].height = d.Mm(13)
    return document


def _some(
    document: Any, name: str, header: tuple[str, ...], cells: tuple[str, ...],
    widths: tuple[int, ...],
) -> None:  # fmt: skip
    """Draw a table where there are rows of that name, else 无."""
    d.block(document, f"{{%p if {name} %}}")
    d.table(document, header, cells, widths, f"row in {name}")
    d.block(document, "{%p else %}")
    d.body(document, "无。")
    d.block(document, "{%p endif %}")
