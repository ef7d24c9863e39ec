"""Every command, argument and option has its help in both languages."""

import re

import pytest
import typer

from planner.cli import FILE_OF, app_of
from planner.usage import run_app
from planner.words import LANGUAGES, WORDS, Language, say
from tests.commands.conftest import Call

ROOT = typer.main.get_command(app_of())
COMMANDS = list(getattr(ROOT, "commands", {}))
HAN = re.compile("[\u4e00-\u9fff]")


def keys() -> list[str | None]:
    """Return the help of the app, its commands and their parameters, as written: keys of words."""
    found = [ROOT.help]
    for command in ROOT.commands.values():  # pyright: ignore[reportAttributeAccessIssue]
        found.append(command.help)
        found += [getattr(parameter, "help", None) for parameter in command.params]
    return found


def test_there_are_the_commands_of_a_year() -> None:
    assert list(FILE_OF) == COMMANDS
    assert COMMANDS[:5] == ["check", "plan", "audit", "verify", "why"]


def test_every_help_is_an_entry_of_the_words_in_two_languages() -> None:
    for key in keys():
        assert key is not None
        assert key.startswith("help.")
        zh, en = WORDS[key]
        assert HAN.search(zh)
        assert not HAN.search(en)


def test_no_words_of_help_are_left_over() -> None:
    assert {key for key in WORDS if key.startswith("help.")} == set(keys())


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_key_shows_in_a_help(call: Call, command: str, language: str) -> None:
    told = call(command, "--help", "--lang", language)
    assert (told.code, told.err) == (0, "")
    assert "help." not in told.out
    assert bool(HAN.search(told.out)) == (language == "zh")


def test_a_chinese_help_says_what_help_itself_is_in_chinese(call: Call) -> None:
    shown = [call(*command, "--help").out for command in ((), *((one,) for one in COMMANDS))]
    assert not any("Show this message and exit" in out for out in shown)


def test_no_key_shows_in_the_help_of_them_all(call: Call) -> None:
    told = call("--help")
    assert (told.code, told.err) == (0, "")
    assert "help." not in told.out
    assert all(command in told.out for command in COMMANDS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("turned", [False, True])
def test_the_help_of_them_all_speaks_the_language_asked_for(
    call: Call, language: Language, turned: bool
) -> None:
    asked = ["--lang", language], ["--help"]
    told = call(*asked[turned], *asked[not turned])
    assert (told.code, told.err) == (0, "")
    assert say("help.app", language)[:12] in told.out


def test_a_language_named_before_the_command_is_the_commands_too(call: Call) -> None:
    assert call("--lang", "en", "template").out == call("template", "--lang", "en").out
    assert call("--lang", "en", "template").out != call("template").out


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_of_them_all_says_a_whole_sentence_of_each(
    capsys: pytest.CaptureFixture[str], language: Language
) -> None:
    run_app(app_of(), ["--help"], language)
    shown = re.sub(r"\s", "", capsys.readouterr().out.partition("Commands:")[2])
    assert "..." not in shown
    for command in COMMANDS:
        said = re.sub(r"\s", "", say(f"help.{command}", language))
        assert said[:12] in shown


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_is_in_the_help(call: Call, command: str) -> None:
    told = call(command, "--help", "--lang", "en").out
    for parameter in ROOT.commands[command].params:  # pyright: ignore[reportAttributeAccessIssue]
        for name in parameter.opts:
            assert name in told or not name.startswith("-")
