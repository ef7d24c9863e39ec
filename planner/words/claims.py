"""What each section of a notebook claims."""

CLAIMS: dict[str, tuple[str, str]] = {
    "claim.and": ("；", "; "),
    "claim.sound": (
        "没有错误，可以编制；提示 {warnings} 条",
        "Nothing is wrong; {warnings} things are odd",
    ),
    "claim.faulty": (
        "有 {faults} 处错误，改正后才能编制；提示 {warnings} 条",
        "{faults} faults are to be mended before a plan can be made; {warnings} things are odd",
    ),
    "claim.rows": (
        "{tables} 张表共 {rows} 行，其中 {filled} 张有数据",
        "{tables} tables with {rows} rows; {filled} of them are filled",
    ),
    "claim.cities": (
        "{cities} 个市共 {stations} 个司法所，推荐 {nominated} 个（{percent}%）",
        "{stations} stations in {cities} cities, {nominated} of them nominated ({percent}%)",
    ),
    "claim.hardship": (
        "困难程度最高（{hardship}）的 {stations} 个所中，{alone} 个在岗不足 2 人",
        "{alone} of the {stations} hardest stations (hardship {hardship}) have fewer than 2 people",
    ),
    "claim.asked": (
        "{departments} 个处室（{duty} 个驻村）提出 {wishes} 个志愿；回避 {recusals} 条，"
        "指定与否定 {pins} 条",
        "{departments} departments ({duty} on village duty) have {wishes} wishes; "
        "{recusals} recusals, {pins} decisions",
    ),
    "claim.chosen": (
        "推荐（或指定）的 {stations} 个所中 {number} 个入选（{percent}%），"
        "其中 {neediest} 个在需求最高的 {number} 个之内",
        "{number} of {stations} stations, nominated or required, are chosen ({percent}%), "
        "{neediest} of the {number} neediest among them",
    ),
    "claim.proved": (
        "{goals} 项目标全部证明最优：没有更好的方案",
        "All {goals} goals are proved optimal: there is no better plan",
    ),
    "claim.proved_in_part": (
        "{goals} 项目标中 {optimal} 项已证明最优",
        "{optimal} of {goals} goals are proved optimal",
    ),
    "claim.plan": (
        "{leaders} 位厅领导和 {departments} 个处室联系 {stations} 个司法所，"
        "覆盖 {counties} 个县（市、区）",
        "{leaders} leaders and {departments} departments have {stations} stations "
        "in {counties} counties",
    ),
    "claim.files": (
        "{kinds} 类公文，共 {files} 份",
        "{files} papers of {kinds} kinds",
    ),
    "claim.balance": (
        "{cities} 个市中 {within} 个在应有区间内；最多的是{most}（{high} 个），"
        "最少的是{least}（{low} 个）",
        "{within} of {cities} cities are within their bands; most in {most} ({high}), "
        "fewest in {least} ({low})",
    ),
    "claim.counties": (
        "{year} 年联系 {counties} 个县（市、区），{first} 个是首次；还有 {left} 个从未到过",
        "{counties} counties in {year}, {first} for the first time; {left} have never been reached",
    ),
    "claim.visits": (
        "近 {years} 年有结对的县由 {before} 个增至 {after} 个，占 {percent}%",
        "{after} counties ({percent}%) had a pairing in {years} years, {before} without the plan",
    ),
    "claim.unchosen": (
        "需求最高的 {neediest} 个所有 {left} 个没有入选：{number} 个换入后首先变差的是“{why}”",
        "{left} of the {neediest} neediest are not chosen: {number} would first worsen “{why}”",
    ),
    "claim.all_chosen": (
        "需求最高的 {neediest} 个所全部入选",
        "All of the {neediest} neediest are chosen",
    ),
    "claim.travel": (
        "单程合计 {total} 分钟，平均每所 {mean} 分钟，最远的一所 {farthest} 分钟",
        "{total} minutes one way in all, {mean} a station, {farthest} to the farthest",
    ),
    "claim.wishes": (
        "{departments} 个申报的处室中 {some} 个至少满足一个志愿，{first} 个满足第 1 志愿",
        "{some} of {departments} departments that asked have a wish met, {first} their first",
    ),
    "claim.by_city": (
        "{pairings} 个结对分布在 {cities} 个市",
        "{pairings} pairings in {cities} cities",
    ),
    "claim.by_unit": (
        "{units} 个单位，平均每个单位需求指数合计 {need}、单程 {minutes} 分钟",
        "{units} units: need of {need} and {minutes} minutes one way each, on average",
    ),
    "claim.prices": (
        "{pairs} 个可选而未选的结对：{free} 个同样好，{priced} 个有代价，{none} 个任何方案都排不进",
        "{pairs} pairs were not chosen: {free} are equally good, {priced} have a price, "
        "{none} are in no plan",
    ),
    "claim.nearly_free": (
        "{units} 个处室有 {pairs} 个几乎不付代价的选择：{free} 个同样好，{longer} 个只多走路",
        "{units} departments have {pairs} other choices: {free} equally good, {longer} farther",
    ),
    "claim.prices_by_county": (
        "可选的 {counties} 个县中，{free} 个县可由别的处室改选而不付代价；{units} 个处室可这样改选",
        "{free} of {counties} counties are free of cost to another department; {units} departments "
        "have such a choice",
    ),
    "claim.unit": (
        "{unit}可选 {stations} 个所，联系 {has} 个，另有 {free} 个同样好",
        "{unit} may have {stations} stations and has {has}; {free} more are equally good",
    ),
    "claim.impossible": (
        "{name}：没有可行方案，{repairs} 种最小调整可以补救",
        "{name}: there is no plan; {repairs} smallest changes would make one possible",
    ),
    "claim.compared": (
        "保留 {kept} 个结对，调整 {moved} 个，新增 {new} 个，取消 {dropped} 个；"
        "{worse} 项目标变差，{better} 项变好",
        "{kept} pairings kept, {moved} moved, {new} new, {dropped} dropped; "
        "{worse} goals are worse, {better} better",
    ),
    "claim.swept": (
        "“{axis}”由 {low} 到 {high}，{goal}由 {first} 到 {last}",
        "{axis} from {low} to {high}: {goal} from {first} to {last}",
    ),
    "claim.swept_none": (
        "{scenarios} 个情景都没有可行方案",
        "None of {scenarios} scenarios has a plan",
    ),
    "claim.each": (
        "{scenarios} 个情景中 {made} 个有方案；{goal}由 {was} 变为 {low} 至 {high}",
        "{made} of {scenarios} scenarios have a plan; {goal}: {was} becomes {low} to {high}",
    ),
    "claim.ahead": (
        "{first}–{last} 年这 {years} 年，累计到过的县由 {before} 个增至 {after} 个",
        "{first}–{last}: counties reached on record grow from {before} to {after} in {years} years",
    ),
    "claim.effects": (
        "{measures} 项指标中 {differ} 项看得出差别（{sets} 组可比的所）",
        "{differ} of {measures} measures differ ({sets} sets of comparable stations)",
    ),
    "claim.effects_none": (
        "可比的指标 {measures} 项，不能下结论",
        "{measures} measures can be compared: nothing can be concluded",
    ),
    "claim.placebo": (
        "虚拟年份的 {measures} 项指标中 {differ} 项看出差别（应为 0）",
        "{differ} of {measures} measures differ in the year that never was (expected: 0)",
    ),
    "claim.cautions": (
        "下结论前要看的前提和限制：{number} 条",
        "{number} reservations come with the results",
    ),
    "claim.warnings": (
        "表中有 {number} 处要留意",
        "{number} things are odd in the tables",
    ),
    "claim.pace": (
        "{people} 人应蹲点：{in_time} 人已完成或进度正常，{late} 人滞后或已无法完成",
        "Of {people} people who owe days, {in_time} are on pace and {late} are not",
    ),
    "claim.counted": (
        "{visits} 次蹲点共 {days} 天：计入 {counted} 天，不计入 {not_} 天",
        "{visits} visits of {days} days: {counted} days count, {not_} do not",
    ),
    "claim.late": (
        "{people} 人尚缺 {days} 天，最早的须在 {first} 以前开始",
        "{people} people lack {days} days; the first has to start by {first}",
    ),
    "claim.late_none": (
        "{people} 人尚缺 {days} 天",
        "{people} people lack {days} days",
    ),
    "claim.excused": (
        "{nothing} 人不作要求，{less} 人减少天数",
        "{nothing} people owe nothing, {less} less",
    ),
    "claim.filed": (
        "{people} 人列入备案，本半年计入 {days} 天",
        "{people} people are filed, with {days} days of the half",
    ),
    "claim.load": (
        "全年 {days} 人天；每个所平均 {weeks} 周有人，每周 {mean} 人天",
        "{days} visitor-days; a station has visitors in {weeks} weeks, {mean} visitor-days a week",
    ),
    "claim.department_year": (
        "处室全年 {days} 人天，各月 {low} 至 {high} 人天",
        "{days} visitor-days of departments, {low} to {high} a month",
    ),
    "claim.spending": (
        "合计 {total} 元，{charge}占 {percent}%",
        "{total} yuan in all, {percent}% of it {charge}",
    ),
    "claim.funnel": (
        "{may} 人符合锻炼条件：{free} 人现在可派，{kept} 人暂不能派；另有 {undecided} 人待定",
        "{may} cadres may be sent: {free} now, {kept} are kept back; {undecided} are undecided",
    ),
    "claim.batches": (
        "分 {batches} 批派出 {people} 人；另有 {there} 人此前已下派",
        "{people} people go in {batches} batches; {there} are away already",
    ),
    "claim.hosts": (
        "{people} 人派往 {cities} 个市的 {counties} 个县，接收所需求指数平均 {need}",
        "{people} people go to {counties} counties in {cities} cities; mean need {need}",
    ),
    "claim.exchange": (
        "{departments} 个处室与 {stations} 个所交流：{swap} 对对调，{secondment} 人只挂职，"
        "{attachment} 人只跟班",
        "{departments} departments and {stations} stations: {swap} swaps, {secondment} only "
        "seconded, {attachment} only attached",
    ),
    "claim.due": (
        "截至 {on}，{people} 人有 {matters} 件事要办，{overdue} 件已逾期",
        "On {on}, {matters} things are due for {people} people, {overdue} of them overdue",
    ),
    "claim.entries": (
        "登记 {entries} 条，最后一条在 {last}",
        "{entries} entries, the last on {last}",
    ),
    "claim.no_entries": ("登记 {entries} 条", "{entries} entries"),
    "claim.turned": (
        "{units} 个单位的 {pairings} 个结对转入历年联系",
        "{pairings} pairings of {units} units became history",
    ),
}
