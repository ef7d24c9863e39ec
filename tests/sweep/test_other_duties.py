"""Sweeps over a calendar's figures and those of postings: a row a scenario, as for pairings."""

import pickle
from pathlib import Path

import polars as pl
import pytest

from planner.errors import InputError
from planner.plans.given import Given
from planner.postings.commands import make_postings
from planner.scenario import Scenario
from planner.sweep import Sweep, run_sweep
from planner.sweep.base import Asked, base_of
from tests.commands.conftest import Call
from tests.commands.conftest import call as call
from tests.days.folder import base, write, write_plan
from tests.postings.test_faults import HEADERS, SOUND
from tests.sweep.here import here as here

YEAR = 2019
pytestmark = pytest.mark.usefixtures("here")


@pytest.fixture(name="days")
def _days(tmp_path: Path) -> Path:
    write_plan(tmp_path / "plan")
    return write(tmp_path / "days", base())


@pytest.fixture(name="people")
def _people(tmp_path: Path) -> Path:
    """Lay down two cadres who may go, of whom the share lets one go at a time."""
    tables = {name: list(rows) for name, rows in SOUND.items()}
    tables["cadres"].append("C3,干部三,D1,below,1975-05-05,2000-01-01,,0,9,否,否,")
    folder = tmp_path / "people"
    folder.mkdir()
    for name, rows in tables.items():
        (folder / f"{name}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder


def swept(given: Given, duty: str, **more: object) -> pl.DataFrame:
    return run_sweep(given.dataset, given.figures, YEAR, duty=duty, **more)  # pyright: ignore[reportArgumentType]


def test_a_calendar_s_cost_stands_beside_its_goals(days: Path) -> None:
    given = base_of(Asked(days, YEAR, "calendar", plans=[str(days.parent / "plan")]))
    frame = swept(given, "calendar", sweep=Sweep({"policy.cost.meal": [100, 200]}))
    assert frame.columns[-4:] == ["cost", "changes", "new", "seconds"]
    assert frame["status"].to_list() == ["settled"] * 3
    # Ten days of the leader, and of each cadre twenty: C1 has done five, C2 none. Trips of a person
    # are equally long, so days may be more; each costs 100 yuan more for its meals.
    days_of = frame["calendar.met"][0]
    first, same, dearer = frame["cost"].to_list()
    assert first == same
    assert dearer - first >= 100 * days_of
    assert frame["changes"].to_list() == [0, 0, 0]


def test_a_calendar_says_how_stations_close_in_it(days: Path) -> None:
    given = base_of(Asked(days, YEAR, "calendar", plans=[str(days.parent / "plan")]))
    with pytest.raises(InputError) as raised:
        swept(given, "calendar", sweep=Sweep(each="closure"))
    assert (
        '"mergers.add" = [[{station_id = "编号", merged_on = 2019-07-01}]]' in raised.value.text()
    )


def test_a_department_on_village_duty_has_no_trips(days: Path) -> None:
    given = base_of(Asked(days, YEAR, "calendar", plans=[str(days.parent / "plan")]))
    frame = swept(given, "calendar", sweep=Sweep(each="village_duty"))
    assert frame["village_duty"].to_list() == [None, "D1", "D2"]
    whole, *others = frame["cost"].to_list()
    assert all(cost < whole for cost in others)
    assert all(frame["changes"].to_list()[1:])


def test_a_stricter_share_sends_fewer(people: Path) -> None:
    given = base_of(Asked(people, YEAR, "postings"))
    shares = Sweep({"policy.training.away_percent": [20, 10], "policy.training.years": [1]})
    frame = swept(given, "postings", sweep=shares)
    # Of ten people two may be away at 20 percent; at 10 the other waits until the first is back,
    # after two years.
    assert frame["postings.sent"].to_list() == [2, 2, 1]


def test_where_required_postings_conflict_the_row_says_why(people: Path) -> None:
    pins = [f"{person},training,2019-07-01,,,require," for person in ("C1", "C3")]
    pins = [HEADERS["posting_pins"], *pins]
    (people / "posting_pins.csv").write_text("\n".join(pins), "utf-8")
    given = base_of(Asked(people, YEAR, "postings"))
    shares = Sweep({"policy.training.away_percent": [10]})
    frame = swept(given, "postings", sweep=shares, language="en")
    assert frame["status"].to_list() == ["settled", "infeasible"]
    assert "C1" in frame["sentence"][1]


def test_an_exchange_counts_the_plan_of_postings_first(people: Path, tmp_path: Path) -> None:
    make_postings(people, YEAR, tmp_path / "p")
    alone = base_of(Asked(people, YEAR, "exchange"))
    after = base_of(Asked(people, YEAR, "exchange", postings=tmp_path / "p"))
    assert alone.dataset.added is None
    assert after.dataset.added.height == 2
    frame = swept(after, "exchange", sweep=Sweep({"policy.exchange.hosts": [1, 2]}))
    assert frame["exchange.exchanges"].to_list() == [1, 1, 1]


def test_what_workers_are_given_can_be_sent_to_them(days: Path, people: Path) -> None:
    for asked in (
        Asked(days, YEAR, "calendar", plans=[str(days.parent / "plan")]),
        Asked(people, YEAR, "postings"),
    ):
        dataset = pickle.loads(pickle.dumps(base_of(asked).dataset))
        assert Scenario("x").apply(dataset, base_of(asked).figures)[0].year == YEAR


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"duty": "postings", "plans": ["p"]}, "--plan: is for --duty calendar only"),
        ({"duty": "calendar"}, "--plan: --duty calendar goes by plans in force"),
        ({"duty": "pairing", "start": "2019-02-01"}, "--from: is for --duty calendar only"),
        ({"duty": "pairing", "postings": Path("p")}, "--postings: is for --duty exchange only"),
    ],
)
def test_an_option_of_another_duty_is_told(
    people: Path, asked: dict[str, object], said: str
) -> None:
    with pytest.raises(InputError) as error:
        base_of(Asked(people, YEAR, **asked))  # pyright: ignore[reportArgumentType]
    assert any(line.startswith(said) for line in error.value.text("en").splitlines())


def test_a_duty_knows_what_can_change_in_turn(people: Path) -> None:
    given = base_of(Asked(people, YEAR, "postings"))
    with pytest.raises(InputError, match="can't vary village_duty in turn; expected closure"):
        swept(given, "postings", sweep=Sweep(each="village_duty"))


def test_the_command_shows_the_cost_in_its_own_column(call: Call, days: Path) -> None:
    told = call("sweep", days, "--year", YEAR, "--duty", "calendar", "--plan",
                days.parent / "plan", "--each", "village_duty", "--out", days.parent / "out",
                "--lang", "en")  # fmt: skip
    assert (told.code, told.err) == (0, "")
    assert "cost (yuan)" in " ".join(told.out.split())
    frame = pl.read_csv(days.parent / "out" / "sweep.csv")
    assert frame["cost"].null_count() == 0
