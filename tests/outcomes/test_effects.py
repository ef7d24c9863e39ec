"""Differences in differences, added up by eye, and intervals that keep their promise."""

import numpy as np
import polars as pl
import pytest

from planner.errors import InputError
from planner.outcomes import MEASURES, by_year, cautions, effects, placebo, verdicts
from tests.outcomes.small import indicators, sets

PAIRS = sets(P="a b", Q="c")


def measure(frame: pl.DataFrame, name: str = "satisfaction") -> dict[str, float]:
    (row,) = frame.filter(measure=name).to_dicts()
    return row


def test_the_estimate_is_the_mean_of_the_sets_differences() -> None:
    # P: 80 → 90 (+10), a: 80 → 82 (+2), b: 80 → 86 (+6): 10 − 4 = 6.
    # Q: 70 → 74 (+4), c: 70 → 72 (+2): 2. Mean 4.
    table = indicators(P=[80, 90], a=[80, 82], b=[80, 86], Q=[70, 74], c=[70, 72])
    row = measure(effects(table, PAIRS, [2017], [2018]))
    assert (row["estimate"], row["before"], row["after"], row["sets"]) == (4, 75, 82, 2)


def test_the_interval_is_students_over_all_measures_together() -> None:
    # Differences 6 and 2: mean 4, standard error 2, one degree of freedom. Of five measures
    # together each has 99%: Student's quantile of 0.995 is 63.657.
    table = indicators(P=[80, 90], a=[80, 82], b=[80, 86], Q=[70, 74], c=[70, 72])
    row = measure(effects(table, PAIRS, [2017], [2018]))
    assert row["high"] == pytest.approx(4 + 2 * 63.657, abs=0.01)
    assert row["low"] == pytest.approx(4 - 2 * 63.657, abs=0.01)


def test_years_before_and_after_are_averaged() -> None:
    # P: (80 + 82)/2 = 81 → (91 + 95)/2 = 93, +12; a: 80 → 80: 12. Q: 0.
    table = indicators(P=[80, 82, 91, 95], a=[80] * 4, b=[80] * 4, Q=[70] * 4, c=[70] * 4)
    assert measure(effects(table, PAIRS, [2017, 2018], [2019, 2020]))["estimate"] == 6


def test_a_set_that_lacks_a_year_is_left_out() -> None:
    table = indicators(P=[80, 90], a=[80, 80], b=[80, 80], Q=[70, 70], c=[70, 70], S=[1, 1], d=[1])
    row = measure(effects(table, sets(P="a b", Q="c", S="d"), [2017], [2018]))
    assert (row["sets"], row["estimate"]) == (2, 5)


def test_a_single_set_has_no_interval() -> None:
    table = indicators(P=[80, 90], a=[80, 82])
    with pytest.raises(InputError) as raised:
        effects(table, sets(P="a"), [2017], [2018])
    assert "found 1 matched sets with all years" in raised.value.text("en")


def test_a_placebo_needs_two_years_before() -> None:
    table = indicators(P=[80, 90], a=[80, 82])
    with pytest.raises(InputError) as raised:
        placebo(table, PAIRS, [2017])
    assert "没有年份可比" in raised.value.text("zh")


def test_a_year_without_mediations_has_no_share_and_is_left_out() -> None:
    table = indicators(
        P=[80, 80], a=[80, 80], b=[80, 80], Q=[70, 70], c=[70, 70], S=[1, 1], d=[1, 1]
    )
    none = pl.when(station_id="S").then(0)
    table = table.with_columns(
        mediations=none.otherwise("mediations"),
        mediations_settled=none.otherwise("mediations_settled"),
    )
    row = measure(effects(table, sets(P="a b", Q="c", S="d"), [2017], [2018]), "settled_percent")
    assert row["sets"] == 2


def test_the_share_settled_is_a_percentage_of_the_mediations() -> None:
    table = indicators(P=[80, 80], a=[80, 80], b=[80, 80], Q=[70, 70], c=[70, 70])
    row = measure(effects(table, PAIRS, [2017], [2018]), "settled_percent")
    assert (row["before"], row["estimate"]) == (90, 0)


def test_a_placebo_looks_at_the_years_before_only() -> None:
    # Nothing until 2018, all of it in 2019, which the placebo must not see.
    table = indicators(P=[80, 80, 99], a=[80] * 3, b=[80] * 3, Q=[70] * 3, c=[70] * 3)
    assert measure(placebo(table, PAIRS, [2017, 2018]))["estimate"] == 0
    assert measure(effects(table, PAIRS, [2017, 2018], [2019]))["estimate"] == 9.5


def test_each_year_is_compared_with_the_base_year() -> None:
    # 2017 against 2018, P: −2 more than a and b; Q: 0. Mean −1.
    table = indicators(P=[78, 80, 90], a=[80] * 3, b=[80] * 3, Q=[70] * 3, c=[70] * 3)
    years = by_year(table, PAIRS, 2018).filter(measure="satisfaction")
    assert years["year"].to_list() == [2017, 2018, 2019]
    assert years["estimate"].to_list() == [-1, 0, 5]
    assert years["paired"].to_list() == [74, 75, 80]
    assert years["comparable"].to_list() == [75, 75, 75]


# At one in twenty 3 of 60 and 10 of 200 are expected; more than so many come once in a hundred.
@pytest.mark.parametrize(
    ("times", "most"), [(60, 7), pytest.param(200, 18, marks=pytest.mark.long)]
)
def test_where_nothing_is_at_work_the_intervals_hold_nothing_nineteen_times_in_twenty(
    times: int, most: int
) -> None:
    random, seen = np.random.default_rng(20190101), 0
    pairs = sets(**{f"P{at}": f"a{at}" for at in range(12)})
    for _ in range(times):
        table = indicators(**{
            station: random.integers(60, 100, 2).tolist() for station in pairs.sets["station_id"]
        })  # fmt: skip
        row = measure(by_year(table, pairs, 2017).filter(year=2018))
        seen += not row["low"] <= 0 <= row["high"]
    assert seen <= most


def test_the_verdict_says_no_difference_where_the_interval_holds_nothing() -> None:
    row = {"measure": "satisfaction", "estimate": 1.0, "low": -0.5, "high": 2.5}
    assert "看不出差别" in verdicts(pl.DataFrame([row]))[0]
    assert (
        "2.0 points more" in verdicts(pl.DataFrame([row | {"low": 1.0, "estimate": 2.0}]), "en")[0]
    )
    less = row | {"estimate": -2.0, "low": -3.0, "high": -1.0}
    assert "变化比可比的未结对所少 2.0 分" in verdicts(pl.DataFrame([less]))[0]


def test_every_measure_has_its_words() -> None:
    rows = [{"measure": name, "estimate": 0.0, "low": -1.0, "high": 1.0} for name in MEASURES]
    assert len(verdicts(pl.DataFrame(rows), "en")) == len(MEASURES)


def test_the_cautions_say_how_many_were_compared() -> None:
    assert cautions(PAIRS, "en")[0].startswith("2 newly paired stations are compared with 3")
