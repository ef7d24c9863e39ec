"""The templates of the sheet to be signed, of the letters to the cities, and of the notices."""

from typing import Any

from planner.office import drawing as d

OFFICE = "江西省司法厅"
NOTICE = "《江西省司法厅关于印发推进厅机关干部下沉司法所工作实施方案的通知》"


def approval() -> Any:
    """Draw 审批单: one page a part, to be signed."""
    document = d.page()
    d.block(document, "{%p for sheet in sheets %}")
    head = d.title(document, f"{OFFICE}{{{{ year }}}}年\n对口联系司法所方案审批单")
    head.paragraph_format.page_break_before = True
    d.mark(document, "（{{ sheet.title }}{% if mark %}，{{ mark }}{% endif %}）")
    grid = _form(document)
    _line(grid, "拟稿", "{{ sheet.drafter }}{% if sheet.drafted %}　{{ sheet.drafted }}{% endif %}")
    _line(grid, "会商", "调解工作处：　　　　　　　　　　　　　　　　年　　月　　日")
    d.block(document, "{%p if sheet.reviewers %}")
    reviewers = _form(document, (24, 54, 24, 54))
    _loop(
        reviewers,
        "pair in sheet.reviewers",
        [
            "审核",
            "{{ pair[0].name }}　{{ pair[0].on }}",
            "审核",
            "{{ pair[1].name }}　{{ pair[1].on }}",
        ],
        height=12,
    )
    d.block(document, "{%p endif %}")
    last = _form(document)
    _line(last, "审定", "{{ sheet.principal }}　{{ sheet.approved }}", height=20)
    d.mark(document, "各设区市司法局意见").paragraph_format.keep_with_next = True
    cities = _form(document, (34, 44, 34, 44))
    _loop(
        cities,
        "pair in sheet.cities",
        [
            "{{ pair[0].city }}",
            "{{ pair[0].answer }}",
            "{{ pair[1].city }}",
            "{{ pair[1].answer }}",
        ],
    )
    _small(document, "方案摘要：{{ sheet.digest }}　　记录摘要：{{ sheet.head }}")
    d.block(document, "{%p endfor %}")
    return document


def consultation() -> Any:
    """Draw 征求意见函: a city's pairings, and a slip for its answer."""
    document = d.page()
    d.title(document, f"{OFFICE}关于征求{{{{ year }}}}年厅机关\n对口联系司法所方案意见的函")
    marked(document)
    d.body(document, "")
    d.body(document, "{{ city }}司法局：", indent=False)
    d.body(
        document,
        f"根据{NOTICE}（{{{{ number }}}}）三-1，我厅拟定了{{{{ year }}}}年"
        "厅机关对口联系司法所方案，{% if rows %}其中涉及你市司法所{{ rows|length }}个（见下表）"
        "{% else %}其中不再安排联系你市司法所{% endif %}。"
        "请结合实际研究，于　　月　　日前将回执反馈我厅。",
    )
    columns = ["序号", "联系单位", "对口联系司法所", "所在县（市、区）"]
    cells = ["{{ loop.index }}", "{{ row.unit }}", "{{ row.station }}", "{{ row.county }}"]
    d.block(document, "{%p if rows %}")
    d.table(document, columns, cells, [16, 50, 56, 34], "row in rows")
    d.block(document, "{%p endif %}")
    d.block(document, "{%p if former %}")
    d.body(document, "原审定方案中的下列对口联系拟予取消：", keep=True)
    d.table(document, columns, cells, [16, 50, 56, 34], "row in former")
    d.block(document, "{%p endif %}")
    d.body(document, "", keep=True)
    d.signature(document, OFFICE, "{{ date }}")
    d.title(document, "回　　执").paragraph_format.page_break_before = True
    d.body(document, "")
    d.body(document, f"{OFFICE}：", indent=False)
    d.body(
        document, "对你厅{{ year }}年厅机关对口联系我市司法所的方案，我局意见如下（请在□内打√）："
    )
    d.body(document, "□　同意")
    d.body(document, "□　意见：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿", keep=True)
    d.body(document, "", keep=True)
    d.signature(document, "{{ city }}司法局（盖章）", "　　　　年　　月　　日")
    return document


