"""The page for the leader."""

PAGE: dict[str, tuple[str, str]] = {
    "help.page": (
        "为编好的方案生成给领导看的一页（HTML，有浏览器或 LibreOffice 时另有 PDF）",
        "Make the leader's page of a finished plan (HTML, and PDF where there is a browser or "
        "LibreOffice)",
    ),
    "help.page.data": (
        "编制方案所用的数据；默认为方案文件夹中的 data",
        "the dataset the plan was made from; by default the folder's own data",
    ),
    "help.page.out": ("写入的文件夹；默认为方案文件夹", "where to write; by default the folder"),
    "work.page": ("正在审计、复核并生成", "auditing, verifying, drawing"),
    "page.no_data": (
        "文件夹中没有 data，请用 --data 给出编制方案所用的数据",
        "found no data in the folder, expected --data with the dataset the plan was made from",
    ),
    "page.unproved": (
        "证明不成立（{failures}），不能生成",
        "the proof does not hold ({failures}): no page is made",
    ),
    "page.strange": (
        "已有同名文件，不是本命令生成的（或生成后改过），未覆盖；请移走它，或用 --out 另给文件夹",
        "a file of that name is there that this command did not write, or that was changed since; "
        "move it away or give another --out",
    ),
    "page.written": ("已写入 {html} 和 {pdf}", "{html} and {pdf} written"),
    "page.written_html": (
        "已写入 {html}；本机没有浏览器或 LibreOffice，未生成 PDF，可用浏览器打开后打印",
        "{html} written; there is no browser or LibreOffice for a PDF: open it and print",
    ),
    "page.title": ("{year} 年对口联系方案", "Pairing plan of {year}"),
    "page.sentence": (
        "{leaders} 位厅领导、{departments} 个处室共联系 {stations} 个司法所，"
        "覆盖 {counties} 个县（市、区），其中 {fresh} 个首次覆盖；",
        "{leaders} leaders and {departments} departments have {stations} stations in {counties} "
        "counties, {fresh} of them for the first time; ",
    ),
    "page.within": (
        "{cities} 个市的结对数都在应有区间内；",
        "all {cities} cities are within their bands; ",
    ),
    "page.outside": (
        "{cities} 个市中 {outside} 个不在应有区间内；",
        "{outside} of {cities} cities are outside their bands; ",
    ),
    "page.optimal": (
        "各项目标均已证明最优，{rules} 项规则和目标逐条审计，没有违反。",
        "every goal is proved optimal, and an audit of {rules} rules and goals found nothing.",
    ),
    "page.not_optimal": (
        "方案可行，尚有目标未证明最优；{rules} 项规则和目标逐条审计，没有违反。",
        "not every goal is proved optimal; an audit of {rules} rules and goals found nothing.",
    ),
    "page.scenario": ("按情景“{name}”编制。", "Made under the scenario '{name}'."),
    "page.balance": ("各市均衡", "Balance of the cities"),
    "page.proved": ("目标与证明", "Goals, and their proof"),
    "page.units": ("各单位对口联系司法所", "Stations of each unit"),
    "page.unmet": ("未满足的申报及原因", "What was asked and not met, and why"),
    "page.wishes": (
        "处室共申报 {asked} 个志愿，满足 {met} 个。",
        "{met} of the departments' {asked} wishes are met.",
    ),
    "page.source": (
        "依据：{number}；数据：{data}；政策参数摘要 {digest}；{date} 生成",
        "Under {number}; data: {data}; policy digest {digest}; made on {date}",
    ),
    "page.column.city": ("市", "city"),
    "page.column.due": ("应有", "due"),
    "page.column.leaders": ("厅领导", "leaders"),
    "page.column.departments": ("处室", "departments"),
    "page.column.total": ("合计", "in all"),
    "page.column.goal": ("目标", "goal"),
    "page.column.bound": ("理论最优值", "best possible"),
    "page.column.is_proved": ("已证", "proved"),
    "page.column.number": ("序号", "no."),
    "page.column.unit": ("单位", "unit"),
    "page.column.station": ("对口联系司法所", "stations"),
    "page.column.department": ("处室", "department"),
    "page.column.rank": ("志愿", "wish"),
    "page.column.place": ("申报地点", "place"),
    "page.column.why": ("未满足的原因", "why not"),
}
