"""Sentences of the record: what it refuses and why, how far a part is, what is next."""

RECORD: dict[str, tuple[str, str]] = {
    "record.part.leaders": ("厅领导部分", "the leaders' part"),
    "record.part.departments": ("处室部分", "the departments' part"),
    "record.part.postings": ("下派部分", "the postings' part"),
    "record.part.exchange": ("交流部分", "the exchange's part"),
    "record.differs.rows": ("结对", "the pairings"),
    "record.differs.inputs": ("数据", "the data"),
    "record.differs.policy": ("参数", "the policy"),
    "record.scheme": (
        "发现 {value}://，应为文件路径，或 postgresql:// 开头的地址",
        "found {value}://, expected a file's path or an address postgresql://…",
    ),
    "record.address": (
        "地址无法识别，应为 postgresql://用户@主机:端口/数据库",
        "the address cannot be read, expected postgresql://user@host:port/database",
    ),
    "record.no_file": (
        "不能作为记录文件，应为已有文件夹中的一个文件，如 record.db",
        "cannot be a record, expected a file in a folder that is there, such as record.db",
    ),
    "record.no_psycopg": (
        "缺少 PostgreSQL 的驱动，应安装附加组件：pip install planner[postgres]",
        "the driver of PostgreSQL is missing, expected the extra: pip install planner[postgres]",
    ),
    "record.no_database": (
        "不是记录文件（不是 SQLite 数据库），应为 planner record 写出的文件",
        "is no record (not an SQLite database), expected a file that `planner record` wrote",
    ),
    "record.foreign": (
        "是其他程序的数据库，没有本记录的表 entries，应为 planner record 写出的记录",
        "is another program's database, without the record's table, expected a record that "
        "`planner record` wrote",
    ),
    "record.missing": (
        "还没有记录，应先用 planner record 写入",
        "there is no record yet, expected one that `planner record` wrote",
    ),
    "record.unread": (
        "{name}：无法读取，磁盘或服务器没有应答",
        "{name}: cannot be read: the disk or the server does not answer",
    ),
    "record.unwritten": (
        "{name}：未写入。磁盘或服务器出错，请排除后重新执行",
        "{name}: not written (未写入): the disk or the server failed; see to it and run again",
    ),
    "record.written_yet": (
        "{name}：提交时连接中断，经查已写入（第 {seq} 条），不必重新执行",
        "{name}: the connection broke at the commit; entry {seq} was found written, "
        "so do not run it again",
    ),
    "record.unsure": (
        "{name}：提交时中断，无法确认是否写入。恢复后先用 record log 查看有无第 {seq} 条"
        "（散列 {hash}…）",
        "{name}: it broke at the commit, and whether it is written is not known; once it is back, "
        "see with `record log` whether entry {seq} (hash {hash}…) is there",
    ),
    "record.text": (
        "含控制字符或无法识别的字符，应为一行普通文字",
        "has control characters or characters of no meaning, expected a line of plain text",
    ),
    "record.no_by": ("没有写明由谁办理，应给出 --by", "nobody is named, expected --by"),
    "record.no_folder": (
        "{action} 需要方案所在的文件夹，应写在数据之后",
        "{action} needs the folder of the plan, expected after the data",
    ),
    "record.no_reason": (
        "{action} 没有理由，应以 --note 写明理由",
        "{action} without a reason (理由), expected one with --note",
    ),
    "record.year": (
        "发现 {value}，文件夹中的方案是 {year} 年的",
        "found {value}, but the folder's plan is of {year}",
    ),
    "record.future": (
        "日期 {value} 还没有到，最晚为今天 {bound}",
        "{value} is yet to come, expected at the latest today, {bound}",
    ),
    "record.before": (
        "日期 {value} 早于这一部分的上一条记录（第 {seq} 条，{bound}），应不早于 {bound}",
        "{value} is before the last act on this part (entry {seq}), expected {bound} or later",
    ),
    "record.no_summary": (
        "没有 summary.json，应为 planner 写出的方案文件夹",
        "has no summary.json, expected a folder of a plan that planner wrote",
    ),
    "record.no_rows": (
        "无法读取，应为 planner 写出的方案",
        "cannot be read, expected a plan that planner wrote",
    ),
    "record.no_part": (
        "没有{part}的各行，应为含有这一部分的方案",
        "has no rows of {part}, expected a plan with that part",
    ),
    "record.no_filing": (
        "无法读取，应为 planner filing 写出的备案文件夹",
        "cannot be read, expected a folder that `planner filing` wrote",
    ),
    "record.broken": (
        "未通过审计，不能拟稿：{rule}（{witness}）",
        "does not pass the audit and cannot be a draft: {rule} ({witness})",
    ),
    "record.unproved": (
        "未通过复核，不能拟稿：{part}的证明不成立（{failures}）",
        "does not pass verification and cannot be a draft: the proof of {part} fails ({failures})",
    ),
    "record.own_history": (
        "历年联系已有 {year} 年及以后的 {count} 条（record history 写入的审定结对即是），不能据以"
        "核实 {year} 年方案；请用写入前的数据，或先删去这些行",
        "history already has {count} row(s) of {year} or later (such as `record history` adds), "
        "the plan of {year} can't be verified by it; give the data as before, or delete these rows",
    ),
    "record.only_departments": (
        "申报截止只用于处室部分（departments）",
        "applications are of the departments' part only",
    ),
    "record.drafted": (
        "{year} 年{part}已有草案（第 {seq} 条），不能再登记申报截止",
        "{part} of {year} has a draft already (entry {seq}); applications can't be closed any more",
    ),
    "record.approved": (
        "{year} 年{part}已审定（第 {seq} 条），要改动应先用 amend",
        "{part} of {year} is approved (entry {seq}); to change it, expected `amend` first",
    ),
    "record.no_draft": (
        "{year} 年{part}没有待办的草案，应先用 draft",
        "{part} of {year} has no draft at work, expected `draft` first",
    ),
    "record.another": (
        "文件夹中的{what}与第 {seq} 条草案（draft {seq}）不一致；应给出该草案的文件夹，"
        "或用 draft 重新拟稿",
        "{what} of the folder differ from draft {seq}; expected the folder of that draft, "
        "or a new `draft`",
    ),
    "record.another_approved": (
        "文件夹中{part}的{what}与已审定的第 {seq} 条草案（draft {seq}）不一致；"
        "应给出审定时的文件夹和数据，或用 --part 只出另一部分的文书；确需调整的，"
        "先用 amend 写明理由，再用 draft 重新拟稿",
        "{what} of {part} in the folder differ from draft {seq}, which is approved; "
        "expected the folder and the data of that approval, or the papers of the other part alone "
        "(--part); where it is to change, `amend` with the reason, then a new `draft`",
    ),
    "record.no_cities": (
        "这一部分不征求各市意见",
        "cities are not consulted on this part",
    ),
    "record.not_drafter": (
        "{by} 不是拟稿单位，应由 {drafter} 办理",
        "{by} is not the drafter, expected {drafter}",
    ),
    "record.no_answer": (
        "没有写明 {city} 的答复，应以 --note 写明：同意、逾期未复，或意见及其处理",
        "the answer of {city} is missing, expected with --note: 同意, 逾期未复, or the objection "
        "and how it was met",
    ),
    "record.no_city": (
        "{city} 在本次方案中没有须征求意见的结对，应为：{cities}",
        "{city} has no pairing here to be consulted on, expected one of: {cities}",
    ),
    "record.no_review": (
        "厅领导部分不需要审核，由主要领导审定",
        "the leaders' part is not reviewed; the principal leader approves it",
    ),
    "record.no_reviewer": (
        "{by} 不是本部分的审核领导，应为：{reviewers}",
        "{by} does not review this part, expected one of: {reviewers}",
    ),
    "record.not_himself": (
        "审核由本人办理：--by 为 {by}，--subject 为 {subject}，应为同一位领导",
        "a leader reviews in person: --by is {by}, --subject is {subject}, expected the same",
    ),
    "record.drafter": (
        "{by} 是拟稿单位，拟稿者不能审定",
        "{by} drafted this (拟稿) and cannot approve it",
    ),
    "record.not_principal": (
        "{by} 不能审定，应由主要领导 {principal} 审定",
        "{by} cannot approve, expected the principal leader, {principal}",
    ),
    "record.not_consulted": (
        "尚未征求意见的设区市：{cities}",
        "cities not consulted yet: {cities}",
    ),
    "record.not_reviewed": (
        "尚未审核的分管厅领导：{leaders}",
        "leaders who have not reviewed it yet: {leaders}",
    ),
    "record.may_not_reject": (
        "{by} 不能退回，应为审核或审定的领导：{leaders}",
        "{by} cannot reject, expected one of: {leaders}",
    ),
    "record.not_approved": (
        "{year} 年{part}尚未审定，不能修改；未审定的草案可用 draft 重新拟稿",
        "{part} of {year} is not approved yet (尚未审定), so there is nothing to amend; "
        "a draft can be made again with `draft`",
    ),
    "record.amended": (
        "{year} 年{part}已在修改中（第 {seq} 条），应用 draft 重新拟稿",
        "{part} of {year} is open again already (entry {seq}), expected a new `draft`",
    ),
    "record.not_filed": (
        "备案（{half}）中没有单位 {unit}，应以 --subject 给出其中一个单位的编号",
        "the filing {half} has no unit '{unit}', expected the id of one of its units "
        "with --subject",
    ),
    "record.second": (
        "第 {seq} 条（{on}）已登记同一事项；更正应给出 --corrects {seq}",
        "entry {seq} ({on}) has this already; to correct it, expected --corrects {seq}",
    ),
    "record.nothing_to_correct": (
        "发现 --corrects {seq}，该条不是同一事项的现行记录，没有可更正的",
        "found --corrects {seq}, which is not the standing entry of this subject",
    ),
    "record.closed": (
        "第 {seq} 条之后已有审核（第 {closed} 条），不能再更正（--corrects）",
        "entry {seq} was reviewed since (entry {closed}) and can't be corrected (--corrects) "
        "any more",
    ),
    "record.open": (
        "{year} 年处室申报尚未截止，应先用 applications 登记申报截止",
        "the departments' applications (申报) of {year} are not closed (截止) yet, expected "
        "`applications` first",
    ),
    "record.changed": (
        "申报已变：现有申报与第 {seq} 条登记截止时不同，应恢复原申报",
        "the applications (申报) have changed (已变) since they were closed (entry {seq}), "
        "expected them as they were then",
    ),
    "record.leaders_first": (
        "{year} 年厅领导部分尚未审定，应先审定，或以 --before-leaders 写明先行拟稿的理由",
        "the leaders' part of {year} is not approved yet, expected that first, or why not with "
        "--before-leaders",
    ),
    "record.leaders_open": (
        "{year} 年厅领导部分尚未审定，应先审定厅领导部分",
        "the leaders' part of {year} is not approved yet, expected that first",
    ),
    "record.other_leaders": (
        "处室方案所依据的厅领导结对与已审定的（第 {seq} 条）不一致，应按已审定的重新编制",
        "the departments' plan was made around other leaders' pairings than those approved "
        "(entry {seq}), expected one made around those",
    ),
    "record.no_fit": (
        "{name}：第 {seq} 条与前后记录不符，记录被改动过",
        "{name}: entry {seq} (第 {seq} 条) does not fit: the record was changed",
    ),
    "record.damaged": (
        "{name}：{number} 条记录前后相符，但数据库文件有损坏，请用备份恢复",
        "{name}: its {number} entries fit, but the file is damaged; restore it from a copy",
    ),
    "record.cut_off": (
        "{name}：{number} 条记录中没有散列为 {head} 的一条，记录末尾可能被截去",
        "{name}: none of its {number} entries has the hash {head}: its end may be cut off",
    ),
    "record.whole": (
        "{name}：{number} 条记录前后相符，最后一条散列 {head}",
        "{name}: all {number} entries fit; the last hash is {head}",
    ),
    "record.added": (
        "第 {seq} 条已写入 {name}：{year} 年{part} {action}{subject}（{by}，{on}），散列 {hash}…",
        "entry {seq} written to {name}: {part} of {year}, {action}{subject} ({by}, {on}), "
        "hash {hash}…",
    ),
    "record.nothing": (
        "{name}：还没有任何记录。下一步：厅领导部分拟稿 draft（厅办公室）；"
        "处室部分登记申报截止 applications（厅人事警务处）",
        "{name}: nothing is recorded yet. Next: `draft` of the leaders' part (厅办公室); "
        "`applications` of the departments' (厅人事警务处)",
    ),
    "record.entry": (
        "第 {seq} 条 {on} {year} 年{part} {action} {subject} {by} {note}",
        "{seq} {on} {part} of {year} {action} {subject} {by} {note}",
    ),
    "record.status": (
        "{year} 年{part}：{done}；下一步：{next}",
        "{part} of {year}: {done}; next: {next}",
    ),
    "record.done.draft": (
        "草案第 {seq} 条（{on}，{by}），已征求 {consulted}/{cities} 个市，"
        "已审核 {reviewed}/{reviewers} 位",
        "draft {seq} ({on}, {by}), {consulted} of {cities} cities consulted, "
        "{reviewed} of {reviewers} reviews",
    ),
    "record.done.approved": ("已审定（第 {seq} 条，{on}）", "approved (entry {seq}, {on})"),
    "record.done.amended": (
        "已审定（第 {seq} 条，{on}），正在修改，原方案仍有效",
        "approved (entry {seq}, {on}) and open again; the approved plan stays in force",
    ),
    "record.done.rejected": (
        "草案已退回（第 {seq} 条，{on}：{why}）",
        "the draft was rejected (entry {seq}, {on}: {why})",
    ),
    "record.done.applications": (
        "申报已截止（第 {seq} 条）",
        "applications closed (entry {seq})",
    ),
    "record.done.nothing": ("尚未拟稿", "no draft yet"),
    "record.next.nothing": ("无", "nothing"),
    "record.next.applications": ("登记申报截止（{by}）", "close the applications ({by})"),
    "record.next.draft": ("拟稿（{by}）", "draft it ({by})"),
    "record.next.consult": ("征求意见：{cities}（{by}）", "consult {cities} ({by})"),
    "record.next.review": ("审核：{by}", "review by {by}"),
    "record.next.approve": ("审定：{by}", "approval by {by}"),
    "record.no_out": (
        "数据是工作簿，不改写原件，应以 --out 给出写到哪里",
        "the data is a workbook, which is not written over, expected --out",
    ),
    "record.history_added": (
        "历年联系增加 {number} 条（已审定的结对），写入 {file}",
        "{number} approved pairings added to history, written to {file}",
    ),
    "record.history_nothing": (
        "没有新的已审定结对，历年联系未改动",
        "no approved pairing is new; history is as it was",
    ),
    "help.record": (
        "办理记录：只增不改，逐条相扣。ACTION 为 applications（申报截止）、draft（拟稿）、"
        "consult（征求意见）、review（审核）、approve（审定）、reject（退回）、amend（修改）、"
        "file（备案），或 status（进度）、log（逐条）、verify（核验）、history（转入历年联系）。"
        "退出码：0 完成；2 不予登记；4 记录不符；1 磁盘或服务器出错。",
        "The record of what was decided: only ever added to, each entry bound to the one before. "
        "ACTION is applications, draft, consult, review, approve, reject, amend or file; or "
        "status, log, verify, history. Exit codes: 0 done, 2 refused, 4 the record does not fit, "
        "1 disk or server failed.",
    ),
    "help.record.action": ("办理什么。", "What is done."),
    "help.record.folder": (
        "方案（或备案）所在的文件夹；applications、amend 不需要。",
        "The folder of the plan (or filing); applications and amend need none.",
    ),
    "help.record.part": ("哪一部分。", "Which part."),
    "help.record.by": (
        "由谁办理：单位名称；审核、审定、退回为厅领导的编号或姓名。",
        "Who acts: an office; for review, approve and reject a leader's id or name.",
    ),
    "help.record.subject": (
        "对象：consult 为设区市，file 为单位编号。",
        "On what: the city of consult, the unit's id of file.",
    ),
    "help.record.note": (
        "说明：consult 的答复，reject 和 amend 的理由。",
        "The note: the answer of consult, the reason of reject and amend.",
    ),
    "help.record.on": (
        "办理日期 YYYY-MM-DD，默认今天。",
        "The day it happened, YYYY-MM-DD; today by default.",
    ),
    "help.record.corrects": ("更正第几条。", "The number of the entry that this one corrects."),
    "help.record.before_leaders": (
        "厅领导部分未审定而先拟处室部分的理由。",
        "Why the departments' part is drafted before the leaders' is approved.",
    ),
    "help.record.year": (
        "年度；默认为文件夹中方案的年度，或正在办理的年度（amend：最近审定的年度）。",
        "The year; by default the folder's, or the one at work (amend: the last one approved).",
    ),
    "help.record.where": (
        "记录在哪里：文件，或 postgresql:// 地址；默认 PLANNER_RECORD，再默认数据旁的 record.db。",
        "Where the record is: a file, or an address postgresql://…; by default PLANNER_RECORD, "
        "or else record.db beside the data.",
    ),
    "help.record.head": (
        "verify：另存的散列（审批单上印有前 12 位），记录中应有这一条。",
        "verify: a hash kept elsewhere (the paper prints twelve characters) that must be there.",
    ),
    "help.record.out": (
        "history：写到哪里（新文件夹，或 .xlsx）；不给时写入数据文件夹的 history.csv。",
        "history: where to write (a new folder, or an .xlsx); history.csv of the data without it.",
    ),
}
