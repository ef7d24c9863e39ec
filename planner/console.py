"""What the commands print: sentences, the table of goals, and that work goes on."""

import sys
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from planner.errors import Fault, Sentence
from planner.terminal import clean, draw, limited, screen, write, write_json
from planner.words import Language, say

if TYPE_CHECKING:
    from planner.pairing.curve import Curve
    from planner.plans.claims import GoalResult, PartPlan
    from planner.plans.finished import Verified
    from planner.plans.making import Made
    from planner.plans.plan import Plan
    from planner.policy.found import InForce
    from planner.scenario import Scenario


class Console:
    """Prints in one language; when quiet, nothing but errors, and as JSON only the answer."""

    def __init__(self, language: Language, quiet: bool = False, as_json: bool = False) -> None:
        self.language: Language = language
        self.quiet = quiet or as_json
        self.as_json = as_json

    def say(self, key: str, **values: object) -> None:
        """Print a sentence of the table of words."""
        self.lines([say(key, self.language, **values)])

    def lines(self, lines: Iterable[str]) -> None:
        """Print lines."""
        if not self.quiet:
            for line in lines:
                write(line)

    def notes(self, notes: "Iterable[Fault | Sentence]") -> None:
        """Print what is odd, as many lines as a message may have."""
        self.lines(limited((note.text(self.language) for note in notes), self.language))

    def data(self, answer: object) -> None:
        """Print plain data as JSON, where that was asked for."""
        if self.as_json:
            write_json(answer)

    def answer(
        self,
        data: Mapping[str, object],
        warnings: Sequence[Fault],
        used: "InForce",
        scenario: "Scenario | None" = None,
    ) -> None:
        """Print the answer as JSON with all that is odd; to people, what is odd and the policy."""
        self.data({**data, "warnings": [one.text(self.language) for one in warnings]})
        self.notes(warnings)
        self.made_with(used, scenario)

    def made(self, made: "Made", **more: object) -> None:
        """Print a plan that was made (`more` as JSON alone): what is odd, its goals, its proof."""
        summary = made.plan.summary() | more
        self.answer(summary, made.warnings, made.used, made.scenario)
        self.goals(made.plan)
        self.proofs(made.proofs)

    def made_with(self, used: "InForce", scenario: "Scenario | None" = None) -> None:
        """Print which policy is used, and which scenario a plan was made with, if any."""
        self.lines([used.sentence().text(self.language)])
        if scenario is not None:
            self.say("scenario.made", name=scenario.name)

    def goals(self, plan: "Plan") -> None:
        """Print every goal's value and bound, part by part."""
        if self.quiet:
            return
        from rich.table import Table

        table = Table(title=say("goals.title", self.language, year=plan.year))
        for column in ("part", "goal", "sense", "value", "bound", "proved"):
            table.add_column(
                self._word(f"goals.{column}"),
                justify="right" if column in ("value", "bound") else "left",
            )
        for part in plan.parts:
            for goal in part.goals:
                proved = "goals.yes" if goal.proved else f"goals.{_word_of(goal)}"
                names = (f"part.{part.part}", f"goal.{goal.goal}", f"sense.{goal.sense}")
                table.add_row(
                    *map(self._word, names), str(goal.value), str(goal.bound), self._word(proved)
                )
            table.add_section()
        draw(table)

    def curve(self, curve: "Curve") -> None:
        """Print the points of an exchange curve; goals that no change betters are said once."""
        if self.quiet:
            return
        from rich.table import Table

        table = Table(title=self._word(f"part.{curve.part}"))
        table.add_column(self._word("curve.changed"), justify="right")
        same, reached = list[str](), [[str(one.changes)] for one in curve.points]
        for goals in zip(*(one.goals for one in curve.points), strict=True):
            name, shown = self._word(f"goal.{goals[0].goal}"), [_reached(goal) for goal in goals]
            if len(set(shown)) == 1:
                same.append(f"{name} {shown[0]}")
                continue
            table.add_column(name, justify="right", overflow="fold")
            reached = [[*row, one] for row, one in zip(reached, shown, strict=True)]
        for row in reached:
            table.add_row(*map(clean, row))
        draw(table)
        self.say("curve.same", goals=self._word("word.comma").join(same))
        self.say("curve.settled" if curve.settled else "curve.open")
        self.lines(sentence.text(self.language) for sentence in curve.sentences())

    def proofs(self, proofs: "Iterable[Verified]") -> None:
        """Print what of each part is proved."""
        for proof in proofs:
            self._verified(proof.part, proof.proved, proof.failures)

    def _verified(self, part: "PartPlan", proved: int, failures: Sequence[str]) -> None:
        """Print how many goals of a part are proved, and who answers for the others."""
        name, number = self._word(f"part.{part.part}"), len(part.goals)
        if tuple(failures) == ("quotas",):  # as `planner.plans.verify` names them
            self.say("verify.fails.quotas", part=name)
        elif failures:
            self.say("verify.fails", part=name, failures="; ".join(failures))
        elif proved == number:
            self.say("verify.optimal", part=name, number=number)
        else:
            goal = part.goals[proved]
            self.say(
                "verify.met" if part.met else "verify.partly",
                part=name, number=number, proved=proved, prover=goal.proof.prover,
                goal=self._word(f"goal.{goal.goal}"), value=goal.value, bound=goal.bound,
            )  # fmt: skip

    @contextmanager
    def working(self, key: str) -> Generator[None]:
        """Show on a terminal that work goes on, and on what."""
        if self.quiet or sys.stderr is None or not sys.stderr.isatty():
            yield
            return
        with screen(error=True).status(self._word(key)):
            yield

    def _word(self, key: str) -> str:
        return say(key, self.language)


def _word_of(goal: "GoalResult") -> str:
    """Return what is said of a goal that is not proved: a solver's word may be that it is best."""
    return "word" if goal.value == goal.bound else "no"


def _reached(goal: "GoalResult") -> str:
    """Return a goal's value, with its bound where it does not meet that."""
    met = goal.value == goal.bound
    return str(goal.value) if met else f"{goal.value} ({goal.bound})"
