"""Blocks: columns that share rows of their own, and the few-membered sets that those rows allow.

A weight limit such as a budget of minutes leaves the linear relaxation of single columns much too
free: it takes fractions that no choice could have. Whole sets of a block, each within the block's
own rows, are what a choice is made of. There are millions; `best` and `within` find those that
matter at given prices, exactly, without listing the others.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from planner.allocation.alike import alike_rows, distinct
from planner.allocation.compatible import compatible
from planner.allocation.dominance import undominated
from planner.allocation.interrupt import go_on
from planner.allocation.problem import IntArray

MOST_MEMBERS = 3
"""Larger sets are not looked for."""

NOTHING = -1
"""Fills up the sets that have fewer than `MOST_MEMBERS` members."""

_FAR = 2**61
_AT_ONCE = 128


class TooManyError(Exception):
    """More sets are within a price than can be listed."""


@dataclass(frozen=True, eq=False)
class Block:
    """The open columns of one block, and the rows that see no other column.

    `matrix` has a row for each of them and a column for each of `columns`.
    """

    columns: IntArray
    matrix: IntArray
    lower: IntArray
    upper: IntArray

    @cached_property
    def most(self) -> int | None:
        """How many members a set can have, None where no row says."""
        least = self.matrix.min(axis=1, initial=_FAR)
        counting = (least > 0) & (least < _FAR)
        return min((self.upper[counting] // least[counting]).tolist(), default=None)

    def best(self, price: IntArray, number: int) -> tuple[int, IntArray]:
        """Return the least price of a set, and some of the cheapest sets (a row each).

        The block must allow some set. Sets with members that others could stand for are not met.
        """
        go_on()
        kept = undominated(*self._rivals, price, self.most or MOST_MEMBERS)
        part = self if len(kept) == len(price) else self._take(kept)
        return part.cheapest(price[kept], number)

    def _take(self, kept: IntArray) -> "Block":
        """Return the block of some of its columns (their positions), with what is known of them."""
        part = Block(self.columns[kept], self.matrix[:, kept], self.lower, self.upper)
        checked = [(row[kept], low, up) for row, low, up in self._checked]
        # Properties that are worked out once are kept among an object's variables.
        vars(part).update(_singles=self._singles[kept], _checked=checked)
        vars(part).update(most=self.most, _heaviest=self._heaviest)
        if self.most != 1:
            vars(part).update(_together=self._together[kept][:, kept])
        return part

    def cheapest(self, price: IntArray, number: int) -> tuple[int, IntArray]:
        """Return the same where every column counts."""
        sets, prices = self._small(price, _FAR, number)
        found, worth, least = [sets], [prices], int(prices.min(initial=_FAR))
        floor = self._floor(price) if self.most == MOST_MEMBERS else prices[:0]
        portion = _first(floor)
        while len(portion):
            table = self._thirds(portion, price)
            third = table.argmin(axis=1)
            worth.append(table[np.arange(len(portion)), third])
            found.append(np.stack([self._one[portion], self._two[portion], third], axis=1))
            least = min(least, int(worth[-1].min()))
            floor[portion] = _FAR
            portion = _first(floor)
            portion = portion[floor[portion] < least]
        sets, prices = np.concatenate(found), np.concatenate(worth)
        cheapest = np.argsort(prices, kind="stable")[:number]
        cheapest = cheapest[prices[cheapest] < _FAR]
        return least, self._named(sets[cheapest])

    def within(self, price: IntArray, top: int, limit: int) -> IntArray:
        """Return every set of a price up to `top`, a row each.

        Raises `TooManyError` past the limit.
        """
        go_on()
        sets, prices = self._small(price, top, limit + 1)
        found, number = [sets[prices <= top]], len(sets)
        _check(number, limit)
        if self.most == MOST_MEMBERS:
            near = np.flatnonzero(self._floor(price) <= top)
            for first in range(0, len(near), _AT_ONCE):
                some = near[first : first + _AT_ONCE]
                table = self._thirds(some, price)
                one, two = self._one[some], self._two[some]
                at, third = np.nonzero((table <= top) & (np.arange(len(price)) > two[:, None]))
                found.append(np.stack([one[at], two[at], third], axis=1))
                number += len(at)
                _check(number, limit)
        return self._named(np.concatenate(found))

    def _named(self, sets: IntArray) -> IntArray:
        """Return sets of the system's columns, each in ascending order."""
        named = np.where(sets == NOTHING, NOTHING, self.columns[sets])
        return distinct(np.sort(named, axis=1))

    def _small(self, price: IntArray, top: int, number: int) -> tuple[IntArray, IntArray]:
        """Return the sets of up to two members and a price up to `top`, with their prices.

        Of the pairs only so many, the cheapest.
        """
        none = np.full((1 if (self.lower <= 0).all() else 0, MOST_MEMBERS), NOTHING)
        single = np.flatnonzero(self._singles & (price <= top))
        one, two = self._whole_pairs
        cost = price[one] + price[two]
        near = np.flatnonzero(cost <= top)
        if len(near) > number:
            near = near[np.argpartition(cost[near], number)[:number]]
        singles = np.full((len(single), MOST_MEMBERS), NOTHING)
        singles[:, 0] = single
        doubles = np.full((len(near), MOST_MEMBERS), NOTHING)
        doubles[:, 0], doubles[:, 1] = one[near], two[near]
        prices = [np.zeros(len(none), np.int64), price[single], cost[near]]
        return np.concatenate([none, singles, doubles]), np.concatenate(prices)

    def _floor(self, price: IntArray) -> IntArray:
        """Return what each pair and the cheapest third that is light enough cost."""
        cheapest = np.full(len(price) + 1, _FAR)
        np.minimum.accumulate(price[self._by_weight], out=cheapest[1:])
        return price[self._one] + price[self._two] + cheapest[self._light_enough]

    def _thirds(self, pairs: IntArray, price: IntArray) -> IntArray:
        """Return the price of pairs (their positions) with each third, far where not allowed."""
        one, two = self._one[pairs], self._two[pairs]
        allowed = self._together[one] & self._together[two]
        for row, low, up in self._checked:
            if row.min() == row.max() and low <= MOST_MEMBERS * row[0] <= up:
                continue
            total = (row[one] + row[two])[:, None] + row
            allowed &= (total >= low) & (total <= up)
        return np.where(allowed, (price[one] + price[two])[:, None] + price, _FAR)

    @cached_property
    def _heaviest(self) -> int:
        """The row that limits what can be added to a pair the most, by its spread."""
        spread = self.matrix.max(axis=1, initial=0) - self.matrix.min(axis=1, initial=0)
        return int(np.argmax(np.where(self._counted, spread, -1)))

    @cached_property
    def _rivals(self) -> tuple[IntArray, IntArray]:
        """Each column's kind, alike in all rows but the heaviest, and what it takes of that.

        Where less could be too little, that row tells kinds apart as well, and nothing is taken.
        """
        others, burden = self.matrix.copy(), np.zeros_like(self.columns)
        if self._counted[self._heaviest] and self.lower[self._heaviest] <= 0:
            burden = self.matrix[self._heaviest]
            others[self._heaviest] = 0
        return alike_rows(others.T), burden

    @cached_property
    def _counted(self) -> NDArray[np.bool_]:
        """The rows without negative entries: what exceeds such a row can't come back."""
        return np.all(self.matrix >= 0, axis=1)

    @cached_property
    def _together(self) -> NDArray[np.bool_]:
        """Which two columns no row forbids to be chosen together."""
        return compatible(self.matrix[self._counted], self.upper[self._counted])

    @cached_property
    def _checked(self) -> list[tuple[IntArray, int, int]]:
        """The rows that pairs and more can break though no two members do."""
        matrix = self.matrix
        least = np.where(matrix > 0, matrix, _FAR).min(axis=1, initial=_FAR)
        by_pairs = (matrix.min(axis=1, initial=0) >= 0) & (2 * least > self.upper)
        short = self.lower > np.minimum(matrix, 0).sum(axis=1)
        over = (self.upper < np.maximum(matrix, 0).sum(axis=1)) & ~by_pairs
        return [
            (matrix[at], int(self.lower[at]), int(self.upper[at]))
            for at in np.flatnonzero(short | over)
        ]

    @cached_property
    def _singles(self) -> NDArray[np.bool_]:
        inside = (self.matrix >= self.lower[:, None]) & (self.matrix <= self.upper[:, None])
        return np.all(inside, axis=0)

    @cached_property
    def _pairs(self) -> tuple[IntArray, IntArray]:
        """The pairs that may be chosen together: the lesser position, and the greater."""
        if (self.most or 0) < 2:
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        one, two = np.nonzero(self._together)
        return one[one < two], two[one < two]

    @property
    def _one(self) -> IntArray:
        return self._pairs[0]

    @property
    def _two(self) -> IntArray:
        return self._pairs[1]

    @cached_property
    def _whole_pairs(self) -> tuple[IntArray, IntArray]:
        """The pairs that every row allows as a set."""
        one, two = self._pairs
        for row, low, up in self._checked if len(one) else ():
            total = row[one] + row[two]
            whole = (total >= low) & (total <= up)
            one, two = one[whole], two[whole]
        return one, two

    @cached_property
    def _by_weight(self) -> IntArray:
        return np.argsort(self.matrix[self._heaviest], kind="stable")

    @cached_property
    def _light_enough(self) -> IntArray:
        """How many columns, by weight, are light enough to join each pair."""
        weight, one, two = self.matrix[self._heaviest], *self._pairs
        left: IntArray = self.upper[self._heaviest] - weight[one] - weight[two]
        return np.searchsorted(weight[self._by_weight], left, side="right")


def _check(number: int, limit: int) -> None:
    if number > limit:
        raise TooManyError


def _first(floor: IntArray) -> IntArray:
    """Return the positions of some of the least."""
    if len(floor) <= _AT_ONCE:
        return np.flatnonzero(floor < _FAR)
    return np.argpartition(floor, _AT_ONCE)[:_AT_ONCE]
