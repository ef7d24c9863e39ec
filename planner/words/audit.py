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
        "没有一行结对，又没有 summary.json，看不出是哪一年的方案；应至少有其中之一",
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
