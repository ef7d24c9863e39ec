import datetime as dt
from pathlib import Path

import pytest

from planner.errors import InputError
from planner.policy import Policy, read_policy
from planner.policy.figures import SECTIONS

DEFAULTS = """
[source]
number = "赣司人字〔2018〕62号"
in_force_from = 2019-01-01
[leaders]
stations = [2, 3]          # N1
days = 10                  # N1
per_city = 1
[departments]
stations = [1, 2]          # N2
two_from_headcount = 10
days = 20                  # N3
per_city = 2
[village_duty]
exempts = ["pairing", "days"]   # N3
[stations]
units = 1                  # N8
per_county = 2
hard_percent = 0
[travel]
most_minutes = 0
[rotation]
years = 3
[need]
hardship = 40
staff = 25
caseload = 20
unvisited = 15
staff_standard = 3
caseload_full = 100
unvisited_years = 5
[goals]
leaders     = ["coverage", "balance", "counties", "need", "travel", "tie"]
departments = ["coverage", "balance", "counties", "wishes", "need", "fit", "travel", "tie"]
"""


def read(text: str, folder: Path) -> Policy:
    path = folder / "policy.toml"
    path.write_text(text, encoding="utf-8")
    return read_policy(path)


def refusal(text: str, folder: Path, language: str = "zh") -> list[str]:
    with pytest.raises(InputError) as raised:
        read(text, folder)
    return raised.value.text("en" if language == "en" else "zh").splitlines()


def test_the_defaults_are_the_figures_of_the_notice(tmp_path: Path) -> None:
    assert read(DEFAULTS, tmp_path) == Policy()


def test_an_empty_file_means_the_defaults(tmp_path: Path) -> None:
    assert read("", tmp_path) == Policy()


def test_what_a_file_leaves_out_has_its_default(tmp_path: Path) -> None:
    policy = read("[leaders]\ndays = 12\n", tmp_path)
    assert (policy.leaders.days, policy.leaders.stations) == (12, (2, 3))
    assert policy.departments == Policy().departments


def test_every_key_may_be_set(tmp_path: Path) -> None:
    text = """
    source = {number = "另一文件", in_force_from = 2024-06-01}
    [village_duty]
    exempts = []
    [stations]
    hard_percent = 30
    [goals]
    leaders = ["travel", "tie"]
    """
    policy = read(text, tmp_path)
    assert policy.source.number == "另一文件"
    assert policy.source.in_force_from == dt.date(2024, 6, 1)
    assert policy.village_duty.exempts == ()
    assert policy.stations.hard_percent == 30
    assert policy.goals.leaders == ("travel", "tie")


def test_a_mark_before_utf8_is_accepted(tmp_path: Path) -> None:
    assert read("\ufeff[rotation]\nyears = 0\n", tmp_path).rotation.years == 0


