"""Sentences about the input: tables, policy, and what is wrong with them."""

TABLES: dict[str, tuple[str, str]] = {
    # files
    "path.missing": (
        "没有这个文件或文件夹，应为数据文件夹或 .xlsx 工作簿",
        "no such file or folder, expected a data folder or an .xlsx workbook",
    ),
    "table.missing_file": (
        "没有这个文件，应为 CSV 文件",
        "no such file, expected a CSV file",
    ),
    "path.kind": (
        "不是可读的数据，应为 CSV 文件夹或 .xlsx 工作簿",
        "not something to read, expected a folder of CSV files or an .xlsx workbook",
    ),
    "path.unreadable": (
        "无法读取（{value}），应为可读的文件",
        "cannot be read ({value}), expected a readable file",
    ),
    "csv.utf16": (
        "文件是 UTF-16 编码或不是文本，应另存为“CSV UTF-8”",
        "the file is UTF-16 or not text, expected it saved as 'CSV UTF-8'",
    ),
    "csv.nul": (
        "文件中有空字符（NUL），应为纯文本",
        "the file has a NUL character, expected plain text",
    ),
    "csv.encoding": (
        "此行有无法识别的字节，应为 UTF-8 编码",
        "this line has bytes that are no text, expected UTF-8",
    ),
    "csv.gb18030": (
        "文件不是 UTF-8 编码，已按 GB18030 读取",
        "the file is not UTF-8, it was read as GB18030",
    ),
    "csv.quote": (
        "从此行起引号不成对，应成对使用双引号",
        "a quote is out of place from this row on, expected quotes in pairs",
    ),
    "csv.long": (
        "此行有一格超过 131072 个字符，可能是引号没有成对",
        "a cell of this row is over 131072 characters, perhaps a quote has no partner",
    ),
    "csv.separator": (
        "发现以 {value} 分隔的列，应以逗号分隔",
        "found columns separated by {value}, expected commas",
    ),
    "workbook.old": (
        "是旧版 .xls 或加密的工作簿，应另存为不加密的 .xlsx",
        "an old .xls or an encrypted workbook, expected an .xlsx without a password",
    ),
    "workbook.not_zip": (
        "不是 .xlsx 工作簿，应为电子表格软件保存的 .xlsx 文件",
        "not an .xlsx workbook, expected a file saved by a spreadsheet program",
    ),
    "workbook.not_workbook": (
        "压缩包中没有工作簿，应为电子表格软件保存的 .xlsx 文件",
        "an archive without a workbook in it, expected a file saved by a spreadsheet program",
    ),
    "workbook.broken": (
        "工作簿的压缩内容已损坏，应重新保存一份",
        "the workbook's archive is damaged, expected a file saved afresh",
    ),
    "workbook.damaged": (
        "工作簿无法打开（{value}），应重新保存一份",
        "the workbook cannot be opened ({value}), expected a file saved afresh",
    ),
    "workbook.too_big": (
        "工作簿解压后超过 128 MB，应删去多余的工作表和格式",
        "the workbook unpacks to over 128 MB, expected one without needless sheets and formats",
    ),
    "workbook.too_far": (
        "工作表用到了第 200000 行或第 702 列以外的单元格，应删去数据以外的内容",
        "a sheet uses cells beyond row 200000 or column 702, expected nothing outside the data",
    ),
    "workbook.entities": (
        "工作簿中有外部实体定义，应为电子表格软件保存的 .xlsx 文件",
        "the workbook defines entities, expected a file saved by a spreadsheet program",
    ),
    # tables
    "table.missing": (
        "缺少{zh}表，应有文件 {name}.csv",
        "the table {name} ({zh}) is missing, expected a file {name}.csv",
    ),
    "table.no_sheet": (
        "缺少{zh}表，应有名为 {name} 的工作表",
        "the table {name} ({zh}) is missing, expected a sheet named {name}",
    ),
    "table.misspelt": (
        "发现表“{value}”，是否应为 {name}？",
        "found a table '{value}', expected perhaps {name}",
    ),
    "table.unknown": (
        "不认识表“{value}”，没有读取",
        "the table '{value}' is not known, it was not read",
    ),
    "table.twice": (
        "工作表“{value}”与另一工作表是同一个表，应只留一个",
        "the sheet '{value}' is the same table as another sheet, expected only one",
    ),
    "table.no_header": (
        "文件是空的，应有一行表头",
        "the file is empty, expected a row of headers",
    ),
    "table.empty": (
        "只有表头没有数据，应至少有一行",
        "there are headers but no data, expected at least one row",
    ),
    "header.missing": (
        "缺少这一列（{zh}）",
        "this column ({zh}) is missing",
    ),
    "header.misspelt": (
        "没有这一列，又缺少 {name}（{zh}），应为 {name}",
        "there is no such column and {name} ({zh}) is missing, expected {name}",
    ),
    "header.unknown": (
        "不认识这一列，没有读取",
        "this column is not known, it was not read",
    ),
    "header.twice": (
        "与列“{first}”重复，应只留一列",
        "this repeats the column '{first}', expected only one of them",
    ),
    "header.blank": (
        "第 {place} 列有内容而没有表头，应填写表头",
        "column {place} has cells but no header, expected a header",
    ),
    "row.ragged": (
        "发现 {found} 个字段，应为 {expected} 个",
        "found {found} fields, expected {expected}",
    ),
    "row.repeated": (
        "与第 {first} 行重复，只算一次",
        "this repeats row {first}, it counts once",
    ),
    "row.same_rank": (
        "与第 {first} 行是同一处室的同一志愿序号，两者并列",
        "this has the same department and rank as row {first}, both count alike",
    ),
    # cells
    "cell.blank": (
        "此格为空，应填写",
        "this cell is blank, expected a value",
    ),
    "cell.blanks": (
        "{count} 格首尾有空白，已去掉（第 {rows} 行）",
        "blanks around {count} cell(s) were taken off (rows {rows})",
    ),
    "cell.wide": (
        "{count} 格有全角字符，已按半角读取（第 {rows} 行）",
        "full-width characters in {count} cell(s) were read as ordinary ones (rows {rows})",
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
        "此格的公式没有算出的值，应打开并重新保存工作簿",
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
    "cell.not_degrees": (
        "发现“{value}”，应为度数，如 115.89",
        "found '{value}', expected degrees such as 115.89",
    ),
    "cell.not_flag": (
        "发现“{value}”，应为 true/false、是/否 或 1/0",
        "found '{value}', expected true/false, 是/否 or 1/0",
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
        "发现“{value}”，应只有一个主题",
        "found '{value}', expected a single topic",
    ),
    # identifiers and references
    "id.hidden": (
        "发现“{value}”，编号中不应有不可见字符",
        "found '{value}', expected an identifier without invisible characters",
    ),
    "id.scientific": (
        "发现“{value}”，编号被电子表格改成了科学记数，应为文本格式的原编号",
        "found '{value}', an identifier turned into a number, expected it kept as text",
    ),
    "id.repeated": (
        "编号“{value}”已用于 {place}，应各不相同",
        "the identifier '{value}' is already used at {place}, expected a different one",
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
    "ref.elsewhere": (
        "发现“{value}”，是 {place} 中的，应为 {file} 中的编号或名称",
        "found '{value}', which is of {place}, expected an identifier or a name of {file}",
    ),
    "ref.case": (
        "发现“{value}”，应为 {file} 中的编号“{near}”，只有大小写不同",
        "found '{value}', expected '{near}' of {file}: only upper and lower case differ",
    ),
    "ref.padded": (
        "发现“{value}”，应为 {file} 中的编号“{near}”，前面的零可能被电子表格去掉了",
        "found '{value}', expected '{near}' of {file}: a spreadsheet may have dropped its zeros",
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
        "“{value}”（{count} 行）已不在 {file} 中，不影响今年的单位",
        "'{value}' ({count} row(s)) is no longer in {file}, it binds no unit of this year",
    ),
    # places
    "place.unknown": (
        "发现“{value}”，应为 {file} 中层级为 {level} 的地方",
        "found '{value}', expected a place of level {level} in {file}",
    ),
    "place.unknown_near": (
        "发现“{value}”，应为 {file} 中层级为 {level} 的地方，是否为“{near}”？",
        "found '{value}', expected a place of level {level} in {file}, perhaps '{near}'",
    ),
    "place.other_level": (
        "发现“{value}”，层级为 {level}，而它的层级应为 {other}",
        "found '{value}' as a {level}, expected the level {other} for it",
    ),
    "place.ambiguous_county": (
        "发现“{value}”，有 {count} 个同名的县，应写明：{names}",
        "found '{value}', which {count} counties are named, expected one of: {names}",
    ),
    "place.ambiguous_station": (
        "发现“{value}”，有 {count} 个同名的司法所，应写编号：{names}",
        "found '{value}', which {count} stations are named, expected an identifier: {names}",
    ),
    # pins
    "pin.both": (
        "第 {first} 行对同一结对作了相反的决定，应只留一个",
        "row {first} decides the opposite for the same pair, expected only one of them",
    ),
    "pin.recused": (
        "指定的结对须回避（{place}），应去掉其中之一",
        "the pair is required but recused at {place}, expected only one of them",
    ),
    "pin.exempt": (
        "“{value}”承担驻村扶贫任务，不安排对口联系，不应指定结对",
        "'{value}' is on village duty and not paired, expected no required pair",
    ),
    # policy
    "policy.syntax": (
        "不是有效的 TOML（{value}）",
        "not valid TOML ({value})",
    ),
    "policy.missing": (
        "没有这个文件，应为 TOML 政策文件",
        "no such file, expected a policy file in TOML",
    ),
    "policy.encoding": (
        "文件不是 UTF-8 编码，应为 UTF-8",
        "the file is not UTF-8, expected UTF-8",
    ),
    "policy.unknown": (
        "没有这个参数，可用的有：{known}",
        "there is no such key, expected one of: {known}",
    ),
    "policy.replaced": (
        "这个参数已取消，现在由 {key} 限制每个所的单程分钟数",
        "this key is gone, expected {key}: the most minutes one way to any one station",
    ),
    "policy.unknown_near": (
        "没有这个参数，是否应为 {near}？",
        "there is no such key, expected perhaps {near}",
    ),
    "policy.not_section": (
        "发现 {value}，应为一节 [{section}]",
        "found {value}, expected a section [{section}]",
    ),
    "policy.not_whole": (
        "发现 {value}，应为整数",
        "found {value}, expected a whole number",
    ),
    "policy.not_text": (
        "发现 {value}，应为不空的文字",
        "found {value}, expected text",
    ),
    "policy.not_date": (
        "发现 {value}，应为日期，如 2019-01-01",
        "found {value}, expected a date such as 2019-01-01",
    ),
    "policy.not_bounds": (
        "发现 {value}，应为两个整数：[下限, 上限]",
        "found {value}, expected two whole numbers: [lower, upper]",
    ),
    "policy.not_list": (
        "发现 {value}，应为由下列组成的列表：{choices}",
        "found {value}, expected a list of: {choices}",
    ),
    "policy.not_choice": (
        "发现 {value}，应为下列之一：{choices}",
        "found {value}, expected one of: {choices}",
    ),
    "policy.not_choice_near": (
        "发现 {value}，是否应为 {near}？",
        "found {value}, expected perhaps {near}",
    ),
    "policy.range": (
        "发现 {value}，应在 {low} 与 {high} 之间",
        "found {value}, expected {low} to {high}",
    ),
    "policy.bounds_range": (
        "发现 {value}，两数应在 {low} 与 {high} 之间，上限至少为 1",
        "found {value}, expected two figures from {low} to {high}, the upper one at least 1",
    ),
    "policy.crossed": (
        "发现 {value}，下限不应高于上限",
        "found {value}, expected a lower bound that is not above the upper one",
    ),
    "policy.twice": (
        "{value} 出现两次，应各一次",
        "{value} is there twice, expected it once",
    ),
    "policy.tie_last": (
        "发现 {value}，最后一个应为 tie",
        "found {value}, expected tie as the last one",
    ),
    "policy.no_weight": (
        "各项权重都为零，应至少有一项大于零",
        "every weight is zero, expected at least one above zero",
    ),
}
