"""Repeated fields filled from whole arrays."""

import numpy as np
import pytest
from ortools.math_opt import model_pb2, sparse_containers_pb2

from planner.allocation.wire import fill
from tests.allocation.by_eye import array


@pytest.mark.parametrize(
    "numbers", [[], [0], [1, 127, 128], [16_383, 16_384, 5], [2**40, 0, 2**62 + 1]]
)
def test_whole_numbers_arrive_as_they_are(numbers: list[int]) -> None:
    vector = sparse_containers_pb2.SparseDoubleVectorProto()
    fill(vector, ids=array(numbers))
    assert list(vector.ids) == numbers


def test_numbers_with_fractions_and_signs_arrive_as_they_are() -> None:
    vector = sparse_containers_pb2.SparseDoubleVectorProto()
    fill(vector, values=np.array([-0.5, 3.0, 1e300]))
    assert list(vector.values) == [-0.5, 3.0, 1e300]


def test_whole_numbers_fill_a_field_of_fractions() -> None:
    variables = model_pb2.VariablesProto()
    fill(variables, ids=array([7, 9]), lower_bounds=array([-3, 0]), integers=array([0, 1]))
    assert list(variables.ids) == [7, 9]
    assert list(variables.lower_bounds) == [-3.0, 0.0]
    assert list(variables.integers) == [False, True]


def test_what_was_there_before_stays_in_front() -> None:
    vector = sparse_containers_pb2.SparseDoubleVectorProto(ids=[5])
    fill(vector, ids=array([6, 300]))
    assert list(vector.ids) == [5, 6, 300]
