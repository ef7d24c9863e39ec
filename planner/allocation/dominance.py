"""Which columns a cheapest set can do without, since others serve as well for less."""

import numpy as np

from planner.allocation.problem import IntArray

_FAR = 2**62


def undominated(kind: IntArray, weight: IntArray, price: IntArray, members: int) -> IntArray:
    """Return the positions that some cheapest set of so many `members` consists of, ascending.

    Columns of one kind can stand for each other where the weight is no more. So one is left out
    where as many of its kind as a set has members are neither heavier nor dearer: whatever else is
    in the set, one of those could take its place.
    """
    order = np.lexsort((weight, price, kind))
    # A kind weighs less than any before it, so that what is lightest begins anew with each.
    weighed = weight[order] - kind[order] * (int(weight.max(initial=0)) + 1)
    left, lightest = weighed, np.full(len(order), _FAR)
    for _ in range(members):
        np.minimum.accumulate(left[:-1], out=lightest[1:])
        left = np.maximum(left, lightest)  # of what came and what was lightest the heavier goes on
    return np.sort(order[lightest > weighed])
