"""Sentences of the audit: a summary that cannot be read, and what changed since the plan."""

AUDIT: dict[str, tuple[str, str]] = {
    "audit.summary_json": (
        "无法读取，应为 planner plan 写出的 UTF-8 编码的 JSON",
        "cannot be read; expected JSON in UTF-8 as `planner plan` writes it",
    ),
    "audit.summary_field": (
        "{path} 是 {found}，应为 {expected}",
        "{path} is {found}; expected {expected}",
    ),
    "audit.no_year": (
        "没有一行结对，又没有 summary.json，无法确定是哪一年的方案；应至少有其中之一",
        "no row and no summary.json to tell the year of the plan; expected one of them",
    ),
    "audit.no_summary": (
        "没有这个文件，各项目标的数值未作审计",
        "there is no such file, so no goal's value was audited",
    ),
    "audit.unchanged": (
        "方案是按情景编制的，应按情景改动后的数据和政策参数审计：用 planner audit，"
        "或给出改动后的数据并写明 changed=True",
        "the plan was made with a scenario, expected the data and the policy as it changes them: "
        "use `planner audit`, or give those and say changed=True",
    ),
    "audit.pair": ("{unit}联系{station}", "{unit} has {station}"),
    "audit.pair.recusal": (
        "{unit}联系{station}，而须回避{place}",
        "{unit} has {station}, but is recused from {place}",
    ),
    "audit.pair.rotation": (
        "{unit}联系{station}，而 {last} 年联系过（{window} 年内不得重复）",
        "{unit} has {station}, but had it in {last} (none again of {window})",
    ),
    "audit.pair.travel": (
        "{unit}联系{station}，单程 {minutes} 分钟，至多 {bound} 分钟",
        "{unit} has {station}, {minutes} minutes one way; at most {bound}",
    ),
    "audit.unit": (
        "{unit}安排 {count} 个，应为 {low} 至 {high} 个",
        "{unit} has {count}; expected {low} to {high}",
    ),
    "audit.unit.exactly": (
        "{unit}安排 {count} 个，应为 {high} 个",
        "{unit} has {count}; expected {high}",
    ),
    "audit.unit_city": (
        "{name}在{city}安排 {count} 个，至多 {bound} 个",
        "{name} has {count} in {city}; at most {bound}",
    ),
    "audit.station": (
        "{name}安排 {count} 个单位，至多 {bound} 个",
        "{name} has {count} units; at most {bound}",
    ),
    "audit.station.kept": (
        "{name}安排 {count} 个单位，至多 {bound} 个（另有 {kept} 个名额留给已经指定的处室）",
        "{name} has {count} units; at most {bound} ({kept} more kept for required departments)",
    ),
    "audit.county": (
        "{name}安排 {count} 个结对，至多 {bound} 个",
        "{name} has {count} pairings; at most {bound}",
    ),
    "audit.county.kept": (
        "{name}安排 {count} 个结对，至多 {bound} 个（另有 {kept} 个名额留给已经指定的处室）",
        "{name} has {count} pairings; at most {bound} ({kept} more kept for required departments)",
    ),
    "audit.pin": (
        "已经指定{unit}联系{station}，方案中没有",
        "{unit} is required at {station}, which the plan lacks",
    ),
    "audit.hard": (
        "{part}部分的困难艰苦所结对 {count} 个，至少 {bound} 个",
        "the part '{part}' has {count} pairings at hard stations; at least {bound}",
    ),
    "audit.twice": (
        "第 {row} 行的{unit}联系{station}，前面已有一行",
        "row {row}, {unit} at {station}, repeats an earlier one",
    ),
    "audit.input_changed": (
        "方案作出之后有改动；审计以现在的内容为准",
        "has changed since the plan was made; the audit goes by what it says now",
    ),
    "audit.input_gone": (
        "方案作出时有这个文件，现在没有了；审计以现在的表为准",
        "was there when the plan was made and is gone; the audit goes by the tables there are now",
    ),
    "audit.input_new": (
        "方案作出时没有这个文件；审计以现在的表为准",
        "was not there when the plan was made; the audit goes by the tables there are now",
    ),
    "audit.policy_changed": (
        "方案是按另一份政策参数作出的；审计以现在的参数为准",
        "the plan was made by another policy; the audit goes by the one given now",
    ),
}
