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
    "path.too_big": (
        "文件超过 128 MB，应删去数据以外的内容",
        "the file is over 128 MB, expected nothing in it but the data",
    ),
    "folder.workbook": (
        "文件夹中没有数据表，只有工作簿“{names}”；应直接给出工作簿的路径：{path}",
        "there are no tables in this folder but a workbook '{names}'; expected the path of "
        "the workbook: {path}",
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
        "此行有无法识别的字节，应为 UTF-8 或 GB18030 编码",
        "this line has bytes that are no text, expected UTF-8 or GB18030",
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
    "csv.too_big": (
        "文件超过 128 MB，应删去数据以外的内容",
        "the file is over 128 MB, expected nothing in it but the data",
    ),
    "csv.too_far": (
        "超过 200000 行或 702 列，应删去数据以外的内容",
        "there are over 200000 rows or 702 columns, expected nothing outside the data",
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
        "工作表用到了第 200000 行或第 702 列（ZZ）以外的单元格，应删去数据以外的内容",
        "a sheet uses cells beyond row 200000 or column 702 (ZZ), expected nothing outside "
        "the data",
    ),
    "workbook.entities": (
        "工作簿中有实体定义（DOCTYPE），应为电子表格软件保存的 .xlsx 文件",
        "the workbook defines entities (DOCTYPE), expected a file saved by a spreadsheet program",
    ),
    "workbook.too_many": (
        "工作簿中的单元格或部件过多，应删去数据以外的行、列和工作表",
        "the workbook has too many cells or parts, expected no rows, columns and sheets but "
        "the data",
    ),
    "workbook.cut": (
        "工作簿不完整或已损坏，应重新保存或重新传送一份",
        "the workbook is incomplete or damaged, expected a file saved or sent afresh",
    ),
    "workbook.macros": (
        "工作簿中有宏，应另存为不含宏的 .xlsx",
        "the workbook has macros, expected an .xlsx without them",
    ),
    "workbook.external": (
        "工作簿链接了外部工作簿，应断开外部链接并保存为数值",
        "the workbook links to external workbooks, expected the links broken and values saved",
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
    "sheet.unknown": (
        "工作表“{value}”不在约定名称之列，未读取",
        "the sheet '{value}' is not known, it was not read",
    ),
    "sheet.like": (
        "工作表“{value}”像是“{zh}”；请改名为“{name}”，或在名称前加“_”表示不读",
        "the sheet '{value}' looks like the table {zh}; expected the name '{name}', or '_' "
        "before it if it is not to be read",
    ),
    "sheet.twice": (
        "工作表 {names} 都是“{zh}”，应只留一个，其余在名称前加“_”",
        "the sheets {names} are all the table {zh}, expected only one, and '_' before the others",
    ),
    "sheet.hidden": (
        "此工作表是隐藏的，仍已读取",
        "this sheet is hidden, it was read",
    ),
    "file.unknown": (
        "文件“{value}”不在约定名称之列，未读取",
        "the file '{value}' is not known, it was not read",
    ),
    "file.like": (
        "文件“{value}”像是“{zh}”；请改名为 {name}.csv，或在名称前加“_”表示不读",
        "the file '{value}' looks like the table {zh}; expected the name {name}.csv, or '_' "
        "before it if it is not to be read",
    ),
    "file.twice": (
        "文件 {names} 都是“{zh}”，应只留一个，其余在名称前加“_”",
        "the files {names} are all the table {zh}, expected only one, and '_' before the others",
    ),
    "file.ending": (
        "文件“{value}”像是“{zh}”，但不是 CSV 文件，不会读取；应为 {name}.csv 或 {zh}.csv，或"
        "在名称前加“_”表示不读",
        "the file '{value}' looks like the table '{name}' ({zh}) and would not be read; "
        "expected {name}.csv, or '_' before its name if it is not to be read",
    ),
    "table.too_wide": (
        "行数乘列数过大，应删去数据以外的行和列",
        "there are too many rows times columns, expected no rows and columns but the data",
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
        "列名无法识别，又缺少 {name}（{zh}），应为 {name}",
        "the header is not known and {name} ({zh}) is missing, expected {name}",
    ),
    "header.misspelt_zh": (
        "列名无法识别，疑为“{name}”，请改为“{name}”",
        "the header is not known and '{name}' is missing, expected '{name}'",
    ),
    "header.lacking": (
        "缺少这一列",
        "this column is missing",
    ),
    "header.unit": (
        "列名中的单位是“{unit}”，应为“{expected}”，请换算后改正",
        "the header's unit is '{unit}', expected '{expected}': please convert the figures",
    ),
    "header.no_unit": (
        "列名中有单位“{unit}”{expected}，此列不应有单位",
        "the header has a unit '{unit}'{expected}, expected none for this column",
    ),
    "header.unknown": (
        "列名不在约定之列，未读取",
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
    "rows.title": (
        "表头以上 {count} 行是标题，未作为数据（第 {rows} 行）",
        "{count} row(s) above the headers are a title and no data (rows {rows})",
    ),
    "rows.blank": (
        "{count} 行空行，已跳过（第 {rows} 行）",
        "{count} blank row(s) were passed over (rows {rows})",
    ),
    "rows.header": (
        "{count} 行重复表头，已跳过（第 {rows} 行）",
        "{count} row(s) repeat the headers and were passed over (rows {rows})",
    ),
    "rows.total": (
        "{count} 行是合计或说明，已跳过（第 {rows} 行）",
        "{count} row(s) are totals or notes and were passed over (rows {rows})",
    ),
    "rows.hidden": (
        "{count} 行是隐藏的，仍已读取（第 {rows} 行）",
        "{count} hidden row(s) were read (rows {rows})",
    ),
    "merged.read": (
        "{count} 处合并单元格，已按所覆盖的各行同值读取",
        "{count} merged cell(s) were read as the same value in every row they cover",
    ),
    "merged.across": (
        "单元格跨列合并（{area}），应取消合并；分节标题行应删去，或移到表头以上",
        "cells are merged across columns ({area}), expected them unmerged, and no section "
        "titles among the rows",
    ),
    "merged.kind": (
        "单元格合并（{area}），此列应逐行填写，请取消合并",
        "cells are merged ({area}), expected this column filled in row by row: please unmerge",
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
    # identifiers and references
    "id.scientific": (
        "发现“{value}”，是科学记数或超过 15 位的数字，编号已不准确，应为文本格式的原编号",
        "found '{value}', an identifier turned into a number of over 15 digits or in "
        "scientific notation, expected it kept as text",
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
    "ledger.more": (
        "同类问题另有 {count} 处，未逐一列出",
        "{count} more of the same kind are not listed",
    ),
    "faults.hint": (
        "提示：{said}",
        "note: {said}",
    ),
    "faults.more": (
        "另有 {count} 条，未列出",
        "{count} more line(s) are not shown",
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
        "此行有无法识别的字节，应为 UTF-8 或 GB18030 编码",
        "this line has bytes that are no text, expected UTF-8 or GB18030",
    ),
    "policy.quotes": (
        '此行有中文引号“”，请改为英文引号 ""',
        'this line has Chinese quotation marks, expected ""',
    ),
    "policy.nested": (
        "嵌套过深，应不超过 {most} 层",
        "values are nested too deep, expected {most} levels at most",
    ),
    "policy.digits": (
        "整数的位数过多，应为 {bits} 位二进制以内的整数",
        "a whole number has too many digits, expected one of {bits} bits",
    ),
    "policy.too_many": (
        "键和值过多，应不超过 {most} 个",
        "there are too many keys and values, expected {most} at most",
    ),
    "policy.too_big": (
        "文件超过 1 MB，应只有参数",
        "the file is over 1 MB, expected nothing in it but figures",
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
    "policy.not_rates": (
        "发现 {value}，应为 {{ 项 = 整数 }}，项为下列之一：{choices}",
        "found {value}, expected a table of whole numbers for: {choices}",
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
