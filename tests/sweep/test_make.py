"""What a sweep makes of datasets, scenarios and what fails among them."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from planner.errors import InputError, NoPlanError
from planner.pairing.in_force import put_in_force
from planner.pairing.make import make_plan
from planner.sweep import Sweep, run_sweep
from tests.audit.world import WORLD
from tests.commands.folders import IMPOSSIBLE
from tests.pairing.tiny import dataset
from tests.sweep.here import here as here
from tests.sweep.small import DATA, GRID, POLICY, YEAR, expected, one_by_one, same, swept, timeless


@pytest.mark.usefixtures("here")
def test_a_scenario_that_fails_is_a_row_with_its_error() -> None:
    frame = swept(Sweep({"policy.stations.units": [-1, 1]}))
    assert frame["status"].to_list() == ["settled", "error", "settled"]
    assert "policy.stations.units" in frame["sentence"][1]


@pytest.mark.usefixtures("here")
def test_changes_count_from_the_plan_in_force() -> None:
    pairs = make_plan(DATA, POLICY, YEAR).pairs
    standing = put_in_force(DATA, pairs, YEAR)
    frame = run_sweep(standing, POLICY, YEAR, Sweep(each="closure"))
    assert frame["changes"].to_list() == [0, *[1] * pairs.height]  # one closes, the others stay
    assert frame["leaders.stability"].to_list()[0] == 0


@pytest.mark.usefixtures("here")
def test_several_datasets_are_planned_side_by_side() -> None:
    worlds = {"甲": WORLD, "乙": WORLD.where("A1a", hardship=3), "丙": IMPOSSIBLE}
    frame = run_sweep({name: dataset(w) for name, w in worlds.items()}, POLICY, YEAR)
    assert frame["dataset"].to_list() == ["甲", "乙", "丙"]
    assert frame["status"].to_list() == ["settled", "settled", "infeasible"]
    need = [make_plan(dataset(worlds[name]), POLICY, YEAR).goals()["value"][3] for name in "甲乙"]
    assert frame["leaders.need"].to_list() == [*need, None]


@pytest.mark.usefixtures("here")
def test_without_a_plan_no_station_of_it_can_close() -> None:
    with pytest.raises(NoPlanError):
        run_sweep(dataset(IMPOSSIBLE), POLICY, YEAR, Sweep(each="closure"))


@pytest.mark.usefixtures("here")
def test_where_the_baseline_has_no_plan_a_scenario_may_have_one() -> None:
    world = replace(IMPOSSIBLE, year=2019)
    sweep = Sweep({"policy.leaders.stations": [[1, 3]]})
    frame = run_sweep(dataset(world), POLICY, YEAR, sweep)
    assert frame["status"].to_list() == ["infeasible", "settled"]
    assert frame["changes"].to_list() == [None, None]


@pytest.mark.usefixtures("here")
def test_an_axis_that_names_nothing_ends_before_any_work() -> None:
    with pytest.raises(InputError):
        swept(Sweep({"policy.stations.unit": [1]}))


@pytest.mark.usefixtures("here")
def test_an_interrupted_sweep_goes_on_and_ends_as_if_it_had_not_been(tmp_path: Path) -> None:
    journal, counts = tmp_path / "sweep.csv.journal", list[tuple[int, int]]()

    def interrupt(done: int, total: int) -> None:
        if done == 20:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        swept(journal=journal, progress=interrupt)
    with journal.open("ab") as file:
        file.write(b'{"key": "half a li')
    frame = swept(journal=journal, progress=lambda *count: counts.append(count))
    assert counts[0] == (20, 49)  # the baseline and 48 scenarios
    assert counts[-1] == (49, 49)
    assert same(frame, expected())


@pytest.mark.usefixtures("here")
def test_what_is_finished_is_not_planned_again(tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    first = run_sweep(DATA, POLICY, YEAR, GRID, journal=journal)
    before = journal.read_bytes()
    assert run_sweep(DATA, POLICY, YEAR, GRID, journal=journal).equals(first)
    assert journal.read_bytes() == before


@pytest.mark.usefixtures("here")
def test_what_failed_is_tried_again(tmp_path: Path) -> None:
    counts, journal = list[int](), tmp_path / "journal"
    for _ in range(2):
        sweep = Sweep({"policy.stations.units": [-1, 1]})
        swept(sweep, journal, progress=lambda done, _: counts.append(done))
    assert counts == [0, 1, 2, 3, 2, 3]


@pytest.mark.usefixtures("here")
def test_a_journal_of_other_data_is_no_answer(tmp_path: Path) -> None:
    journal, sweep = tmp_path / "journal", Sweep({"policy.stations.per_county": [1]})
    swept(sweep, journal)
    other = dataset(WORLD.where("A1a", hardship=3))
    frame = run_sweep(other, POLICY, YEAR, sweep, journal=journal)
    assert same(timeless(frame), one_by_one(sweep, other))
    assert len(journal.read_bytes().splitlines()) == 4


def test_without_the_extra_a_cluster_is_refused_by_its_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(sys.modules, "planner.sweep.cluster", raising=False)
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError) as caught:
        swept(scheduler="tcp://127.0.0.1:8786")
    (fault,) = caught.value.faults
    assert (fault.file, fault.key) == ("--scheduler", "sweep.scheduler.extra")
    assert "[cluster]" in fault.text("en")
