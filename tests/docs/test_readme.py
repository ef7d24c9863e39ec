"""The READMEs say what is so: rules, figures, outputs, links, in both languages alike."""

import doctest
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from planner.cli import FILE_OF, main
from planner.words import LANGUAGES, Language
from tests.docs.faulty import make_faulty
from tests.docs.readme import (
    DAYS,
    OFFICE,
    PAIRING,
    POSTINGS,
    READMES,
    ROOMS,
    ROOT,
    SECTIONS,
    agrees,
    blocks,
    calls,
    files,
    links,
    marked,
    readme,
    room_figures,
    room_rules,
)

ROOM_PAGES = (PAIRING, DAYS, POSTINGS, OFFICE)

PAGES = [
    *READMES.values(), "CONTRIBUTING.md", "CHANGELOG.md", "data/README.md",
    "data/sources/README.md", "planner/allocation/README.md", "tests/bench/README.md",
    "notebooks/README.md", *ROOM_PAGES,
]  # fmt: skip
PICTURES = sorted((ROOT / "notebooks/pictures").glob("*.png"))
EXAMPLE = ["data/jiangxi", "--year", "2019", "--out", "out/jiangxi-2019"]
"""What `run.py plan` is called with where nothing is given."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder to work in: the example is there, the faulty copy, and nothing else."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    shutil.copytree(ROOT / "data/jiangxi", tmp_path / "data/jiangxi")
    shutil.copytree(ROOT / "data/scenarios", tmp_path / "data/scenarios")
    make_faulty(tmp_path / "my-data")
    return tmp_path


def arguments(command: str) -> list[str] | None:
    """Return what the planner is called with by a command of the page, if it calls it."""
    words = shlex.split(command)
    if words[:3] == ["python3", "run.py", "plan"]:
        return ["plan", *EXAMPLE, *words[3:]]
    return words[1:] if words[0] == "planner" else None


@pytest.mark.parametrize(("page", "mark"), ROOMS)
def test_a_room_s_table_of_rules_is_the_rulebooks(page: str, mark: str) -> None:
    expected = room_rules(ROOMS[page, mark])
    assert marked((ROOT / page).read_text(encoding="utf-8"), mark) == expected


@pytest.mark.parametrize("page", SECTIONS)
def test_a_room_s_table_of_figures_is_the_policys(page: str) -> None:
    expected = room_figures(SECTIONS[page])
    assert marked((ROOT / page).read_text(encoding="utf-8"), "figures") == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_prints_what_is_shown(
    language: Language,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = readme(language)
    for name, content in files(text).items():
        (home / name).write_text(content, encoding="utf-8")
    for command, shown in calls(text):
        if (given := arguments(command)) is not None:
            monkeypatch.setattr(sys, "argv", ["planner", *given])
            with pytest.raises(SystemExit):
                main()
            told = capsys.readouterr()
            lines = (told.out + told.err).replace("\\", "/").splitlines()
            printed = "".join(f"{line.rstrip()}\n" for line in lines)
            assert agrees(shown, printed), f"{command}\n{printed}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_shown(language: Language) -> None:
    shown = {given[0] for command, _ in calls(readme(language)) if (given := arguments(command))}
    pages = (readme(language), *((ROOT / page).read_text(encoding="utf-8") for page in ROOM_PAGES))
    alone = {
        words[1]
        for page in pages
        for kind, block in re.findall(r"^```(\w*)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
        if not kind
        for words in map(str.split, block.splitlines())
        if words[:1] == ["planner"]
    }
    assert shown | alone == set(FILE_OF)


def test_the_python_session_runs_as_shown(home: Path) -> None:
    (english,), (chinese,) = (blocks(readme(language), "pycon") for language in ("en", "zh"))
    assert english == chinese
    test = doctest.DocTestParser().get_doctest(english, {}, "README", "README.md", 0)
    assert doctest.DocTestRunner().run(test).failed == 0
    assert (home / "map.png").stat().st_size > 10_000


def test_both_languages_have_the_same_parts() -> None:
    shapes = [
        re.findall(r"^(##|```\w*|<!-- .* -->|\| [`\[N]+\w+)", readme(language), re.MULTILINE)
        for language in LANGUAGES
    ]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("page", PAGES)
def test_every_link_within_the_project_leads_somewhere(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    missing = [link for link in links(text) if not ((ROOT / page).parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_is_small_enough_to_load_at_once(picture: Path) -> None:
    assert 10_000 < picture.stat().st_size < 300_000
