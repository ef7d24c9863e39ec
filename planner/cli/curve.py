"""The command that weighs changes to a plan in force: curve."""

from pathlib import Path
from typing import Annotated

import typer

from planner.cli.options import (
    Data,
    Json,
    Lang,
    PartOption,
    PolicyFile,
    Quiet,
    TimeLimit,
    Year,
    app,
)
from planner.usage import LanguageOption


@app.command(help="help.curve")
def curve(
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
    quiet: Quiet = False,
    as_json: Json = False,
    lang: Lang = LanguageOption.zh,
) -> int:
    """Say what each further change to a plan in force gains."""
    from planner.commands import sound_input
    from planner.console import Console
    from planner.pairing.curve import exchange_curve
    from planner.pairing.in_force import gone, read_in_force
    from planner.pairing.units import PARTS, Part
    from planner.scenario import read_scenario

    console = Console(lang.value, quiet, as_json)
    with console.working("work.curve"):
        changed = None if scenario is None else read_scenario(scenario)
        figures, dataset, used = sound_input(data, year, policy, changed)
        pairs = read_in_force(in_force)
        parts: list[Part] = [one for one in PARTS if part in (PartOption.both, one)]
        curves = [exchange_curve(dataset, figures, year, pairs, one, time_limit) for one in parts]
    points = [row for made in curves for row in made.frame().to_dicts()]
    sentences = [one.text(lang.value) for made in curves for one in made.sentences()]
    notes = (*dataset.warnings, *gone(dataset, pairs, in_force))
    console.answer({"points": points, "sentences": sentences}, notes, used, changed)
    for made in curves:
        console.curve(made)
    return 0
