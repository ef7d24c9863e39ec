"""Sentences about the policy file and every other TOML file."""

POLICIES: dict[str, tuple[str, str]] = {
    "policy.syntax": (
        "不是有效的 TOML 文件（{value}）",
        "not valid TOML ({value})",
    ),
    "policy.missing": (
        "没有这个文件，应为 TOML 政策文件",
        "no such file, expected a policy file in TOML",
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
