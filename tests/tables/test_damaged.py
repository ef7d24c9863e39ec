"""Whatever a file holds, reading it ends in a dataset or in sentences."""

import contextlib
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.dataset import Dataset, read_dataset
from planner.errors import InputError
from planner.policy import read_policy
from planner.words import LANGUAGES
from tests.tables.small import SMALL, write

PIECES = [b"", b"\0", b"\xff", b'"', b",", b"\n", b"\r", b"\t", b";", b"'", b"=", b"1e999", b"-1"]
PIECES += [b"\xef\xbb\xbf", "１".encode(), "甲".encode("gb18030"), b"L01", b"9" * 5000]


@pytest.fixture(scope="module")
def factory(tmp_path_factory: pytest.TempPathFactory) -> pytest.TempPathFactory:
    return tmp_path_factory


@given(
    table=st.sampled_from(sorted(SMALL)),
    start=st.integers(0, 700),
    length=st.integers(0, 40),
    piece=st.sampled_from(PIECES),
)
def test_a_damaged_table_ends_in_a_dataset_or_in_sentences(
    factory: pytest.TempPathFactory, table: str, start: int, length: int, piece: bytes
) -> None:
    path = write(factory.mktemp("data"))
    data = SMALL[table].encode()
    start = min(start, len(data))
    (path / f"{table}.csv").write_bytes(data[:start] + piece + data[start + length :])
    with contextlib.suppress(InputError), _told():
        assert isinstance(read_dataset(path, 2019), Dataset)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Look at the sentences of a refusal: one line for each fault, none twice."""
    try:
        yield
    except InputError as error:
        for language in LANGUAGES:
            lines = error.text(language).splitlines()
            if not len(lines) == len(error.faults) == len(set(lines)):
                raise AssertionError(lines) from error
        raise


@given(st.binary(max_size=60))
def test_any_bytes_are_a_policy_or_end_in_sentences(
    factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = factory.mktemp("policy") / "policy.toml"
    path.write_bytes(data)
    with contextlib.suppress(InputError):
        read_policy(path)


@given(
    st.dictionaries(
        st.sampled_from(["leaders", "need", "goals", "source", "x"]),
        st.one_of(
            st.integers(),
            st.booleans(),
            st.dictionaries(
                st.sampled_from(["stations", "days", "staff", "leaders", "number", "x"]),
                st.one_of(
                    st.integers(),
                    st.booleans(),
                    st.sampled_from(['"tie"', '["tie"]', "1.5", "[[]]"]),
                ),
            ),
        ),
    )
)
def test_any_values_are_a_policy_or_end_in_sentences(
    factory: pytest.TempPathFactory, values: dict[str, object]
) -> None:
    lines = [f"{key} = {_toml(value)}" for key, value in values.items()]
    path = factory.mktemp("policy") / "policy.toml"
    path.write_text("\n".join(lines), encoding="utf-8")
    with contextlib.suppress(InputError):
        read_policy(path)


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(item)}" for key, item in value.items()) + "}"
    return str(value).lower()
