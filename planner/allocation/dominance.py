"""Which columns a cheapest set can do without, since others serve as well for less."""

import numpy as np

from planner.allocation.problem import IntArray


def undominated(kind: IntArray, weight: IntArray, price: IntArray, members: int) -> IntArray:
    """Return the positions that some cheapest set of so many `members` consists of, ascending.

    Columns of one kind can stand for each other where the weight is no more. So one is left out
    where as many of its kind as a set has members are neither heavier nor dearer: whatever else is
    in the set, one of those could take its place.
    """
    order = np.lexsort((np.arange(len(kind)), weight, price, kind))
    starts = np.flatnonzero(np.r_[True, kind[order][1:] != kind[order][:-1]])
    kept = list[IntArray]()
    for some in np.split(order, starts[1:]):
        lighter = weight[some][:, None] <= weight[some]  # of what is no dearer: it comes before
        before = np.triu(lighter, 1).sum(axis=0)
        kept.append(some[before < members])
    return np.sort(np.concatenate(kept))
