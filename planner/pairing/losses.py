"""A price in words: what a plan loses, goal by goal."""

from collections.abc import Mapping, Sequence

from planner.errors import Sentence


def loss_sentence(losses: Mapping[str, int]) -> Sentence:
    """Return losses per goal, in the goals' order, positive where it worsens, as a sentence.

    The first goal that changes comes first; what changes after it, for better or worse, follows. A
    change of `tie` alone means that the plans are equally good.
    """
    changed = [(goal, loss) for goal, loss in losses.items() if loss and goal != "tie"]
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
