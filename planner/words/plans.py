"""Sentences of what every plan leaves behind: its claims, its policy, where it is written."""

PLANS: dict[str, tuple[str, str]] = {
    "plan.none": (
        "没有这个文件，应为 planner 写出的方案文件夹",
        "no such file; expected a folder with a plan that planner wrote",
    ),
    "plan.data": (
        "是数据文件夹，应为 planner 写出的方案文件夹",
        "is a folder of data; expected a folder with a plan that planner wrote",
    ),
    "claims.part": (
        "没有“{part}”部分的结论，而方案中有这一部分（{number} 行）；"
        "应重新编制，或由原方案文件夹取回此文件",
        "claims nothing of the part '{part}', which the plan has ({number} rows); make it again, "
        "or take this file back from where the plan was made",
    ),
    "claims.standing": (
        "“{part}”部分沿用原有各行，按现在的数据和政策参数未能证明，audit 和 verify 会指出；"
        "应重新编制这一部分",
        "the part '{part}' stands as it was and is not proved under the data and the policy of "
        "now, which audit and verify will say; make that part again",
    ),
    "claims.status": (
        "“{part}”部分写作 {status}，由各项数值、理论最优值和证明应为 {expected}",
        "calls the part '{part}' {status}; its values, bounds and proof show {expected}",
    ),
    "claims.year": (
        "是 {value} 年的，而 summary.json 是 {expected} 年的；应由同一份方案取回此文件",
        "is of {value}, and summary.json of {expected}; take this file back from where the plan "
        "was made",
    ),
    "claims.solver": (
        "“{part}”部分写明的求解器是“{value}”，应为 {expected}；应重新编制方案",
        "names the solver '{value}' for the part '{part}'; expected {expected}: make the plan "
        "again",
    ),
    "claims.versions": (
        "没有写明编制时所用的版本：{names}；应重新编制方案",
        "does not say with which versions it was made: {names}; make the plan again",
    ),
    "claims.field": (
        "{path} 是 {found}，与方案的各行不符；应重新编制方案",
        "{path} is {found}, which is not what the plan's rows come to; make the plan again",
    ),
    "claims.digest": (
        "没有 {file} 的 SHA-256，无从确认方案依据的是哪一份；应重新编制方案",
        "has no SHA-256 of {file}, so which one the plan was made from is not known; make it again",
    ),
    "claims.other": (
        "不是方案编制时的那一份（SHA-256 与 summary.json 不符）",
        "is not the one that the plan was made with (its SHA-256 is not the one in summary.json)",
    ),
    "claims.no_audit": (
        "没有这个文件；应有方案编制时的独立审计结果",
        "is not there; expected the findings of the audit when the plan was made",
    ),
    "claims.stale": (
        "与现在的独立审计结果不符：方案、数据表或此文件在编制之后改动过；应重新编制方案",
        "is not what the audit finds now: the plan, the tables or this file was changed since; "
        "make the plan again",
    ),
    "claims.broken": (
        "方案文件夹有 {number} 处与其结论不符：",
        "The plan's folder is not as it claims in {number} places:",
    ),
    "policy.used.given": (
        "政策参数：{file}（由 --policy 指定）",
        "Policy: {file} (given by --policy)",
    ),
    "policy.used.folder": (
        "政策参数：{file}（方案文件夹所附）",
        "Policy: {file} (beside the plan)",
    ),
    "policy.used.data": (
        "政策参数：{file}（数据文件夹所附）",
        "Policy: {file} (beside the data)",
    ),
    "policy.used.default": (
        "政策参数：通知的默认值",
        "Policy: the notice's own figures",
    ),
    "policy.like": (
        "像是政策参数，但名称不是 {name}，不会读取；请改名为 {name}，或在名称前加“_”表示不读",
        "looks like the policy but is not named {name} and would not be read; expected the name "
        "{name}, or '_' before its name if it is not to be read",
    ),
    "policy.differs": (
        "其中的政策参数与 {summary} 记录的 SHA-256 不符，不是方案编制时所用；"
        "应取回原来的 policy.toml，或用 --policy 另行指定",
        "its figures do not have the SHA-256 in {summary}: the plan was not made with them; "
        "take back the policy.toml it was made with, or name another one with --policy",
    ),
    "policy.other": (
        "与方案编制时的政策参数不同；按这一份核对",
        "differs from the figures that the plan was made with; this file counts",
    ),
    "beside.alike": (
        "注意：两个方案的数值都按 {after} 的数据和政策参数计算，再比优劣",
        "Note: both plans are valued by the data and the policy of {after} before better or worse "
        "is said",
    ),
    "beside.no_terms": (
        "注意：两个方案的数据或政策参数不同，而 {after} 的不在手边，各项目标不比优劣；"
        "请用 --data 给出其数据",
        "Note: the plans' data or policies differ and those of {after} are not at hand, so no goal "
        "has a verdict; name its data with --data",
    ),
    "beside.gone": (
        "注意：前一方案中的 {names} 不在 {after} 的数据中，无法按同一标准计值，各项目标不比优劣",
        "Note: the data of {after} lack {names} of the first plan, which can't be valued alike: no "
        "goal has a verdict",
    ),
    "beside.no_verdict": ("不比优劣", "no verdict"),
    "beside.duty": (
        "是另一类方案，不能放在一起比较；应为同一类方案",
        "holds a plan of another kind; expected plans of one kind",
    ),
    "out.in_data": (
        "在数据文件夹 {data} 里面，输出不会写到数据表中；应另选文件夹",
        "lies in the data folder {data}, where nothing is written; expected another place",
    ),
    "out.input": (
        "是本次读入的文件，不会覆盖；应另选位置",
        "is read as an input and is not written over; expected another place",
    ),
    "out.not_ours": (
        "已有这个文件，不是本命令写出的，不会覆盖；应另选位置，或先移走此文件",
        "is there already and was not written by this command, so it is not written over; expected "
        "another place, or move it away first",
    ),
    "out.is_file": (
        "是一个文件，不是文件夹；应另选文件夹",
        "is a file and no folder; expected a folder to write to",
    ),
    "out.crowded": (
        "文件夹中另有 {number} 个以上的文件；应为方案单独设一个文件夹",
        "holds more than {number} other files; expected a folder of the plan's own",
    ),
    "more.lines": (
        "……另有 {number} 行未显示",
        "… and {number} more lines",
    ),
    "stdout.unwritable": (
        "标准输出无法写入（{value}）；结果已按命令办理，请检查磁盘空间或输出的去处",
        "standard output cannot be written to ({value}); the command itself was done: see to the "
        "disk or to where the output goes",
    ),
    "system.EACCES": ("没有权限", "permission denied"),
    "system.EDQUOT": ("磁盘配额已满", "the disk quota is used up"),
    "system.EEXIST": ("已有同名的文件", "there is a file of that name"),
    "system.EFBIG": ("文件过大", "the file is too large"),
    "system.EIO": ("磁盘读写出错", "the disk failed"),
    "system.EISDIR": ("是文件夹，不是文件", "it is a folder and no file"),
    "system.ENAMETOOLONG": ("名称过长", "the name is too long"),
    "system.ENOENT": ("没有这个文件或文件夹", "there is no such file or folder"),
    "system.ENOSPC": ("磁盘空间已满", "no space left on the disk"),
    "system.ENOTDIR": ("是文件，不是文件夹", "it is a file and no folder"),
    "system.EPERM": ("系统不允许", "the system does not allow it"),
    "system.EROFS": ("磁盘只能读取", "the disk can only be read"),
    "system.refused": (
        "系统不允许或空间不足（{value}）：请检查磁盘空间、权限和临时文件夹"
        "（环境变量 TMPDIR 或 TEMP）",
        "refused by the system ({value}): see to the disk's space, the rights and the temporary "
        "folder (environment variable TMPDIR or TEMP)",
    ),
    "failed": (
        "程序自身出错（{value}）。请把这一行、所用命令和数据交给维护者；设环境变量 "
        "PLANNER_TRACEBACK=1 再运行一次可得到详细记录",
        "the program itself failed ({value}). Please give the maintainers this line, the command "
        "and the data; with the environment variable PLANNER_TRACEBACK=1 a second run says more",
    ),
    "why.not_here": (
        "这一类方案没有“为什么”可问",
        "a plan of this kind has no answer to why",
    ),
    "audit.stranger": (
        "“{value}”不在数据表中",
        "'{value}' is not in the tables",
    ),
}
