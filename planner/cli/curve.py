"""The command that weighs changes to a plan in force: curve."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from planner.cli.options import Data, PartOption, PolicyFile, TimeLimit, Year, app, talking

if TYPE_CHECKING:
    from planner.console import Console


@app.command(help="help.curve")
@talking
def curve(
    console: "Console",
    data: Data,
    year: Year,
    in_force: Annotated[
        Path, typer.Option("--in-force", help="help.curve.in_force", metavar="DIR")
    ],
    policy: PolicyFile = None,
    scenario: Annotated[
        Path | None, typer.Option("--scenario", help="help.curve.scenario", metavar="FILE")
    ] = None,
    part: Annotated[PartOption, typer.Option("--part", help="help.curve.part")] = PartOption.both,
    time_limit: TimeLimit = None,
) -> int:
    """Say what each further change to a plan in force gains."""
    from planner.pairing.curve import exchange_curve
    from planner.pairing.in_force import gone, read_in_force
    from planner.pairing.read import read_pairing
    from planner.pairing.units import PARTS, Part
    from planner.plans.given import sound_input
    from planner.scenario import read_scenario

    with console.working("work.curve"):
        changed = None if scenario is None else read_scenario(scenario)
        figures, dataset, used, _ = sound_input(read_pairing, data, year, policy, changed)
        pairs = read_in_force(in_force)
        parts: list[Part] = [one for one in PARTS if part in (PartOption.both, one)]
        curves = [exchange_curve(dataset, figures, year, pairs, one, time_limit) for one in parts]
    points = [row for made in curves for row in made.frame().to_dicts()]
    sentences = [one.text(console.language) for made in curves for one in made.sentences()]
    notes = (*dataset.warnings, *gone(dataset, pairs, in_force))
    console.answer({"points": points, "sentences": sentences}, notes, used, changed)
    for made in curves:
        console.curve(made)
    return 0
