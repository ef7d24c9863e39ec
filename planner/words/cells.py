"""Sentences about cells, and about what one row says of another."""

CELLS: dict[str, tuple[str, str]] = {
    "cell.blank": (
        "此格为空，应填写",
        "this cell is blank, expected a value",
    ),
    "cell.blanks": (
        "{count} 格首尾有空白，已去掉（第 {rows} 行）",
        "blanks around {count} cell(s) were taken off (rows {rows})",
    ),
    "cell.inner_blanks": (
        "{count} 格名称中间有空白，已去掉（第 {rows} 行）",
        "blanks within the names of {count} cell(s) were taken out (rows {rows})",
    ),
    "cell.footnote": (
        "发现“{value}”，数字后带有角标或脚注序号，应删去",
        "found '{value}', where the mark of a footnote follows a digit, expected it without",
    ),
    "cell.wide": (
        "{count} 格有全角字符，已按半角读取（第 {rows} 行）",
        "full-width characters in {count} cell(s) were read as ordinary ones (rows {rows})",
    ),
    "cell.invisible": (
        "{count} 格有看不见的字符，已去掉（第 {rows} 行）",
        "invisible characters in {count} cell(s) were taken out (rows {rows})",
    ),
    "cell.ticks": (
        "打勾 {ticks} 格为“是”，空白 {blanks} 格为“否”",
        "{ticks} ticked cell(s) were read as yes, {blanks} blank ones as no",
    ),
    "cell.thousands": (
        "{count} 格有千位分隔符，已去掉（第 {rows} 行）",
        "thousands separators in {count} cell(s) were taken off (rows {rows})",
    ),
    "cell.error": (
        "发现公式错误“{value}”，应为数值或文字",
        "found the formula error '{value}', expected a value",
    ),
    "cell.formula": (
        "此格的公式没有计算结果，应在电子表格软件中打开并保存后再用",
        "the formula here has no computed value, expected a workbook opened and saved again",
    ),
    "cell.not_whole": (
        "发现“{value}”，应为整数",
        "found '{value}', expected a whole number",
    ),
    "cell.date": (
        "发现“{value}”，像是日期，应为整数",
        "found '{value}', which looks like a date, expected a whole number",
    ),
    "cell.date_cell": (
        "发现日期“{value}”（去掉日期格式则为 {number}），此列不应是日期，请改为常规或文本格式"
        "并核对",
        "found the date '{value}' ({number} without the date format), expected no date here: "
        "change the cell's format and check the value",
    ),
    "cell.character": (
        "发现“{value}”，其中有不允许的字符 {code}，应去掉",
        "found '{value}' with the character {code}, expected text without it",
    ),
    "cell.lost": (
        "发现“{value}”，其中的字在转换编码时已经丢失（U+FFFD），应由原来的文件重新导出",
        "found '{value}', where characters were lost by a wrong decoding (U+FFFD), expected the "
        "table exported again from where it was made",
    ),
    "cell.slash": (
        "发现“{value}”，设区市和县的名称中不应有“/”",
        "found '{value}', expected no '/' in the name of a city or a county",
    ),
    "date.none": (
        "发现“{value}”，没有这一天，应为日期，如 2019-03-01",
        "found '{value}', there is no such date, expected one such as 2019-03-01",
    ),
    "date.shape": (
        "发现“{value}”，应为日期，写作年-月-日，如 2019-03-01",
        "found '{value}', expected a date as YYYY-MM-DD, such as 2019-03-01",
    ),
    "date.number": (
        "发现“{value}”，像是电子表格的日期序号，应为日期，写作年-月-日，如 2019-03-01",
        "found '{value}', a spreadsheet's number of a date, expected YYYY-MM-DD as 2019-03-01",
    ),
    "date.range": (
        "发现“{value}”，年份应在 {low} 与 {high} 之间",
        "found '{value}', expected a year from {low} to {high}",
    ),
    "date.asked": (
        "发现“{value}”，应为日期，如 2019-03-01",
        "found '{value}', expected a date such as 2019-03-01",
    ),
    "cell.not_degrees": (
        "发现“{value}”，应为度数，如 115.89",
        "found '{value}', expected degrees such as 115.89",
    ),
    "cell.not_flag": (
        "发现“{value}”，应为 true/false、是/否、有/无、√/× 或 1/0",
        "found '{value}', expected true/false, yes/no, 是/否, √/× or 1/0",
    ),
    "cell.not_choice": (
        "发现“{value}”，应为下列之一：{choices}",
        "found '{value}', expected one of: {choices}",
    ),
    "cell.range": (
        "发现“{value}”，应在 {low} 与 {high} 之间",
        "found '{value}', expected {low} to {high}",
    ),
    "cell.several_topics": (
        "发现“{value}”，只能填一项",
        "found '{value}', expected a single topic",
    ),
    "id.scientific": (
        "发现“{value}”，是科学记数或超过 15 位的数字，编号已不准确，应为文本格式的原编号",
        "found '{value}', an identifier turned into a number of over 15 digits or in "
        "scientific notation, expected it kept as text",
    ),
    "id.repeated": (
        "编号“{value}”已用于 {place}，应各不相同",
        "the identifier '{value}' is already used at {place}, expected a different one",
    ),
    "span.ends_early": (
        "结束日期 {value} 早于开始日期 {start}，应不早于开始日期",
        "the end {value} is before the start {start}, expected it on that day or later",
    ),
    "cadre.born_late": (
        "出生日期 {value} 不早于到厅日期 {joined}，应早于该日",
        "born on {value}, not before joining on {joined}; expected an earlier day",
    ),
    "cadre.too_young": (
        "出生日期 {value}：到 {joined} 不满 {least} 周岁，应已满 {least} 周岁",
        "born on {value}: under {least} years on {joined}, expected {least} or over",
    ),
    "ref.unknown": (
        "发现“{value}”，应为 {file} 中的编号",
        "found '{value}', expected an identifier of {file}",
    ),
    "ref.near": (
        "发现“{value}”，应为 {file} 中的编号，是否为“{near}”？",
        "found '{value}', expected an identifier of {file}, perhaps '{near}'",
    ),
    "ref.several": (
        "发现“{value}”，{file} 中有 {count} 个同名的，应写编号：{names}",
        "found '{value}', which {count} of {file} are named, expected an identifier: {names}",
    ),
    "ref.short": (
        "发现“{value}”，名称不全，应写编号或全称：{names}",
        "found '{value}', a part of a name, expected an identifier or the whole name: {names}",
    ),
    "ref.elsewhere": (
        "发现“{value}”，是 {place} 中的，应为 {file} 中的编号或名称",
        "found '{value}', which is of {place}, expected an identifier or a name of {file}",
    ),
    "ref.case": (
        "发现“{value}”，应为 {file} 中的编号“{near}”，只有大小写或空白不同",
        "found '{value}', expected '{near}' of {file}: only blanks or upper and lower case differ",
    ),
    "ref.padded": (
        "发现“{value}”，应为 {file} 中的编号“{near}”，两者只差零，可能被电子表格改过",
        "found '{value}', expected '{near}' of {file}: only zeros differ, a spreadsheet may have "
        "changed them",
    ),
    "principal.none": (
        "没有一位是主要领导，应恰有一位",
        "nobody is the principal leader, expected exactly one",
    ),
    "principal.second": (
        "第 {first} 行已是主要领导，应恰有一位",
        "row {first} is the principal leader already, expected exactly one",
    ),
    "history.late": (
        "发现 {value} 年，应早于方案年度 {year}",
        "found {value}, expected a year before the plan's, {year}",
    ),
    "history.gone": (
        "“{value}”（{count} 行）在今年名单 {file} 中查不到，不参与轮换判断",
        "'{value}' ({count} row(s)) is no longer in {file}, it binds no unit of this year",
    ),
    "history.unjoined": (
        "最近 {years} 年的 {rows} 行中有 {count} 行与今年的名单对不上，轮换将落空；应核对单位"
        "和司法所的编号或名称",
        "{count} of the {rows} rows of the last {years} years join no unit or station of "
        "this year, so the rotation would be lost; expected the identifiers or names of this "
        "year's tables",
    ),
    "postings.gone": (
        "“{value}”（{count} 行）在 {file} 中查不到，不占任何接收名额",
        "'{value}' ({count} row(s)) is no longer in {file}, it takes no place at any host",
    ),
    "wish.no_weight": (
        "志愿序号 {rank} 在第三以后，不计分（只有第 1 至 3 志愿计分）",
        "the rank {rank} counts nothing: only ranks 1 to 3 do, from 4 on there is no weight",
    ),
    "topic.nowhere": (
        "“{value}”（{count} 个处室）不是任何司法所的工作重点，请核对写法",
        "'{value}' ({count} department(s)) is no station's focus, please check how it is written",
    ),
    "place.emptied": (
        "“{value}”已没有司法所，此行不起作用",
        "'{value}' has no station any more, this row has no effect",
    ),
    "place.unknown": (
        "发现“{value}”，应为 {file} 中的{level}",
        "found '{value}', expected {level} of {file}",
    ),
    "place.unknown_near": (
        "发现“{value}”，应为 {file} 中的{level}，是否为“{near}”？",
        "found '{value}', expected {level} of {file}, perhaps '{near}'",
    ),
    "place.station": ("司法所编号或名称", "a station's identifier or name"),
    "place.county": ("县（市、区）名称", "a county's name"),
    "place.city": ("设区市名称", "a city's name"),
    "place.department": ("处室编号或名称", "a department's identifier or name"),
    "place.other_level": (
        "发现“{value}”，是{other}，而层级写作另一级，应改正层级或地方",
        "found '{value}', which is {other}, beside another level: expected level and place to "
        "agree",
    ),
    "place.ambiguous_county": (
        "发现“{value}”，有 {count} 个同名的县，应写明：{names}",
        "found '{value}', which {count} counties are named, expected one of: {names}",
    ),
    "place.ambiguous_station": (
        "发现“{value}”，有 {count} 个同名的司法所，应写编号：{names}",
        "found '{value}', which {count} stations are named, expected an identifier: {names}",
    ),
    "pin.both": (
        "第 {first} 行对同一结对作了相反的决定，应只留一个",
        "row {first} decides the opposite for the same pair, expected only one of them",
    ),
    "pin.recused": (
        "指定的结对须回避（{place}），应去掉其中之一",
        "the pair is required but recused at {place}, expected only one of them",
    ),
    "pin.exempt": (
        "{unit}承担驻村扶贫任务，不安排对口联系，不应指定结对",
        "{unit} is on village duty and not paired, expected no required pair",
    ),
}