def notice() -> Any:
    """Draw 通知单: to a unit or a city bureau, who has which station, and for how many days."""
    document = d.page()
    d.title(document, f"{OFFICE}{{{{ year }}}}年\n对口联系司法所通知单")
    d.body(document, "")
    d.body(document, "{{ name }}：", indent=False)
    d.body(
        document,
        f"根据{NOTICE}（{{{{ number }}}}）三-1，{{{{ year }}}}年厅机关对口联系司法所方案"
        "已经厅主要领导审定，现将有关安排通知如下。"
        "{% if rows %}请据此确定联系人和蹲点时间。{% endif %}"
        "全年蹲点时间，厅领导在所联系的司法所累计不少于{{ leader_days }}天，"
        "处级及以下干部每人累计不少于{{ department_days }}天。",
    )
    d.block(document, "{%p if rows %}")
    d.table(
        document,
        [
            "序号",
            "联系单位",
            "对口联系司法所",
            "所在市县",
            "全年累计天数",
            "联系人及电话",
            "蹲点时间",
        ],
        [
            "{{ loop.index }}",
            "{{ row.unit }}",
            "{{ row.station }}",
            "{{ row.place }}",
            "{{ row.days }}",
            "",
            "",
        ],
        [12, 26, 44, 25, 16, 17, 16],
        "row in rows",
    )
    d.block(document, "{%p endif %}")
    d.block(document, "{%p if former %}")
    d.body(document, "原审定方案中的下列对口联系不再安排：", keep=True)
    d.table(
        document,
        ["序号", "联系单位", "对口联系司法所", "所在市县"],
        ["{{ loop.index }}", "{{ row.unit }}", "{{ row.station }}", "{{ row.place }}"],
        [16, 50, 56, 34],
        "row in former",
    )
    d.block(document, "{%p endif %}")
    d.body(document, "", keep=True)
    d.signature(document, OFFICE, "{{ date }}")
    return document


def marked(document: Any) -> None:
    """Add the mark under the title, where there is one."""
    d.block(document, "{%p if mark %}")
    d.mark(document, "（{{ mark }}）")
    d.block(document, "{%p endif %}")


def _form(document: Any, widths: tuple[float, ...] = (24, 132)) -> Any:
    """Add a table without a header, to be filled row by row."""
    grid = document.add_table(rows=0, cols=len(widths), style="Table Grid")
    grid.autofit = False
    grid.alignment = d.WD_TABLE_ALIGNMENT.CENTER
    d.measure(grid, widths)
    return grid


def _line(grid: Any, name: str, text: str, height: float = 14) -> None:
    row = grid.add_row()
    row.height = d.Mm(height)
    d.flag(row, "w:cantSplit")
    d.write(row.cells[0], name, bold=True)
    d.write(row.cells[1], text, left=True)
    d.measure(grid, [24, 132])


def _loop(grid: Any, loop: str, cells: list[str], height: float = 8) -> None:
    """Add rows of four cells, a name beside a blank twice, once for each pair of a list."""
    widths = [column.width.mm for column in grid.columns]
    for line in ([f"{{%tr for {loop} %}}"], cells, ["{%tr endfor %}"]):
        row = grid.add_row()
        row.height = d.Mm(height)
        d.flag(row, "w:cantSplit")
        for at, text in enumerate(line):
            d.write(row.cells[at], text, bold=len(line) > 1 and at % 2 == 0, left=at % 2 == 1)
    d.measure(grid, widths)


def _small(document: Any, text: str) -> None:
    document.add_paragraph(text, "表格文字").alignment = d.LEFT