MALFORMED = [
    ("[leader]\ndays = 1", "policy.toml:1 leader: 没有这个参数，是否应为 leaders？"),
    (
        "[weather]\nrain = 1",
        f"policy.toml:1 weather: 没有这个参数，可用的有：{', '.join(SECTIONS)}",
    ),
    ("[leaders]\nday = 1", "policy.toml:2 leaders.day: 没有这个参数，是否应为 days？"),
    ("[travel]\nx = 1", "policy.toml:2 travel.x: 没有这个参数，可用的有：most_minutes"),
    (
        "[travel]\nunit_max = 600",
        (
            "policy.toml:2 travel.unit_max: 这个参数已取消，"
            "现在由 travel.most_minutes 限制每个所的单程分钟数"
        ),
    ),
    ("leaders = 3", "policy.toml:1 leaders: 发现 3，应为一节 [leaders]"),
    ('[leaders]\ndays = "10"', 'policy.toml:2 leaders.days: 发现 "10"，应为整数'),
    ("[leaders]\ndays = 10.0", "policy.toml:2 leaders.days: 发现 10.0，应为整数"),
    ("[leaders]\ndays = true", "policy.toml:2 leaders.days: 发现 true，应为整数"),
    ("[leaders]\ndays = -1", "policy.toml:2 leaders.days: 发现 -1，应在 0 与 366 之间"),
    ("[leaders]\nper_city = 0", "policy.toml:2 leaders.per_city: 发现 0，应在 1 与 1000000 之间"),
    (
        "[stations]\nhard_percent = 101",
        "policy.toml:2 stations.hard_percent: 发现 101，应在 0 与 100 之间",
    ),
    (
        "[need]\nstaff_standard = 0",
        "policy.toml:2 need.staff_standard: 发现 0，应在 1 与 1000000 之间",
    ),
    (
        "[leaders]\nstations = [3, 2]",
        "policy.toml:2 leaders.stations: 发现 [3, 2]，下限不应高于上限",
    ),
    (
        "[leaders]\nstations = [-1, 2]",
        "policy.toml:2 leaders.stations: 发现 [-1, 2]，两数应在 0 与 1000000 之间，上限至少为 1",
    ),
    (
        "[departments]\nstations = [1]",
        "policy.toml:2 departments.stations: 发现 [1]，应为两个整数：[下限, 上限]",
    ),
    (
        "[departments]\nstations = [1, true]",
        "policy.toml:2 departments.stations: 发现 [1, true]，应为两个整数：[下限, 上限]",
    ),
    (
        "[departments]\nstations = 2",
        "policy.toml:2 departments.stations: 发现 2，应为两个整数：[下限, 上限]",
    ),
    ('[source]\nnumber = ""', 'policy.toml:2 source.number: 发现 ""，应为不空的文字'),
    (
        '[source]\nin_force_from = "2019-01-01"',
        'policy.toml:2 source.in_force_from: 发现 "2019-01-01"，应为日期，如 2019-01-01',
    ),
    (
        "[source]\nin_force_from = 2019-01-01T00:00:00",
        ("policy.toml:2 source.in_force_from: 发现 2019-01-01 00:00:00，应为日期，如 2019-01-01"),
    ),
    (
        '[village_duty]\nexempts = "days"',
        'policy.toml:2 village_duty.exempts: 发现 "days"，应为由下列组成的列表：pairing, days',
    ),
    (
        '[village_duty]\nexempts = ["rest"]',
        'policy.toml:2 village_duty.exempts: 发现 "rest"，应为下列之一：pairing, days',
    ),
    (
        '[goals]\nleaders = ["coverage", "ballance", "tie"]',
        'policy.toml:2 goals.leaders: 发现 "ballance"，是否应为 balance？',
    ),
    (
        '[goals]\nleaders = ["wishes", "tie"]',
        (
            'policy.toml:2 goals.leaders: 发现 "wishes"，应为下列之一：'
            "coverage, balance, counties, need, travel, tie, stability"
        ),
    ),
    (
        '[goals]\nleaders = ["need", "need", "tie"]',
        "policy.toml:2 goals.leaders: need 出现两次，应各一次",
    ),
    (
        '[goals]\nleaders = ["tie", "need"]',
        'policy.toml:2 goals.leaders: 发现 ["tie", "need"]，最后一个应为 tie',
    ),
    ("[goals]\nleaders = []", "policy.toml:2 goals.leaders: 发现 []，最后一个应为 tie"),
    (
        "[goals]\nleaders = [1, 2]",
        (
            "policy.toml:2 goals.leaders: 发现 [1, 2]，应为由下列组成的列表："
            "coverage, balance, counties, need, travel, tie, stability"
        ),
    ),
    (
        "[need]\nhardship = 0\nstaff = 0\ncaseload = 0\nunvisited = 0",
        "policy.toml:1 need: 各项权重都为零，应至少有一项大于零",
    ),
    ("[leaders]\ndays = \n", "policy.toml:2: 不是有效的 TOML 文件（Invalid value）"),
    (
        "[leaders\n",
        "policy.toml:1: 不是有效的 TOML 文件（Expected ']' at the end of a table declaration）",
    ),
    (
        "[leaders]\ndays = 1\ndays = 2\n",
        "policy.toml:3: 不是有效的 TOML 文件（Cannot overwrite a value）",
    ),
]


@pytest.mark.parametrize(("text", "says"), MALFORMED, ids=[text for text, _ in MALFORMED])
def test_a_malformed_policy_is_refused_with_its_sentence(
    text: str, says: str, tmp_path: Path
) -> None:
    assert refusal(text, tmp_path) == [says]


def test_a_refusal_has_its_sentence_in_english(tmp_path: Path) -> None:
    assert refusal("[leaders]\nstations = [3, 2]\nday = 1\n", tmp_path, "en") == [
        (
            "policy.toml:2 leaders.stations: "
            "found [3, 2], expected a lower bound that is not above the upper one"
        ),
        "policy.toml:3 leaders.day: there is no such key, expected perhaps days",
    ]


def test_faults_of_a_policy_are_told_all_at_once(tmp_path: Path) -> None:
    text = "[travel]\nmost_minutes = -1\n[rotation]\nyears = 'three'\n[goal]\nleaders = []\n"
    assert refusal(text, tmp_path) == [
        "policy.toml:2 travel.most_minutes: 发现 -1，应在 0 与 1000000 之间",
        'policy.toml:4 rotation.years: 发现 "three"，应为整数',
        "policy.toml:5 goal: 没有这个参数，是否应为 goals？",
    ]


def test_a_policy_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError) as raised:
        read_policy(tmp_path / "no.toml")
    assert raised.value.text() == "no.toml: 没有这个文件，应为 TOML 政策文件"


def test_a_folder_in_the_place_of_a_policy_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_policy(tmp_path)


def test_a_policy_in_gb18030_is_read(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_bytes("# 每人每年天数\n[leaders]\ndays = 12\n".encode("gb18030"))
    assert read_policy(path).leaders.days == 12


def test_a_policy_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_bytes(b"# \xff\xfe caf\xe9\n")
    with pytest.raises(InputError) as raised:
        read_policy(path)
    assert raised.value.text() == "policy.toml:1: 此行有无法识别的字节，应为 UTF-8 或 GB18030 编码"
