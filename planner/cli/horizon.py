"""The command of the years ahead: horizon."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from planner.cli.options import Data, PolicyFile, app, talking
from planner.words import Language, say

if TYPE_CHECKING:
    from planner.console import Console
    from planner.horizon.fewest import Schedule
    from planner.horizon.run import Horizon


@app.command(help="help.horizon")
@talking
def horizon(
    console: "Console",
    data: Data,
    first: Annotated[int, typer.Option("--from", min=1900, max=2200, help="help.horizon.from")],
    years: Annotated[int, typer.Option("--years", min=1, max=50, help="help.horizon.years")],
    policy: PolicyFile = None,
    changes: Annotated[
        Path | None, typer.Option("--changes", help="help.horizon.changes", metavar="FILE")
    ] = None,
    crosswalk: Annotated[
        Path | None, typer.Option("--crosswalk", help="help.horizon.crosswalk", metavar="FILE")
    ] = None,
    visit: Annotated[
        str | None, typer.Option("--visit", help="help.horizon.visit", metavar="counties|FILE")
    ] = None,
    give_up: Annotated[
        str | None,
        typer.Option("--give-up", help="help.horizon.give_up", metavar="PART.GOAL=AMOUNT"),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="help.horizon.out", metavar="DIR")
    ] = None,
) -> int:
    """Plan years ahead, or prove the fewest years in which all can be visited."""
    from planner.horizon.request import Request, answer
    from planner.horizon.run import Horizon, refuse_horizon
    from planner.policy.found import policy_in_force

    asked = Request(data, first, years, policy, changes, crosswalk, visit, give_up)
    if out is not None:
        refuse_horizon(out, data, (policy, changes, crosswalk))
    with console.working("work.horizon"):
        found = answer(asked)
    made = found if isinstance(found, Horizon) else found.horizon
    if out is not None:
        made.write(out)
    console.data(_as_data(found, made, console.language))
    _tell(console, found, made)
    console.made_with(policy_in_force(policy, None, data))
    if out is not None:
        console.say("horizon.written", folder=out)
    return 0


def _tell(console: "Console", found: "Horizon | Schedule", made: "Horizon") -> None:
    """Print the proof where one was asked for, what changes, and the years."""
    if not isinstance(found, type(made)):
        console.lines(_proof(cast("Schedule", found), console.language))
    console.say("horizon.standing")
    console.lines(note.text(console.language) for one in made.years for note in one.year.notes)
    console.lines(_years(made, console.language))
    rules = min(one.rules for one in made.years)
    console.say("horizon.audited", years=len(made.years), rules=rules)


def _proof(schedule: "Schedule", language: Language) -> Iterator[str]:
    """Yield what is proved of the fewest years, and what can never be visited."""
    from planner.horizon.shortfall import never

    level, plans = schedule.targets.level, schedule.horizon.years
    values = {
        "number": len(schedule.targets.names),
        "years": schedule.years,
        "first": plans[0].year.year,
        "last": plans[-1].year.year,
    }
    yield say(f"visit.{'one' if schedule.years == 1 else 'fewest'}.{level}", language, **values)
    if schedule.too_few is not None:
        yield schedule.too_few.sentence(language)
    if schedule.unreachable:
        yield never(plans[0].year.dataset, level, schedule.unreachable).text(language)
    if schedule.given_up is not None:
        yield schedule.given_up.sentence.text(language)
    yield say(f"visit.sought.{schedule.sought}", language)


def _years(made: "Horizon", language: Language) -> Iterator[str]:
    """Yield the summary, a line per year and part."""
    fixed = ("year", "part", "pairings", "counties_visited", "stations_visited")
    for row in made.summary.iter_rows(named=True):
        goals = [
            say("horizon.goal", language, goal=say(f"goal.{name}", language), value=value)
            for name, value in row.items()
            if name not in (*fixed, "coverage", "tie") and value is not None
        ]
        yield say(
            "horizon.year", language, year=row["year"], part=say(f"part.{row['part']}", language),
            pairings=row["pairings"], goals="".join(goals),
            counties=row["counties_visited"], stations=row["stations_visited"],
        )  # fmt: skip


def _as_data(found: "Horizon | Schedule", made: "Horizon", language: Language) -> dict[str, Any]:
    """Return the answer as plain data."""
    notes = [note.text(language) for one in made.years for note in one.year.notes]
    data: dict[str, Any] = {"years": made.summary.to_dicts(), "notes": notes}
    if found is made:
        return data
    schedule: Any = found
    proof: dict[str, Any] = {
        "fewest": schedule.years,
        "targets": list(schedule.targets.names),
        "unreachable": list(schedule.unreachable),
        "too_few": None if schedule.too_few is None else schedule.too_few.sentence(language),
    }
    if schedule.given_up is not None:
        proof["given_up"] = {**asdict(schedule.given_up), "lost": schedule.given_up.lost}
    return proof | data
