"""Distances for several goals at once: packed, compared lane by lane, over a network made small."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.allocation.residual import Arcs, Lanes, NegativeCycleError, distances
from tests.allocation.by_eye import array


@given(st.lists(st.tuples(st.integers(0, 2**58), st.data()), min_size=1, max_size=9))
def test_vectors_are_unpacked_as_they_were_packed(entries: list[tuple[int, st.DataObject]]) -> None:
    limits = [limit for limit, _ in entries]
    rows = [[data.draw(st.integers(-limit, limit)) for limit, data in entries] for _ in range(2)]
    lanes = Lanes(limits)
    packed = lanes.pack(list(np.array(rows, np.int64).T))
    assert lanes.unpack(packed).tolist() == rows
    first, second = packed.T.tolist()
    assert (first < second) == (rows[0] < rows[1]), "lanes compare as the vectors do"


def test_distances_go_by_the_first_lane_and_then_by_the_second() -> None:
    # 0 → 1 → 3 costs (1, 9), 0 → 2 → 3 costs (1, 4), 0 → 3 costs (2, 0); 3 leads nowhere.
    arcs = Arcs(
        array([0, 1, 0, 2, 0]),
        array([1, 3, 2, 3, 3]),
        np.array([[1, 0, 0, 1, 2], [0, 9, 4, 0, 0]], np.int64),
    )
    way, reached = distances(arcs, 4, array([0, 3, 3]), array([3, 0, 3]))
    assert way[:, 0].tolist() == [1, 4]
    assert way[:, 2].tolist() == [0, 0]
    assert reached.tolist() == [True, False, True]


def test_a_later_lane_keeps_to_what_is_shortest_in_every_lane_before() -> None:
    # To 3: by 1 costs (1, 5, 0), by 2 costs (1, 4, 7), straight (2, 4, 0).
    arcs = Arcs(
        array([0, 1, 0, 2, 0]),
        array([1, 3, 2, 3, 3]),
        np.array([[1, 0, 0, 1, 2], [5, 0, 0, 4, 4], [0, 0, 7, 0, 0]], np.int64),
    )
    way, _ = distances(arcs, 4, array([0]), array([3]))
    assert way[:, 0].tolist() == [1, 4, 7]


@pytest.mark.parametrize("length", [1, 2, 3, 64, 65, 100])
def test_a_chain_of_single_ways_is_followed_to_its_end(length: int) -> None:
    # From 0 to the end, 3 a step; at the end one can also go back to 0 for 1.
    nodes = np.arange(length)
    arcs = Arcs(np.r_[nodes, length], np.r_[nodes + 1, 0], np.array([[3] * length + [1]], np.int64))
    way, reached = distances(
        arcs, length + 1, array([0, length, 1]), array([length, length - 1, 0])
    )
    assert reached.all()
    assert way[0].tolist() == [3 * length, 1 + 3 * (length - 1), 3 * (length - 1) + 1]


def test_nothing_comes_out_of_a_circle_of_single_ways() -> None:
    # 1 and 2 lead to each other alone, 4 leads to 2; from 0 one gets there, and to 3.
    arcs = Arcs(
        array([0, 1, 2, 0, 4]), array([1, 2, 1, 3, 2]), np.array([[5, 1, 1, 9, 2]], np.int64)
    )
    source, target = array([0, 1, 2, 4, 0]), array([3, 3, 3, 3, 0])
    way, reached = distances(arcs, 5, source, target)
    assert reached.tolist() == [True, False, False, False, True]
    assert way[0, [0, 4]].tolist() == [9, 0]
    way, reached = distances(arcs, 5, array([0, 2, 4]), array([2, 1, 1]))
    assert reached.all()
    assert way[0].tolist() == [6, 1, 3]


def test_a_cycle_that_costs_less_than_nothing_is_an_error() -> None:
    # 0 → 1 → 2 → 0 costs -1, and each has a second way out.
    arcs = Arcs(
        array([0, 1, 2, 0, 1, 2]),
        array([1, 2, 0, 3, 3, 3]),
        np.array([[1, 1, -3, 9, 9, 9]], np.int64),
    )
    with pytest.raises(NegativeCycleError):
        distances(arcs, 4, array([0, 1, 2]), array([3, 3, 3]))
