"""The rules and goals of the yearly pairing (N1, N2)."""

from planner.rulebook.rule import NEED, TRAVEL, Rule

RULES: tuple[Rule, ...] = (
    Rule(
        "rows",
        "N1 N2 三-1",
        "plan",
        "方案每一行的单位和司法所都在数据表中，不重复，各列与数据表一致",
        "every row names a unit and a station of the tables, once, and agrees with them",
    ),
    Rule(
        "exempt",
        "N3 三-1 ¶2",
        "pair",
        "承担驻村扶贫任务的处室不安排对口联系",
        "a department on village duty is not paired",
    ),
    Rule(
        "nominated",
        "N1 N2 三-1",
        "pair",
        "只从设区市司法局当年推荐的司法所中选，指定的除外",
        "a station was put forward by its city bureau this year, unless a pin requires the pair",
    ),
    Rule(
        "recusal",
        "N8 六-2",
        "pair",
        "须回避的单位与司法所不得结对",
        "a unit is not paired with a station it is recused from",
    ),
    Rule(
        "rotation",
        "N1 N2 三-1",
        "pair",
        "最近几年联系过的司法所不再安排给同一单位，指定的除外",
        "a unit does not return to a station it had in the last years, unless a pin requires it",
    ),
    Rule(
        "forbid",
        "N1 N2 三-1",
        "pair",
        "领导已否定的结对不得安排",
        "a pair that was ruled out by decision is not made",
    ),
    Rule(
        "travel_limit",
        "N7 四-1",
        "pair",
        "单程路途时间超过上限的所不得安排，指定的除外",
        "a station is not farther than so many minutes one way, unless a pin requires the pair",
    ),
    Rule(
        "unit_quota",
        "N1 N2 三-1",
        "quota",
        "每位厅领导联系2–3个所；每个处室按人数联系1–2个所",
        "each leader has 2–3 stations, each department 1–2 by its headcount",
    ),
    Rule(
        "unit_city",
        "N1 N2 三-1",
        "quota",
        "一个单位在同一设区市的所不超过上限",
        "a unit's stations in one city are at most so many",
    ),
    Rule(
        "station_capacity",
        "N8 六-2",
        "quota",
        "一个所最多由规定数目的单位联系（两份方案合计）",
        "a station has at most so many units, both plans together",
    ),
    Rule(
        "county_cap",
        "N8 六-2",
        "quota",
        "一个县（市、区）的结对不超过上限（两份方案合计）",
        "a county has at most so many pairings, both plans together",
    ),
    Rule(
        "pin",
        "N1 N2 三-1",
        "quota",
        "领导已指定的结对必须安排",
        "a pair that was required by decision is made",
    ),
    Rule(
        "hard_share",
        "一 六-3",
        "quota",
        "困难艰苦所（困难程度不低于2）的结对不少于规定比例",
        "at least so large a share of the pairings is at stations of hardship 2 or more",
    ),
    Rule(
        "coverage",
        "N1 N2 三-1",
        "goal",
        "结对数最多",
        "the most pairings",
    ),
    Rule(
        "balance",
        "N1 N2 三-1",
        "goal",
        "各设区市的结对数与其推荐的所数相称，偏差最小",
        "cities have pairings in proportion to their nominated stations, with the least deviation",
    ),
    Rule(
        "stability",
        "N1 N2 三-1",
        "goal",
        "重排时对现行方案的改动最少：现行结对未保留的，按其批准权重计（未给出的计1），"
        "所已撤并、单位已不参加的也计入",
        "a plan made again changes the plan in force least: each of its pairings not kept counts "
        "its approval (1 where none is given), those of closed stations and units that left too",
    ),
    Rule(
        "displaced",
        "N1 N2 三-1",
        "goal",
        "重排厅领导方案时尽量给现行的处室结对留出位置：仍可安排而至少须让出的，按其批准权重计",
        "leaders planned again leave room for the departments' pairings in force: those still "
        "allowed that at least have no place left count their approval",
    ),
    Rule(
        "counties",
        "N1 N2 三-1",
        "goal",
        "覆盖的县（市、区）最多",
        "the most counties with a pairing",
    ),
    Rule(
        "wishes",
        "N2 三-1 ¶2",
        "goal",
        "满足处室申报最多，志愿越靠前分越高",
        "departments' own applications are met, the higher ranks first",
    ),
    NEED,
    Rule(
        "fit",
        "N8 六-3",
        "goal",
        "所的工作重点与处室专长匹配的结对最多",
        "the most pairings where a station's focus is among the department's expertise",
    ),
    TRAVEL,
    Rule(
        "tie",
        "N1 N2 三-1",
        "goal",
        "其余相同时按固定的并列取舍规则确定，使方案唯一",
        "a fixed hash decides between plans that are otherwise equal, so that the plan is unique",
    ),
)
"""Every rule and goal, in the order they are read: plan, pairs, quotas, goals."""
