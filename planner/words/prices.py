"""Sentences of prices, of why a pair is or is not in a plan, and of what is odd in the input."""

PRICES: dict[str, tuple[str, str]] = {
    "loss.free": ("各项目标都不受影响，一样好", "no goal is any worse: equally good"),
    "loss.then": ("{first}（其后：{rest}）", "{first} (and then: {rest})"),
    "loss.and": ("{one}，{rest}", "{one}, {rest}"),
    "loss.coverage": ("少 {amount} 个结对", "pairings: {amount} fewer"),
    "loss.balance": ("各市均衡偏差增加 {amount}", "city imbalance: {amount} more"),
    "loss.counties": ("全省少覆盖 {amount} 个县", "counties covered: {amount} fewer"),
    "loss.wishes": ("申报得分少 {amount}", "wishes met: {amount} points fewer"),
    "loss.need": ("需求指数之和少 {amount}", "need served: {amount} less"),
    "loss.fit": ("专长相符少 {amount} 个", "fits of expertise: {amount} fewer"),
    "loss.travel": ("单程路途多 {amount} 分钟", "minutes one way: {amount} more"),
    "gain.coverage": ("多 {amount} 个结对", "pairings: {amount} more"),
    "gain.balance": ("各市均衡偏差减少 {amount}", "city imbalance: {amount} less"),
    "gain.counties": ("全省多覆盖 {amount} 个县", "counties covered: {amount} more"),
    "gain.wishes": ("申报得分多 {amount}", "wishes met: {amount} points more"),
    "gain.need": ("需求指数之和多 {amount}", "need served: {amount} more"),
    "gain.fit": ("专长相符多 {amount} 个", "fits of expertise: {amount} more"),
    "gain.travel": ("单程路途少 {amount} 分钟", "minutes one way: {amount} fewer"),
    "odd.city": (
        "{city} 今年没有推荐司法所，除指定外不会安排到该市",
        "{city} has nominated no station this year, so none there is paired unless required",
    ),
    "odd.few": (
        "{unit} {name} 只有 {number} 个所可选，排不出方案时先看这里",
        "{unit} {name} has only {number} stations to choose from",
    ),
    "odd.wish": (
        "{unit} 的第 {rank} 志愿“{place}”不可能满足：所涉 {number} 个所中未推荐 {nominated}、"
        "须回避 {recusal}、轮换 {rotation}、已否定 {forbid}",
        "wish {rank} of {unit}, '{place}', can't be met: of its {number} stations {nominated} are "
        "not nominated, {recusal} recused, {rotation} had lately, {forbid} ruled out",
    ),
    "odd.wish_exempt": (
        "{unit} 承担驻村扶贫任务，不安排结对，第 {rank} 志愿“{place}”不起作用",
        "{unit} is on village duty and not paired, so its wish {rank}, '{place}', has no effect",
    ),
    "odd.pin": (
        "指定 {unit} 联系 {station} 有代价：{loss}",
        "requiring {unit} at {station} has a price: {loss}",
    ),
}
