"""What the panel's charts are sent: the look once, and of another plan its rows."""

import json
from typing import Any

import altair as alt
import polars as pl
import pytest

from planner.charts import use_renderer
from planner.charts.rows import file_name
from planner.charts.theme import PALETTES
from planner.dataset import Dataset
from planner.panels import Panel, panel
from planner.panels.worker import Inline
from tests.audit.world import WORLD
from tests.charts.small import HOSTILE
from tests.pairing.tiny import dataset
from tests.panels.held import Held

TWO = ("policy.leaders.stations", (2, 2))
"""L1 has two stations instead of three."""
DUTY = ("departments.set.D1.village_duty", True)


@pytest.fixture
def made() -> Panel:
    return Panel(dataset(WORLD), WORLD.policy, WORLD.year, "en", runner=Inline())


def sent(made: Panel) -> list[str]:
    """The list that grows by a trait whenever one of the charts is told something."""
    found: list[str] = []
    charts = ["map", "map_look", "balance", "balance_look"]
    made._results.board.observe(lambda change: found.append(change["name"]), charts)
    return found


def rows(made: Panel, chart: str, name: str) -> list[dict[str, Any]]:
    return json.loads(getattr(made._results.board, chart)["rows"][name])


def background(made: Panel) -> str:
    return made._results.board.map_look["background"]


def names(made: Panel) -> list[str]:
    """The units that have a mark on the map."""
    return sorted({row["unit"] for row in rows(made, "map", "marks")})


def test_of_another_plan_only_its_rows_are_sent(made: Panel) -> None:
    found = sent(made)
    made._change(*TWO)
    assert sorted(found) == ["balance", "map"]


def test_all_that_a_plan_changes_is_told_in_one_message(
    made: Panel, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[set[str]] = []
    monkeypatch.setattr(made._results.board, "send_state", lambda key: told.append({*key}))
    made._change(*TWO)
    assert [traits & {"map", "balance", "goals", "moved"} for traits in told] == [
        {"map", "balance", "goals", "moved"},
        set(),
    ]


def test_the_rows_are_those_of_the_plan(made: Panel) -> None:
    made._change(*TWO)
    marks = {(row["station_id"], row["need"]) for row in rows(made, "map", "marks")}
    assert marks == set(made.study.plan.pairs.select("station_id", "need").iter_rows())
    stacks = sum(row["pairings"] for row in rows(made, "balance", "stacks"))
    assert stacks == made.study.plan.pairs.height


def test_a_proof_sends_no_rows_again() -> None:
    held = Held()
    made = Panel(dataset(WORLD), WORLD.policy, WORLD.year, "en", runner=held)
    made._change(*TWO)
    held.step()
    found = sent(made)
    held.finish()
    assert "proved optimal" in made._results.board.message
    assert found == []


def test_settings_without_a_plan_leave_the_charts(made: Panel) -> None:
    found = sent(made)
    made._change("policy.leaders.stations", (6, 6))
    assert found == []


def test_the_titles_count_the_plan(made: Panel) -> None:
    before = " ".join(made._results.board.map["subtitle"])
    made._change(*DUTY)
    after = " ".join(made._results.board.map["subtitle"])
    assert before == "12 stations, 6 paired (3 by leaders, 3 by departments)"
    assert after == "12 stations, 4 paired (3 by leaders, 1 by departments)"


def test_a_unit_without_a_pairing_has_no_mark_on_the_map(made: Panel) -> None:
    assert names(made) == ["厅领导L1", "处室D1", "处室D2"]
    made._change(*DUTY)
    assert names(made) == ["厅领导L1", "处室D2"]


def test_names_in_the_rows_come_out_as_text() -> None:
    leaders = WORLD.frames["leaders"].with_columns(name=pl.lit(HOSTILE))
    tables = Dataset.from_frames(WORLD.year, **{**WORLD.frames, "leaders": leaders})
    made = Panel(tables, WORLD.policy, WORLD.year, "en", runner=Inline())
    text = made._results.board.map["rows"]["marks"]
    assert "</" not in text
    assert "<!" not in text
    assert any("script" in row["unit"] for row in rows(made, "map", "marks"))


def test_a_click_on_the_map_puts_the_station_into_the_form(made: Panel) -> None:
    station = made.study.dataset.stations["station_id"][0]
    for _ in range(2):
        made._pins.station.value = ""
        made._results.board._handle_custom_msg({"station": station}, [])
        assert made._pins.station.value.startswith(station)


def test_the_charts_follow_the_page_to_its_dark_theme(made: Panel) -> None:
    made._results.board.dark = True
    assert background(made) == PALETTES["dark"].paper
    made._results.board.dark = False
    assert background(made) == PALETTES["light"].paper


def test_another_theme_of_the_page_leaves_what_is_shown(made: Panel) -> None:
    made._change(*TWO)
    found = sent(made)
    made._results.board.dark = True
    assert sorted(found) == ["balance_look", "map_look"]


def test_a_theme_that_was_asked_for_stays() -> None:
    made = Panel(dataset(WORLD), WORLD.policy, WORLD.year, "en", "light", Inline())
    made._results.board.dark = True
    assert background(made) == PALETTES["light"].paper


def test_a_saved_picture_says_where_it_is_from_as_the_notebooks_other_charts_do() -> None:
    before = alt.renderers.active
    try:
        use_renderer("数据：甲省（含合成数据）；2019 年；依据：赣司人字〔2018〕62号")
        made = panel(dataset(WORLD), WORLD.policy, WORLD.year)
    finally:
        alt.renderers.enable(before)
    footer = made._results.board.footer
    assert footer == ["数据：甲省（含合成数据）；2019 年；依据：赣司人字", "〔2018〕62号"]
    assert panel(dataset(WORLD), WORLD.policy, WORLD.year, footer="")._results.board.footer == []


def test_a_saved_picture_is_called_as_the_plan_that_is_shown(made: Panel) -> None:
    made._change(*TWO)
    shown = made._results.board.map
    assert shown["file"] == file_name(shown["title"].replace("\n", " "))
