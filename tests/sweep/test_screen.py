"""A sweep's result on a terminal: nothing of a row is cut off."""

import re

import pytest

from planner.pairing.duty import PAIRING
from planner.policy import Policy
from planner.sweep import BASELINE
from planner.sweep.frame import frame_of
from planner.sweep.screen import show
from planner.sweep.work import Outcome
from planner.words import LANGUAGES, Language

SENTENCE = "“D03”承担驻村扶贫任务，不安排结对，却又指定它联系“360734204”，应只留其一"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_sentence_is_shown_to_its_end(
    capsys: pytest.CaptureFixture[str], language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    failed = Outcome("error", sentences=dict.fromkeys(LANGUAGES, SENTENCE))
    rows = [(BASELINE, {}, Outcome("settled", {})), ("D03 " + "调" * 30, {}, failed)]
    show(frame_of(rows, PAIRING, Policy(), language), language)
    shown = capsys.readouterr().out
    assert "…" not in shown
    last = [line.split("│")[-2].strip() for line in shown.splitlines() if line.startswith("│")]
    assert re.sub(r"\s", "", SENTENCE) in re.sub(r"\s", "", "".join(last))


def test_a_scenarios_name_has_the_figures_words_and_no_key(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = "policy.cost.meal"
    row = (f"{path}=90", {path: 90}, Outcome("settled", {}))
    show(frame_of([(BASELINE, {}, Outcome("settled", {})), row], PAIRING, Policy(), "zh"), "zh")
    shown = capsys.readouterr().out
    assert "伙食补助，元/天 90" in shown
    assert path not in shown
