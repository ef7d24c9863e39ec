"""Sentences about files, sheets, headers and rows, and what is wrong with them."""

TABLES: dict[str, tuple[str, str]] = {
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
    "file.too_big": (
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
    "text.encoding": (
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
    "table.missing": (
        "缺少{zh}表，应有文件 {name}.csv",
        "the table {name} ({zh}) is missing, expected a file {name}.csv",
    ),
    "table.no_sheet": (
        "缺少{zh}表，应有名为“{zh}”（或 {name}）的工作表",
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
    "sheet.blank": (
        "此工作表是空的，按没有一行读取",
        "this sheet is blank, it was read as having no row",
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
    "rows.signed": (
        "{count} 行是制表、审核等签署内容，已跳过（第 {rows} 行）",
        "{count} row(s) are signatures of who made or checked the table and were passed over "
        "(rows {rows})",
    ),
    "rows.unsigned": (
        "发现“{value}”，像是制表、审核等签署内容，而此行另有其他文字；应删去此行，或移到表头以上",
        "found '{value}', which looks like who made or checked the table, beside other text; "
        "expected this row taken out, or put above the headers",
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
    "column.stopped": (
        "此列问题过多，自此行起未再检查；请先改正以上各处",
        "there is too much wrong with this column, it was not looked at from this row on; please "
        "see to the above first",
    ),
    "ledger.more": (
        "同类问题另有 {count} 处，未逐一列出",
        "{count} more of the same kind are not listed",
    ),
    "faults.hint": (
        "提示：{said}",
        "note: {said}",
    ),
}
