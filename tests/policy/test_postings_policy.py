"""The figures of postings and exchange: their defaults, and every fault with its sentence."""

from pathlib import Path

import pytest

from planner.errors import InputError
from planner.policy import ExchangeFigures, Policy, TrainingFigures, read_policy

A_DAY = "应为每年都有的日期，格式为 MM-DD"
NOT_EVERY_YEAR = "并非每年都有这一天，应为其他日期"

FAULTS = [
    (
        '[training]\nstarts = ["1 July"]',
        '2 training.starts: 发现 "1 July"，' + A_DAY,
    ),
    (
        '[training]\nstarts = ["02-30"]',
        '2 training.starts: 发现 "02-30"，' + A_DAY,
    ),
    ("[exchange]\nstarts = []", "2 exchange.starts: 至少应有一个开始日期，格式为 MM-DD"),
    (
        '[training]\nstarts = ["02-29"]',
        '2 training.starts: 发现 "02-29"，' + NOT_EVERY_YEAR,
    ),
    ('[exchange]\nstarts = ["07-01", "07-01"]', '2 exchange.starts: "07-01" 出现两次，应各一次'),
    ("[training]\nmonths_a = 0", "2 training.months_a: 发现 0，应在 1 与 120 之间"),
    ("[exchange]\nmonths = 0", "2 exchange.months: 发现 0，应在 1 与 120 之间"),
    (
        "[exchange]\nmonths = 13",
        "2 exchange.months: 发现 13 个月，不应超过 most_months 的 12 个月（三-3）",
    ),
    ("[training]\naway_percent = 101", "2 training.away_percent: 发现 101，应在 0 与 100 之间"),
    (
        "[training]\nafter_joining = 7",
        (
            "2 training.after_joining: new_hire 为 12 个月、after_joining 为 7 个月，"
            "相差应不少于 6 个月，否则新入职干部可能赶不上任何批次"
        ),
    ),
    (
        '[goals]\ntraining = ["seniors", "tie"]',
        (
            '2 goals.training: 发现 "seniors"，应为下列之一：lapsed, sent, waiting, elders, turn, '
            "counties, need, travel, tie"
        ),
    ),
    (
        '[goals]\nexchange = ["tie", "need"]',
        '2 goals.exchange: 发现 ["tie", "need"]，最后一个应为 tie',
    ),
    ('[training]\nboth = "C"', '2 training.both: 发现 "C"，应为下列之一：A, B'),
    ('[training]\nage_on = "day"', '2 training.age_on: 发现 "day"，应为下列之一：start, year'),
    (
        '[training]\nnative_county = "never"',
        '2 training.native_county: 发现 "never"，应为下列之一：forbid, allow',
    ),
    (
        '[appraisal]\ncounty = "half"',
        '2 appraisal.county: 发现 "half"，应为下列之一：year, posting',
    ),
    ("[training]\nvillage_away = 1", "2 training.village_away: 发现 1，应为 true 或 false"),
]


def refusal(text: str, folder: Path) -> list[str]:
    path = folder / "policy.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_policy(path)
    return raised.value.text().splitlines()


@pytest.mark.parametrize(("text", "says"), FAULTS, ids=[text for text, _ in FAULTS])
def test_a_wrong_figure_is_refused_with_its_sentence(text: str, says: str, tmp_path: Path) -> None:
    assert refusal(text, tmp_path) == [f"policy.toml:{says}"]


def test_the_figures_of_a_file_are_those_of_the_policy(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(
        '[training]\nstarts = ["03-01"]\nvillage_away = false\n[exchange]\nmonths = 12\n',
        encoding="utf-8",
    )
    policy = read_policy(path)
    assert policy.training == TrainingFigures(starts=("03-01",), village_away=False)
    assert policy.exchange == ExchangeFigures(months=12)


def test_a_contradiction_is_refused_in_code_as_well() -> None:
    with pytest.raises(InputError, match="most_months"):
        Policy(exchange=ExchangeFigures(months=6, most_months=5))
