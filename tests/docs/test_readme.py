"""The READMEs say what is so: rules, figures, outputs, links, in both languages alike."""

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from planner.policy.figures import SECTIONS
from planner.template import policy_file
from planner.words import LANGUAGES, Language
from tests.docs.faulty import make_faulty
from tests.docs.readme import (
    READMES,
    ROOT,
    blocks,
    links,
    marked,
    readme,
    rule_table,
    session,
)

PAGES = [*READMES.values(), "CONTRIBUTING.md", "CHANGELOG.md", "planner/allocation/README.md"]
PICTURES = [ROOT / "notebooks/pictures/plan-2019.png", ROOT / "notebooks/pictures/plan-2019-en.png"]
COMMAND = {"en": "python3 run.py plan --lang en", "zh": "python3 run.py plan"}
CHECK = {"en": "planner check my-data --lang en", "zh": "planner check my-data"}


def said(language: Language, folder: Path, *arguments: str) -> str:
    """What the planner prints in a language when called in a folder."""
    environ = {**os.environ, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "planner", *arguments, "--lang", language],
        cwd=folder, env=environ, check=False, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    lines = (done.stdout + done.stderr).splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def figures() -> list[str]:
    """Every `key = value` of the default policy, the lists of goals apart."""
    lines = [line.partition("  # ")[0] for line in policy_file().splitlines() if " = " in line]
    return [line for line in lines if '"tie"' not in line]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_of_rules_is_the_rulebooks(language: Language) -> None:
    expected = rule_table(language)
    found = marked(readme(language), "rules")
    assert found == expected, f"{READMES[language]} should have:\n\n{expected}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_of_the_policy_is_named_with_its_default(language: Language) -> None:
    text = readme(language)
    assert [line for line in figures() if f"`{line}`" not in text] == []
    assert [name for name in SECTIONS if f"| `[{name}]` |" not in text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_prints_what_is_shown(language: Language, tmp_path: Path) -> None:
    data = str(ROOT / "data/jiangxi")
    out = ("--out", str(Path("out/jiangxi-2019")))
    printed = said(language, tmp_path, "plan", data, "--year", "2019", *out)
    assert printed.replace("\\", "/") == session(readme(language), COMMAND[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_said_of_the_finished_plan_is_what_is_shown(
    language: Language, tmp_path: Path
) -> None:
    data, out = str(ROOT / "data/jiangxi"), str(Path("out/jiangxi-2019"))
    said(language, tmp_path, "plan", data, "--year", "2019", "--out", out)
    calls = [("verify",), ("why", "D03"), ("why", "D03", "360825208"), ("why", "D11", "360827101")]
    for command, *rest in calls:
        shown = " ".join(["planner", command, "data/jiangxi", "out/jiangxi-2019", *rest])
        shown += " --lang en" if language == "en" else ""
        printed = said(language, tmp_path, command, data, out, *rest)
        assert printed == session(readme(language), shown)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_check_of_a_faulty_dataset_prints_what_is_shown(
    language: Language, tmp_path: Path
) -> None:
    make_faulty(tmp_path / "my-data")
    printed = said(language, tmp_path, "check", "my-data")
    assert printed == session(readme(language), CHECK[language])


def test_the_python_session_runs_as_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    (english,), (chinese,) = (blocks(readme(language), "pycon") for language in ("en", "zh"))
    assert english == chinese
    monkeypatch.chdir(ROOT)
    test = doctest.DocTestParser().get_doctest(english, {}, "README", "README.md", 0)
    assert doctest.DocTestRunner().run(test).failed == 0


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
