"""What is known of a station goes on with its successor; nothing is lost without being said."""

from typing import Any

from planner.crosswalk.carry import Carried, carried
from planner.crosswalk.moves import Move
from tests.audit.world import WORLD, World

FIGURES = {"travel_minutes": 5, "staff": 1, "caseload": 2, "hardship": 3, "nominated": False}
DETAILS = {"name": "新所", "city": "A", "county": "A9", "lon": 115.0, "lat": 28.0, **FIGURES}


def carry(world: World, *moves: tuple[str | None, str | None, dict[str, Any]]) -> Carried:
    frames = {
        name: frame.with_row_index("row", 2).cast({"row": int}) if "row" not in frame else frame
        for name, frame in world.frames.items()
    }
    made = [Move(at, 2020, *move) for at, move in enumerate(moves, 2)]
    return carried(frames, made, 2020)


def rows(found: Carried, table: str) -> list[str]:
    frame = found.frames[table].drop("row", "reason", strict=False)
    return [" ".join(map(str, row)) for row in frame.rows()]


def notes(found: Carried) -> list[str]:
    return [note.text("en") for note in found.notes]


def test_history_goes_to_the_successor() -> None:
    found = carry(WORLD.but(history=["2018 D1 A1a"]), ("A1a", "A1b", {}))
    assert rows(found, "history") == ["2018 D1 A1b"]
    assert "A1a" not in found.frames["stations"]["station_id"]
    assert notes(found) == [
        (
            "2020: stations that go on under another id: 1, and pairings of earlier years "
            "with them: 1; these are 司法所A1a (A1a)"
        )
    ]


def test_history_of_two_that_merge_is_kept_once_where_it_is_the_same() -> None:
    some = WORLD.but(history=["2018 D1 A1a", "2018 D1 A1b", "2018 L1 A1a"])
    found = carry(some, ("A1a", "A2a", {}), ("A1b", "A2a", {}))
    assert rows(found, "history") == ["2018 D1 A2a", "2018 L1 A2a"]


def test_a_closed_stations_history_stays_on_record_and_is_counted() -> None:
    found = carry(WORLD.but(history=["2017 D2 A1a", "2018 D1 A1a"]), ("A1a", None, {}))
    assert rows(found, "history") == ["2017 D2 A1a", "2018 D1 A1a"]
    assert notes(found) == [
        (
            "2020: stations that close without a successor: 1, and pairings of earlier years "
            "that stay on record and bind nobody: 2; these are 司法所A1a (A1a)"
        )
    ]


def test_what_else_names_a_closed_station_is_dropped_and_counted() -> None:
    some = WORLD.but(
        wishes=["D1 1 station A1a", "D1 2 station B1a"],
        recusals=["D2 station A1a"],
        pins=["D1 A1a forbid"],
    )
    found = carry(some, ("A1a", None, {}))
    assert rows(found, "wishes") == ["D1 2 station B1a"]
    assert (rows(found, "recusals"), rows(found, "pins")) == ([], [])
    assert notes(found)[1] == "2020: of closed stations 1 wishes, 1 recusals and 1 pins are dropped"


def test_pins_wishes_and_recusals_go_to_the_successor() -> None:
    some = WORLD.but(
        wishes=["D1 1 station 司法所A1a"], recusals=["D2 station A1a"], pins=["D1 A1a require"]
    )
    found = carry(some, ("A1a", "A1b", {}))
    assert rows(found, "wishes") == ["D1 1 station A1b"]
    assert rows(found, "recusals") == ["D2 station A1b"]
    assert rows(found, "pins") == ["D1 A1b require"]


def test_a_recusal_from_a_county_still_covers_what_left_it() -> None:
    # A1a moves from county A1 to the new county A9; A1 itself goes on with A1b.
    found = carry(WORLD.but(recusals=["D2 county A1"]), ("A1a", "A9a", DETAILS))
    assert rows(found, "recusals") == ["D2 county A1", "D2 station A9a"]


def test_a_place_that_is_no_more_is_written_station_by_station() -> None:
    found = carry(WORLD.but(recusals=["D2 county A1"]), ("A1a", "A9a", DETAILS), ("A1b", "A2a", {}))
    assert rows(found, "recusals") == ["D2 station A2a", "D2 station A9a"]


def test_blank_figures_go_on_from_the_station_before() -> None:
    found = carry(WORLD.where("A1a", caseload=77), ("A1a", "A9a", {"name": "新所", "county": "A9"}))
    (row,) = found.frames["stations"].filter(station_id="A9a").to_dicts()
    assert (row["name"], row["county"], row["city"], row["caseload"]) == ("新所", "A9", "A", 77)


def test_a_station_may_change_and_keep_its_id() -> None:
    found = carry(WORLD.but(history=["2018 D1 A1a"]), ("A1a", "A1a", {"name": "新名"}))
    assert found.frames["stations"].filter(station_id="A1a")["name"].item() == "新名"
    assert notes(found)[0].startswith("2020: stations that keep their id and change otherwise: 1")


def test_a_new_station_appears_as_described() -> None:
    found = carry(WORLD, (None, "A9a", DETAILS))
    (row,) = found.frames["stations"].filter(station_id="A9a").to_dicts()
    assert {name: row[name] for name in DETAILS} == DETAILS
    assert found.frames["stations"].height == 13


def test_without_moves_the_tables_are_the_same() -> None:
    assert carried(WORLD.frames, [], 2020).frames == WORLD.frames
