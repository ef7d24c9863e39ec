"""A runner that does nothing until a test says so, one answer at a time."""

from collections.abc import Iterator

from planner.panels.answers import Answer
from planner.panels.worker import Note


class Held:
    """Holds the questions in the order they were asked, the newest last; counts who waits."""

    def __init__(self) -> None:
        self.asked: list[tuple[Iterator[Answer], Note]] = []
        self.waited = 0

    def start(self, answers: Iterator[Answer], note: Note) -> None:
        self.asked.append((answers, note))

    def wait(self, seconds: float) -> None:
        """Count that; nothing comes by itself."""
        self.waited += 1

    def step(self, question: int = -1) -> None:
        """Let the next answer to a question come."""
        answers, note = self.asked[question]
        note(next(answers))

    def finish(self) -> None:
        """Let every answer to the newest question come."""
        answers, note = self.asked[-1]
        for answer in answers:
            note(answer)
