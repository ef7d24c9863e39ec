"""Prices as a table and in words: what a plan loses, goal by goal."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import polars as pl

from planner.errors import Sentence

if TYPE_CHECKING:
    from planner.allocation.prices import Prices

_TIE = "tie"


def priced_frame(head: Mapping[str, Any], goals: Sequence[str], priced: "Prices") -> pl.DataFrame:
    """Return the columns of `head` with each option's price.

    That is the first goal that is worse, by how much, whether it is free, and what each goal
    loses: see `planner.pairing.prices`.
    """
    from planner.allocation.prices import NOTHING

    first = priced.first()
    names = pl.Series("first_goal", [*goals, None], pl.String)
    by = priced.loss[np.arange(len(first)), first]
    table = pl.DataFrame({
        **head,
        "possible": priced.possible,
        "first_goal": names[first % (len(goals) + 1)],
        "by": pl.Series(by).set(pl.Series(first == NOTHING), None),
    })  # fmt: skip
    free = pl.col("possible") & (pl.col("first_goal").fill_null(_TIE) == _TIE)
    losses = [
        pl.when("possible").then(pl.Series(name, priced.loss[:, at])).alias(name)
        for at, name in enumerate(goals)
    ]
    return table.with_columns(free.alias("free"), *losses)


def loss_sentence(losses: Mapping[str, int]) -> Sentence:
    """Return losses per goal, in the goals' order, positive where it worsens, as a sentence.

    The first goal that changes comes first; what changes after it, for better or worse, follows. A
    change of `tie` alone means that the plans are equally good.
    """
    changed = [(goal, loss) for goal, loss in losses.items() if loss and goal != _TIE]
    if not changed:
        return Sentence("loss.free")
    first, *rest = (
        Sentence(f"{'loss' if loss > 0 else 'gain'}.{goal}", {"amount": abs(loss)})
        for goal, loss in changed
    )
    if not rest:
        return first
    return Sentence("loss.then", {"first": first, "rest": joined(rest)})


def joined(sentences: Sequence[Sentence]) -> Sentence:
    """Return one or more sentences as one."""
    one, *rest = sentences
    return one if not rest else Sentence("loss.and", {"one": one, "rest": joined(rest)})
