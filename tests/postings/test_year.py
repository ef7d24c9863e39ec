"""A year of postings in one object, as notebooks have it."""

import datetime as dt
from pathlib import Path

import planner
from planner.postings.commands import list_due, list_eligible, make_exchange, make_postings
from tests.postings.test_faults import SOUND


def test_a_year_has_what_the_commands_write(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    for name, rows in SOUND.items():
        (data / f"{name}.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    year = planner.read_postings_year(data, 2019)
    listed = list_eligible(data, 2019, None, None, tmp_path / "eligible").frames
    assert year.eligible.equals(listed["eligible.csv"])
    assert year.eligible_exchange.equals(listed["eligible_exchange.csv"])
    assert year.due.equals(
        list_due(data, 2019, "2019-06-30", None, tmp_path / "due").frames["due.csv"]
    )
    assert year.on == dt.date(2019, 6, 30)
    plan, exchange = year.postings(), year.exchange(year.postings())
    written = make_postings(data, 2019, tmp_path / "postings").plan
    assert plan.rows.equals(written.rows)
    swapped = make_exchange(data, 2019, tmp_path / "exchange", postings=tmp_path / "postings").plan
    assert exchange.rows.equals(swapped.rows)
    assert plan.checked
    assert exchange.checked
