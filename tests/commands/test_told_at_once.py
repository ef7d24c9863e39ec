"""What is wrong is told as soon as it is known."""

import pytest

from planner import cli
from planner.errors import NoPlanError, Sentence


class Slow:
    """Repairs that note what was printed by the time they are asked for."""

    def __init__(self, printed: pytest.CaptureFixture[str]) -> None:
        self._printed = printed
        self.before = ""

    def text(self, language: str = "zh") -> str:
        self.before = self._printed.readouterr().err
        return f"the repairs in {language}"


def test_the_sentence_stands_before_the_repairs_are_looked_for(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow(capsys)

    def no_plan(*_: object) -> int:
        raise NoPlanError(lambda: (Sentence("no_plan.leaders", {"year": 2019}), []), lambda: slow)

    monkeypatch.setattr("sys.argv", ["planner", "plan", "--lang", "en"])
    monkeypatch.setattr(cli, "run_app", no_plan)
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert end.value.code == 3
    assert "2019" in slow.before
    assert capsys.readouterr().err == "the repairs in en\n"
