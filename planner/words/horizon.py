"""Years ahead: plans year after year, and the fewest years for a goal."""

HORIZON: dict[str, tuple[str, str]] = {
    "help.horizon": (
        "逐年编制今后几年的方案，或求出实现每个县（或名单）全覆盖的最少年数并加以证明。",
        "Plan several years ahead, year after year, or prove the fewest years in which every "
        "county, or every place of a list, can be visited.",
    ),
    "help.horizon.from": ("第一年。", "The first year."),
    "help.horizon.years": (
        "年数；与 --visit 同用时为最多几年。",
        "How many years; with --visit, the most there may be.",
    ),
    "help.horizon.changes": (
        "已知的逐年变动（TOML，[2021.leaders] 这样写，词语与情景文件相同）。",
        "Known changes by year (TOML, such as [2021.leaders], in the words of a scenario).",
    ),
    "help.horizon.crosswalk": (
        "司法所沿革表（CSV）：哪年变更、并入、撤销、新设。",
        "What becomes of stations (CSV): changed, merged, closed, new, by year.",
    ),
    "help.horizon.visit": (
        "求全覆盖的最少年数：counties 为每个县，或为名单（CSV，列 city、county 或 station_id）。",
        "Ask for the fewest years to visit: `counties` for every county, or a list (CSV with city "
        "and county, or station_id).",
    ),
    "help.horizon.give_up": (
        "首年某项目标最多允许降低多少，如 departments.need=50；排在它前面的目标不得降低。",
        "The most that one goal of the first year may lose, such as departments.need=50; the goals "
        "before it lose nothing.",
    ),
    "help.horizon.out": (
        "写到哪个文件夹，每年一个子文件夹，内有该年所依据的表（data）。",
        "The folder to write to: a folder a year, with the tables it was made from in `data`.",
    ),
    "work.horizon": ("正在逐年编制……", "Planning the years…"),
    "changes.missing": (
        "没有这个文件，应为逐年变动（TOML）",
        "is not there, expected changes by year (TOML)",
    ),
    "changes.year": (
        "应为 {first} 至 {last} 的年份，其下为该年的变动",
        "expected a year from {first} to {last}, with that year's changes below it",
    ),
    "crosswalk.early": (
        "发现 {value} 年，早于第一年 {year}；此前的变动应已在各表之中",
        "found {value}, before the first year {year}; earlier changes should be in the tables",
    ),
    "crosswalk.nothing": (
        "既无 station_id 也无 successor_id，应至少有其一",
        "has neither station_id nor successor_id, expected one of them",
    ),
    "crosswalk.closed": (
        "没有承接的所，却写了它的情况；应填 successor_id 或留空",
        "describes a successor, but names none; expected a successor_id, or blanks",
    ),
    "crosswalk.circle": (
        "承接关系成环（{names}），应各归一处",
        "the successors go in a circle ({names}), expected each to end somewhere",
    ),
    "crosswalk.twice": (
        "“{value}”第 {first} 行已有去向，同一年应只有一个",
        "row {first} says already what becomes of '{value}', expected one row a year",
    ),
    "crosswalk.unknown": (
        "发现“{value}”，应为 {year} 年时还在的司法所编号",
        "found '{value}', expected the id of a station that is still there in {year}",
    ),
    "crosswalk.unknown_near": (
        "发现“{value}”，应为 {year} 年时还在的司法所编号，是否为“{near}”？",
        "found '{value}', expected the id of a station that is still there in {year}, perhaps "
        "'{near}'",
    ),
    "crosswalk.not_new": (
        "“{value}”{year} 年时已经有了，应为新的编号",
        "'{value}' is there already in {year}, expected a new id",
    ),
    "crosswalk.undescribed": (
        "新设的“{value}”缺 {names}",
        "the new station '{value}' lacks {names}",
    ),
    "crosswalk.no_successor": (
        "承接的“{value}”{year} 年时不在表中，也没有写它的情况",
        "the successor '{value}' is not in the tables in {year}, nor is it described",
    ),
    "carry.moved": (
        "{year} 年：{number} 个所变更编号或并入他所，{history} 条历年联系转到承接的所：{names}",
        "{year}: stations that go on under another id: {number}, and pairings of earlier years "
        "with them: {history}; these are {names}",
    ),
    "carry.renamed": (
        "{year} 年：{number} 个所编号不变而名称等有变，{history} 条历年联系照旧：{names}",
        "{year}: stations that keep their id and change otherwise: {number}, and pairings of "
        "earlier years that stay: {history}; these are {names}",
    ),
    "carry.closed": (
        "{year} 年：{number} 个所撤销且无承接的所，"
        "{history} 条历年联系保留在册，不再约束任何单位：{names}",
        "{year}: stations that close without a successor: {number}, and pairings of earlier years "
        "that stay on record and bind nobody: {history}; these are {names}",
    ),
    "carry.new": (
        "{year} 年：新设 {number} 个所：{names}",
        "{year}: new stations: {number}; these are {names}",
    ),
    "carry.dropped": (
        "{year} 年：所指的所已撤销，去掉申报 {wishes} 条、回避 {recusals} 条、指定与否定 {pins} 条",
        "{year}: of closed stations {wishes} wishes, {recusals} recusals and {pins} pins are "
        "dropped",
    ),
    "horizon.standing": (
        "以后各年的推荐、申报与其他各表，除所列变动外照今年不变；指定与否定只管第一年。",
        "Nominations, wishes and all other tables of later years are those of the first, but for "
        "the changes named; pins are of the first year only.",
    ),
    "horizon.year": (
        "{year} 年{part}：{pairings} 个结对{goals}；累计走访 {counties} 个县、{stations} 个所",
        "{year} {part}: {pairings} pairings{goals}; {counties} counties and {stations} stations "
        "visited so far",
    ),
    "horizon.goal": ("；{goal} {value}", "; {goal} {value}"),
    "horizon.audited": (
        "{years} 年的方案均经独立审计，每年 {rules} 项规则与目标成立",
        "Independent audit, years: {years}; all {rules} rules and goals of each hold",
    ),
    "horizon.written": (
        "已写入 {folder}：每年一个文件夹，所依据的表在其中的 data",
        "Written to {folder}: a folder a year, the tables it was made from in its `data`",
    ),
    "visit.needed": (
        "应与 --visit 同用",
        "expected together with --visit",
    ),
    "visit.both": (
        "既有 station_id 又有 county，应只用其一",
        "has both station_id and county, expected one of them",
    ),
    "visit.empty": (
        "没有要走访的，应有 station_id 或 county",
        "names nothing to visit, expected station_id or county",
    ),
    "visit.merged": (
        "名单上的 {names} 并为“{value}”，名单应只留其一",
        "{names} of the list merge into '{value}', expected one of them on the list",
    ),
    "give_up.unknown": (
        "发现“{value}”，应为 目标=数，目标为 {known} 之一",
        "found '{value}', expected GOAL=AMOUNT with one of {known}",
    ),
    "give_up.given": (
        "首年{part}“{goal}”：单独最优 {best}，本方案 {value}，降低 {lost}，不超过所说的 {amount}；"
        "排在它前面的目标不得降低",
        "first year, {part}, {goal}: {best} at its best, {value} here; lost: {lost}, of at most "
        "{amount} stated; the goals before it lose nothing",
    ),
    "give_up.unproved": (
        "首年排在 {goal} 之前的目标没有证到最优，无从据以限定",
        "the first year's goals before {goal} were not proved, so nothing can be held to them",
    ),
    "visit.fewest.county": (
        "实现 {number} 个县全覆盖最少需 {years} 年（{first}–{last}），已证明；逐年方案见下",
        "{number} counties can be visited in {years} years ({first}–{last}), and no fewer: proved",
    ),
    "visit.fewest.station": (
        "实现 {number} 个所全覆盖最少需 {years} 年（{first}–{last}），已证明；逐年方案见下",
        "{number} stations can be visited in {years} years ({first}–{last}), and no fewer: proved",
    ),
    "visit.one.county": (
        "实现 {number} 个县全覆盖，{first} 年一年即可",
        "{number} counties can be visited in one year, {first}",
    ),
    "visit.one.station": (
        "实现 {number} 个所全覆盖，{first} 年一年即可",
        "{number} stations can be visited in one year, {first}",
    ),
    "visit.sought.all": (
        "下列方案说明可行，每年都合规；除全覆盖之外依次求结对多、合申报、合需求、路途短，"
        "不是每年单独最优的方案",
        "The plans below show how; every year keeps the rules. Beyond the visits they seek most "
        "pairings, wishes, need and short ways over all years: they are not each year's best plan",
    ),
    "visit.sought.later": (
        "下列方案说明可行，每年都合规；首年除全覆盖和所限的目标之外没有再求好，以后各年依次求结对多、"
        "合申报、合需求、路途短，不是每年单独最优的方案",
        "The plans below show how; every year keeps the rules. The first year seeks nothing beyond "
        "the visits and the goals it is held to, later ones most pairings, wishes, need and short "
        "ways: they are not each year's best plan",
    ),
    "visit.sought.none": (
        "下列方案说明可行，每年都合规；除全覆盖之外没有再求好，不是每年单独最优的方案",
        "The plans below show how; every year keeps the rules. Beyond the visits nothing better "
        "was sought: they are not each year's best plan",
    ),
    "visit.none": ("均无法安排走访：", "Nothing of it can be visited: "),
    "visit.never.county": (
        "{names}，共 {number} 个县没有可安排的推荐司法所，各年度均无法安排",
        "{number} counties have no nominated station that a unit may have and can never be "
        "visited: {names}",
    ),
    "visit.never.station": (
        "{names}，共 {number} 个所未推荐或没有可安排的单位，各年度均无法安排",
        "{number} stations are not nominated, or no unit may have them, and can never be visited: "
        "{names}",
    ),
    "visit.too_few": (
        "{years} 年内（{first}–{last}）无法全覆盖：",
        "{first}–{last} ({years} years) are not enough: ",
    ),
    "visit.too_few.one": (
        "{first} 年一年无法全覆盖：",
        "One year, {first}, is not enough: ",
    ),
    "visit.asked.county": (
        "{names} {number} 个县各须走访，至少 {number} 个结对",
        "counties to visit: {number}, a pairing each at least ({names})",
    ),
    "visit.asked.station": (
        "{names} {number} 个所各须走访，至少 {number} 个结对",
        "stations to visit: {number}, a pairing each at least: {names}",
    ),
    "visit.pool": (
        "{names} {number} 个县里名单上的 {amount} 个所各须走访，至少 {amount} 个结对",
        "stations of the list in {names}: {amount}, a pairing each at least",
    ),
    "visit.unit_quota.upper": (
        "{names}在 {years} 年里合计至多 {amount} 个结对（{clause}）",
        "{names} may have at most {amount} in all ({clause})",
    ),
    "visit.unit_quota.lower": (
        "{names}在 {years} 年里合计至少 {amount} 个结对（{clause}）",
        "{names} must have {amount} or more in all ({clause})",
    ),
    "visit.unit_city.upper": (
        "同一单位同一设区市的所每年有上限（{clause}），"
        "{names}在 {years} 年里合计至多 {amount} 个结对",
        "a unit's stations in one city are limited ({clause}): at most {amount} pairings in all of "
        "{names}",
    ),
    "visit.station_capacity.upper": (
        "{names} {number} 个所在 {years} 年里合计至多 {amount} 个结对（{clause}）",
        "stations: {number}, at most {amount} in all ({clause}): {names}",
    ),
    "visit.county_cap.upper": (
        "{names} {number} 个县在 {years} 年里合计至多 {amount} 个结对（{clause}）",
        "counties: {number}, at most {amount} in all ({clause}; {names})",
    ),
    "visit.pin.lower": (
        "{names} {number} 对已经指定（{clause}）",
        "pairs required by decision: {number} ({clause}): {names}",
    ),
    "visit.pin.upper": (
        "{names} {number} 对各至多一次（{clause}）",
        "pairs that can be made once: {number} ({clause}): {names}",
    ),
    "visit.hard_share.lower": (
        "{years} 年里困难艰苦所的结对至少 {amount} 个（{clause}）",
        "{amount} pairings or more are to be at hard stations ({clause})",
    ),
    "visit.hard_share.upper": (
        "{years} 年里困难艰苦所的结对至多 {amount} 个（{clause}）",
        "at most {amount} pairings are at hard stations ({clause})",
    ),
    "visit.in_city": ("{unit}在{city}", "{unit} in {city}"),
    "visit.rotation": (
        "同一单位在轮换年限内不重复到同一个所（{clause}）",
        "a unit does not return to a station within the years of rotation ({clause})",
    ),
    "visit.first_year": (
        "首年的目标至多降低所说的数额",
        "the first year's goals lose at most what was stated",
    ),
    "visit.most": ("因此至多可走访其中 {number} 个", "so at most {number} of these can be visited"),
    "visit.most_none": (
        "这期间没有可安排的推荐司法所，均无法安排走访",
        "in this time there is no nominated station to choose, so none can be visited",
    ),
    "visit.relaxed": (
        "这里还没有计入各年之间的轮换等约束，计入后只会更难",
        "this is so even without rotation from year to year and other rules that cut across, which "
        "could only leave less",
    ),
}
