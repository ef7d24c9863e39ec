"""Why there is no plan of postings or no exchange, and what would make one possible."""

IMPOSSIBLE: dict[str, tuple[str, str]] = {
    "postings.impossible": (
        "{year} 年起的下派方案无法安排：",
        "There is no plan of postings from {year} on: ",
    ),
    "exchange.impossible": (
        "{year} 年交流方案无法安排：",
        "There is no exchange for {year}: ",
    ),
    "pin.kind.training": ("锻炼", "training"),
    "pin.kind.secondment": ("挂职", "secondment"),
    "pin.kind.attachment": ("跟班学习", "attachment"),
    "pin.kind.any": ("下派", "any posting"),
    "pin.told": ("{person}{start}{place}{posting}", "{posting} of {person}{start}{place}"),
    "pin.any": ("", ""),
    "pin.start": (" {day} 起", " from {day}"),
    "pin.place": ("到{place}", " at {place}"),
    "posting_pins.one": ("{names}", "{names}"),
    "posting_pins.few": ("{names}这 {number} 项", "{names} ({number} decisions)"),
    "posting_pins.many": ("{names}等 {number} 项", "{names} … ({number} decisions)"),
    "blamed.left": ("{what} {day} 还剩 {amount} 个名额", "{what} has {amount} left on {day}"),
    "blamed.pair": ("{a}与{b}（{day}）", "{a} and {b} ({day})"),
    "blame.posting_pins": (
        "{pins}已经指定（{rows}），必须安排（{clause}）",
        "{pins}, required by decision ({rows}), must be made ({clause})",
    ),
    "blame.postings.person_once": (
        "{names}最多派出一次（{clause}）",
        "{names} may be sent only once ({clause})",
    ),
    "blame.postings.hosting": (
        "{names}须有接收所",
        "a host for {names} is needed",
    ),
    "blame.postings.away_share": (
        "一个处室同时在外的不超过编制的 {away_percent}%（{clause}），{names}",
        "at most {away_percent}% of a department may be away at a time ({clause}): {names}",
    ),
    "blame.postings.apart": (
        "不同时派出（{clause}）：{names}",
        "not away at the same time ({clause}): {names}",
    ),
    "blame.postings.batch_size": (
        "一批至多 {batch} 人（{clause}）：{names}",
        "a batch has at most {batch} people ({clause}): {names}",
    ),
    "blame.postings.station_places": (
        "{names}的接收名额不够（{clause}）",
        "the places at {names} do not suffice ({clause})",
    ),
    "blame.postings.station_total": (
        "{names}在整个规划期的接收名额不够（{clause}）",
        "the places at {names} in all the years do not suffice ({clause})",
    ),
    "blame.postings.department_hosts": (
        "一个处室同时至多 {hosts} 名跟班所长（{clause}），{names}",
        "a department has at most {hosts} attached chiefs at a time ({clause}): {names}",
    ),
    "blame.postings.staff_left": (
        "所长离所后至少留 {staff_left} 人（{clause}）：{names}",
        "a chief leaves at least {staff_left} on duty ({clause}): {names}",
    ),
    "exchange.why.may": (
        "{start}：符合条件，{hosts} 个单位可以接收",
        "{start}: may go; {hosts} hosts",
    ),
    "exchange.why.kept": (
        "{start}：符合条件，但{why}，不能交流",
        "{start}: may be exchanged, but is kept back: {why}",
    ),
    "exchange.why.goes": (
        "本方案安排：{start_date} 至 {end_date} 到{host}{posting}{swap}",
        "the plan: {posting} at {host} from {start_date} to {end_date}{swap}",
    ),
    "exchange.why.swap": ("，双向对调", ", a swap"),
    "exchange.why.stays": ("本方案没有安排交流", "the plan does not exchange them"),
    "exchange.why.unpriced": (
        "求解器没有在限定时间内答复，代价未能算出",
        "a solver had no answer in its time: what else would cost could not be told",
    ),
    "exchange.why.no_host": (
        "“{value}”既不是开始日期（{starts}），也不是可以接收此人的单位编号",
        "{value} is neither a start ({starts}) nor the id of a host that may take them",
    ),
    "exchange.why.nobody": (
        "查无此人“{value}”，应为干部或所长的编号或名称",
        "there is no {value}, expected the id or the name of a cadre or a chief",
    ),
    "postings.reason.outstanding": ("不是优秀干部（所长）", "not outstanding"),
    "postings.reason.age": ("超过年龄", "above the age"),
    "postings.reason.joined": ("尚未到厅", "not in post yet"),
    "postings.reason.training": ("应先下基层锻炼", "due for training first"),
    "postings.reason.recommended": ("未经推荐", "not recommended"),
    "loss.exchanges": ("交流减少 {amount} 人", "people exchanged: {amount} fewer"),
    "gain.exchanges": ("交流增加 {amount} 人", "people exchanged: {amount} more"),
    "loss.swaps": ("对调减少 {amount} 对", "swaps: {amount} fewer"),
    "gain.swaps": ("对调增加 {amount} 对", "swaps: {amount} more"),
    "repair.posting.require": (
        "撤销指定：{pin}（{rows}）",
        "drop the decision that requires {pin} ({rows})",
    ),
    "repair.posting.forbid": (
        "撤销否定：{pin}（{rows}）",
        "drop the decision that rules out {pin} ({rows})",
    ),
    "repair.hold": ("解除{person}的暂缓（{rows}）", "lift the hold on {person} ({rows})"),
    "repair.apart": (
        "允许{a}与{b}同时派出（{rows}）",
        "let {a} and {b} be away at the same time ({rows})",
    ),
    "repair.host": (
        "把{station}的名额由 {before} 增至 {value}（{rows}）",
        "raise the places at {station} from {before} to {value} ({rows})",
    ),
}
