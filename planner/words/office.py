"""Sentences of the paper: templates, the packet, workbooks."""

OFFICE: dict[str, tuple[str, str]] = {
    "office.no_word": (
        "不是 Word 文档或已损坏，应为 planner template --documents 写出的 .docx",
        "is no Word document, or damaged; expected a .docx as `planner template --documents` "
        "writes them",
    ),
    "office.template": (
        "模板无法套用（{value}），应为 planner template --documents 写出的 .docx",
        "the template can't be filled ({value}); expected a .docx as "
        "`planner template --documents` writes them",
    ),
    "office.unknown": (
        "模板中的字段 {value} 不存在，应为模板原有的字段",
        "the field {value} is not known, expected one that the template came with",
    ),
    "office.forbidden": (
        "模板中的 {value} 不允许使用，应为字段、循环和条件",
        "{value} is not allowed (不允许) in a template, expected fields, loops and conditions",
    ),
    "office.unclosed": (
        "模板中的语句没有结束，应补上 {value}",
        "a block of the template is not closed, expected {value}",
    ),
    "office.syntax": (
        "模板中的语句有误（{value}）",
        "a block of the template is wrong ({value})",
    ),
    "office.no_templates": (
        "没有这个文件夹，应为 planner template --documents 写出的文件夹",
        "there is no such folder, expected one that `planner template --documents` wrote",
    ),
    "office.misnamed": (
        "不是模板的文件名，应为 {near}？模板有：{known}；不用的请在名称前加“_”",
        "is no template's name, expected perhaps {near}; the templates are {known}; put '_' before "
        "the name of one that is not to be used",
    ),
    "office.no_pairing": (
        "不是年度对口联系方案，packet 只用于年度方案；下派、交流的报批用 record，"
        "备案、日程和归档的文书由各自的命令写出",
        "is no yearly plan of pairings, and packet is for these alone; postings and exchanges are "
        "approved by `record`, filings, calendars and dossiers come from their own commands",
    ),
    "office.left_out": (
        "模板中没有写出结对“{value}”，应保留列出全部结对的表格",
        "the template leaves out the pairing '{value}', expected the table with all of them",
    ),
    "office.not_empty": (
        "文件夹不为空（有 {name} 等 {number} 个文件），不会覆盖，应为新的或空的文件夹",
        "is not empty (不为空): it has {name} ({number} in all), and nothing is written over; "
        "expected a new or empty folder",
    ),
    "office.is_file": (
        "是一个文件，应为新的或空的文件夹",
        "is a file, expected a new or empty folder",
    ),
    "office.numbered": ("（{number}）{text}", "({number}) {text}"),
    "office.part.leaders": ("厅领导部分", "leaders"),
    "office.part.departments": ("处室部分", "departments"),
    "office.principle.leaders": (
        "每位厅领导联系{low}—{high}个司法所，在同一设区市不超过{city}个。",
        "each leader has {low} to {high} stations, at most {city} in one city.",
    ),
    "office.principle.departments": (
        "每个处室联系{low}—{high}个司法所，干部{size}人及以上的可联系{high}个，"
        "不足{size}人的联系{low}个；在同一设区市不超过{city}个。",
        "each department has {low} to {high} stations, {high} from {size} people on, else {low}; "
        "at most {city} in one city.",
    ),
    "office.principle.village": (
        "承担驻村扶贫任务的处室不安排对口联系。",
        "departments on village duty are not paired.",
    ),
    "office.principle.stations": (
        "每个司法所由不超过{units}个单位联系，每个县（市、区）不超过{county}个结对。",
        "a station has at most {units} units, a county at most {county} pairings.",
    ),
    "office.principle.pairs": (
        "从设区市司法局推荐的司法所中选定；须回避的不安排；近{years}年联系过的不再安排给同一单位；"
        "厅领导有指定或否定的，从其决定。",
        "stations are those put forward by the cities; recusals hold; none that a unit had in the "
        "last {years} years; decisions of the leaders hold.",
    ),
    "office.principle.travel": (
        "单程时间不超过{most}分钟。",
        "no station is farther than {most} minutes one way.",
    ),
    "office.principle.hard": (
        "困难艰苦所的结对不少于{percent}%。",
        "at least {percent} percent of the pairings are at hard stations.",
    ),
    "office.principle.goals": (
        "在符合以上要求的前提下，依次优化：{goals}；后一目标不影响前一目标。",
        "within these, in order: {goals}; a later goal never costs an earlier one.",
    ),
    "office.goal.met": (
        "{number}. {goal}：{value}{unit}，理论最优值{bound}{unit}，已达最优值。",
        "{number}. {goal}: {value}{unit}, at best {bound}{unit}: met.",
    ),
    "office.goal.open": (
        "{number}. {goal}：{value}{unit}，理论最优值不优于{bound}{unit}，尚未证明最优。",
        "{number}. {goal}: {value}{unit}, at best {bound}{unit}: not proved.",
    ),
    "office.unit.coverage": ("个", ""),
    "office.unit.balance": ("个", ""),
    "office.unit.counties": ("个", ""),
    "office.unit.wishes": ("分", ""),
    "office.unit.need": ("分", ""),
    "office.unit.fit": ("个", ""),
    "office.unit.travel": ("分钟", " min"),
    "office.unit.stability": ("", ""),
    "office.unit.displaced": ("", ""),
    "office.result.leaders": (
        "厅领导{units}位，对口联系司法所{pairs}个，涉及{cities}个设区市、{counties}个县（市、区）。",
        "{units} leaders have {pairs} stations in {cities} cities, {counties} counties.",
    ),
    "office.result.departments": (
        "处室{units}个，对口联系司法所{pairs}个，涉及{cities}个设区市、{counties}个县（市、区）。",
        "{units} departments have {pairs} stations in {cities} cities, {counties} counties.",
    ),
    "office.result.both": (
        "两部分合计结对{pairs}个，涉及{cities}个设区市、{counties}个县（市、区）。",
        "both together: {pairs} pairings in {cities} cities, {counties} counties.",
    ),
    "office.result.exempt": (
        "承担驻村扶贫任务、不安排对口联系的处室：{names}。",
        "not paired, on village duty: {names}.",
    ),
    "office.rank": ("第{rank}志愿", "wish {rank}"),
    "office.level.station": ("司法所", "station"),
    "office.level.county": ("县（市、区）", "county"),
    "office.level.city": ("设区市", "city"),
    "office.unmet.exempt": (
        "承担驻村扶贫任务，不安排对口联系",
        "on village duty, not paired",
    ),
    "office.unmet.nominated": ("未获设区市司法局推荐", "not nominated by its city"),
    "office.unmet.recusal": ("须回避", "recused"),
    "office.unmet.rotation": ("近年已联系过", "had lately"),
    "office.unmet.forbid": ("厅领导已否定", "ruled out by decision"),
    "office.unmet.travel_limit": ("单程时间超过上限", "too far"),
    "office.unmet.taken": ("已安排其他单位联系", "paired with other units"),
    "office.unmet.price": ("安排后影响在先目标：{loss}", "it would cost: {loss}"),
    "office.unmet.free": (
        "与所安排的同样适合，按并列取舍规则未选",
        "as good as what is planned; the tie rule decided",
    ),
    "office.unmet.impossible": ("在任何可行方案中均不能安排", "in no possible plan"),
    "office.unmet.ahead": ("统筹后服从在先目标", "earlier goals come first"),
    "office.written": (
        "{number} 份文件已写入 {folder}（{mark}）",
        "{number} files written to {folder} ({mark})",
    ),
    "office.approved": ("已审定", "approved"),
    "office.templates_written": (
        "文书模板已写入 {folder}",
        "the templates were written to {folder}",
    ),
    "help.packet": (
        "生成报批文书：方案、审批单、一览表，审定前为征求意见函，审定后为通知单。"
        "方案须通过审计和复核；只写入新的或空的文件夹。",
        "Write the papers of a finished plan: the plan, the sheet to be signed, the lists, letters "
        "to the cities, or once approved notices to everyone; only into a new or empty folder.",
    ),
    "help.packet.out": ("文书写到哪个文件夹。", "The folder to write the papers to."),
    "help.packet.part": (
        "哪一部分；默认为方案中有的各部分。",
        "Which part; by default those that the plan has.",
    ),
    "help.packet.templates": (
        "文书模板所在的文件夹；没有的用自带模板。",
        "The folder of templates; the house's own for those it lacks.",
    ),
    "work.papers": ("正在生成文书……", "Writing the papers…"),
    "office.column.meaning": ("含义：{text}", "meaning: {text}"),
    "office.column.unit": ("单位：{text}", "unit: {text}"),
    "office.column.choices": ("可选：{text}", "one of: {text}"),
    "office.column.example": ("示例：{text}", "example: {text}"),
    "office.column.required": ("必填", "required"),
    "office.column.optional": ("可不填", "may be blank"),
    "office.check": (
        "“{header}”的内容不符合填写要求，请看表头上的批注",
        "this does not fit '{header}'; see the note on its header",
    ),
    "office.guide.1": (
        "本工作簿一张工作表填一类数据。表头不要改名；底色为橙色的列必填，灰色的可不填。",
        "one sheet a table; headers keep their names; orange columns must be filled.",
    ),
    "office.guide.2": (
        "“厅领导”“处室”“司法所”三张表必填，其余各表没有内容的留空。",
        "leaders, departments and stations are needed; leave the others empty.",
    ),
    "office.guide.3": (
        "编号按文本填写，不重复；引用编号的列也可以填写名称。",
        "ids are text and unique; where one refers to another table, a name will do as well.",
    ),
    "office.guide.4": (
        "是否类的列填“是”或“否”，不留空。",
        "yes or no: 是 or 否, never blank.",
    ),
    "office.guide.5": (
        "日期填成日期，或写成 2019-01-15 的样子；起止日期都含当天。",
        "dates as dates or like 2019-01-15; both ends count.",
    ),
    "office.guide.6": (
        "不要合并单元格；公式须打开并保存一次才有数值。",
        "no merged cells; formulas need one save to have their values.",
    ),
    "office.guide.7": (
        "不需要读取的工作表，名称前加“_”。",
        "put _ before the name of a sheet that is not to be read.",
    ),
    "office.guide.8": (
        "填好后先用 planner check 检查，再用 planner import 转成数据文件夹。",
        "then planner check, then planner import.",
    ),
    "office.guide.9": (
        "理由、出生日期等只用于计算，不写入任何文书。",
        "reasons, dates of birth and the like are for counting only and appear on no paper.",
    ),
    "office.guide.required": ("【{table}】必填", "[{table}] required"),
    "office.guide.optional": ("【{table}】可不填", "[{table}] optional"),
    "office.guide.column": (
        "　{header}：{meaning}；{required}；示例：{example}",
        "  {header}: {meaning}; {required}; example: {example}",
    ),
    "office.book_written": (
        "工作簿已写入 {file}",
        "the workbook was written to {file}",
    ),
    "office.imported": (
        "{tables} 张表（共 {rows} 行）已写入 {out}",
        "{tables} tables ({rows} rows) written to {out}",
    ),
    "office.policy_beside": (
        "policy.toml 不在工作簿内，请把它与工作簿放在同一文件夹",
        "policy.toml is not in the workbook; keep it in the same folder",
    ),
    "help.import": (
        "把工作簿（或文件夹）读成规范的 CSV 数据文件夹：名称换成编号，是否写成 true/false。",
        "Read a workbook (or folder) into a new folder of canonical CSV: ids for names.",
    ),
    "help.export": (
        "把数据写成供人查看和修改的工作簿。",
        "Write a dataset as a workbook for people.",
    ),
    "help.source": (
        "工作簿（.xlsx）或 CSV 文件夹。",
        "A workbook (.xlsx) or a folder of CSV.",
    ),
    "help.import.out": ("新的数据文件夹。", "The new folder."),
    "help.export.file": ("新的工作簿（.xlsx）。", "The new workbook (.xlsx)."),
    "office.from_book": (
        "--from 只用于写出工作簿，应为 --out 文件名.xlsx",
        "--from is for a workbook only, expected --out FILE.xlsx",
    ),
    "help.template.from": (
        "与 --out FILE.xlsx 同用：用哪份数据填好。",
        "With --out FILE.xlsx: the dataset to fill it with.",
    ),
    "help.template.documents": (
        "把文书模板（.docx）写到哪个文件夹。",
        "The folder to write the papers' templates (.docx) to.",
    ),
    "mark.no_book": (
        "不是 .xlsx 工作簿，不能标注；应为工作簿",
        "is no .xlsx workbook and can't be marked, expected one",
    ),
    "mark.no_copy": (
        "不是 .xlsx 文件名，应为新的工作簿文件名",
        "is no name of an .xlsx, expected that of a new workbook",
    ),
    "mark.source": (
        "是原文件，不会改写，应为另一个文件名",
        "is the source (原文件), which is not written over; expected another name",
    ),
    "mark.unreadable": (
        "无法打开，不能标注",
        "can't be opened, so it can't be marked",
    ),
    "mark.title": ("检查结果：{number} 处错误", "Found: {number} faults"),
    "mark.note": (
        "本副本不含原件中的格式文本、图片、文本框和控件；公式须在 Excel 中打开并保存一次才有数值。"
        "请在原件上修改。点击各行可跳到出错的单元格。",
        "This copy lacks rich text, pictures, text boxes and controls; formulas need one save in "
        "Excel to have their values. Change the source. Each line leads to its cell.",
    ),
    "mark.written": (
        "标注副本已写入 {file}",
        "the marked copy was written to {file}",
    ),
    "help.mark": (
        "另存一份副本，标出有错误的单元格（只用于工作簿，不改原文件）。",
        "Write a copy with the faulty cells coloured (of a workbook; never over it).",
    ),
}
