"""A wrong call is one line in the user's language, and ends with 2."""

import pytest

from planner.usage import language_of
from tests.commands.conftest import Call

WRONG = [
    (["plan"], "DATA: 缺少这个参数，用 --help 看用法", "DATA: is missing; see --help"),
    (["plan", "d"], "--year: 缺少这个参数，用 --help 看用法", "--year: is missing; see --help"),
    (
        ["plan", "d", "--year", "2019"],
        "--out: 缺少这个参数，用 --help 看用法",
        "--out: is missing; see --help",
    ),
    (["check"], "DATA: 缺少这个参数，用 --help 看用法", "DATA: is missing; see --help"),
    (
        ["check", "d", "--bogus"],
        "--bogus: 没有这个选项，用 --help 看用法",
        "--bogus: there is no such option; see --help",
    ),
    (
        ["plan", "d", "--year", "x", "--out", "o"],
        "--year: 取值有误，应为 1900 到 2200 的整数",
        "--year: has a wrong value; expected a whole number from 1900 to 2200",
    ),
    (
        ["plan", "d", "--year", "1", "--out", "o"],
        "--year: 取值有误，应为 1900 到 2200 的整数",
        "--year: has a wrong value; expected a whole number from 1900 to 2200",
    ),
    (
        ["plan", "d", "--year", "2019", "--out", "o", "--part", "all"],
        "--part: 取值有误，应为 leaders / departments / both",
        "--part: has a wrong value; expected leaders / departments / both",
    ),
    (
        ["plan", "d", "--year", "2019", "--out", "o", "--engine", "magic"],
        "--engine: 取值有误，应为 auto / flow / cpsat",
        "--engine: has a wrong value; expected auto / flow / cpsat",
    ),
    (
        ["plan", "d", "--year", "2019", "--out", "o", "--time-limit", "0"],
        "--time-limit: 取值有误，应为 不小于 0.01 的数",
        "--time-limit: has a wrong value; expected a number from 0.01 on",
    ),
    (
        ["check", "d", "e"],
        "planner: 命令用法不对，用 --help",
        "planner: the call is wrong; see --help",
    ),
    (["nonsense"], "planner: 命令用法不对，用 --help", "planner: the call is wrong; see --help"),
    (["check", "d", "--year"], "--year: 缺少取值", "--year: needs a value"),
]


@pytest.mark.parametrize(("line", "zh", "en"), WRONG)
def test_a_wrong_call_is_one_line_in_either_language(
    call: Call, line: list[str], zh: str, en: str
) -> None:
    command, *rest = line
    for language, start in (("zh", zh), ("en", en)):
        told = call(command, "--lang", language, *rest)
        assert (told.code, told.out) == (2, "")
        assert told.err.startswith(start)
        assert told.err.count("\n") == 1


@pytest.mark.parametrize(
    "line",
    [
        ["check"],
        ["plan", "d", "--year", "x", "--out", "o"],
        ["plan", "d", "--year", "2019", "--out", "o", "--part", "all"],
        ["check", "d", "e"],
        ["nonsense"],
    ],
)
def test_a_wrong_call_is_told_in_chinese_alone(call: Call, line: list[str]) -> None:
    told = call(*line).err
    for english in ("Invalid value", "Input should", "unexpected", "No such", "Missing"):
        assert english not in told


@pytest.mark.parametrize("language", ["fr", "", "EN"])
def test_another_language_is_a_wrong_value(call: Call, language: str) -> None:
    told = call("template", "--lang", language)
    assert told.code == 2
    assert told.err.startswith("--lang: 取值有误，应为 zh / en")


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ([], "zh"),
        (["check", "d"], "zh"),
        (["check", "d", "--lang", "en"], "en"),
        (["check", "--lang=en", "d"], "en"),
        (["check", "--lang", "zh", "d"], "zh"),
        (["check", "d", "--lang"], "zh"),
        (["check", "en"], "zh"),
        (["check", "d", "--language", "en"], "zh"),
    ],
)
def test_the_language_is_known_before_the_call_is_understood(
    line: list[str], language: str
) -> None:
    assert language_of(line) == language


def test_nothing_at_all_shows_the_help(call: Call) -> None:
    told = call()
    assert (told.code, told.err) == (0, "")
    assert "template" in told.out
