"""Postings and exchange: figures, faults, verdicts, plans, what falls due."""

POSTINGS: dict[str, tuple[str, str]] = {
    "policy.not_flag": (
        "发现 {value}，应为 true 或 false",
        "found {value}, expected true or false",
    ),
    "policy.no_start": (
        "至少应有一个开始日期，格式为 MM-DD",
        "found nothing, expected at least one day MM-DD",
    ),
    "policy.not_start": (
        "发现 {value}，应为每年都有的日期，格式为 MM-DD",
        "found {value}, expected a day of every year, written MM-DD",
    ),
    "policy.leap_start": (
        "发现 {value}，并非每年都有这一天，应为其他日期",
        "found {value}, which not every year has, expected another day",
    ),
    "policy.longer_than_most": (
        "发现 {months} 个月，不应超过 most_months 的 {most} 个月（三-3）",
        "found {months} months, expected at most the {most} of most_months (三-3)",
    ),
    "policy.no_batch": (
        "new_hire 为 {new_hire} 个月、after_joining 为 {after_joining} 个月，相差应不少于 {least} "
        "个月，否则新入职干部可能赶不上任何批次",
        "found new_hire {new_hire} and after_joining {after_joining}, expected at least {least} "
        "months between them: else a new hire may meet no batch",
    ),
}
