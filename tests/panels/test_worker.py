"""The worker follows the newest question, and gives up what nobody waits for any more."""

from collections.abc import Iterator
from threading import Event
from threading import enumerate as enumerate_threads

import pytest

from planner.allocation.interrupt import Unwanted, go_on
from planner.panels.answers import Answer
from planner.panels.worker import Worker

PATIENCE = 60.0
"""So long a test waits before it fails; none of them takes any time."""


class Asking:
    """A question that answers once it is let, and says how it ended."""

    def __init__(self) -> None:
        self.begun, self.let, self.ended = Event(), Event(), Event()
        self.noted: list[Answer] = []
        self.stopped = False

    def answers(self) -> Iterator[Answer]:
        self.begun.set()
        try:
            while not self.let.wait(0.01):
                go_on()  # as the engine does at every step
            yield Answer("found")
            yield Answer("proved")
        except Unwanted:
            self.stopped = True
            raise
        finally:
            self.ended.set()

    def note(self, answer: Answer) -> None:
        self.noted.append(answer)


@pytest.fixture
def worker() -> Worker:
    return Worker()


def asked(worker: Worker) -> Asking:
    question = Asking()
    worker.start(question.answers(), question.note)
    return question


def test_asking_does_not_wait_for_the_answer(worker: Worker) -> None:
    question = asked(worker)
    assert question.noted == []
    question.let.set()


def test_every_answer_is_noted_in_order(worker: Worker) -> None:
    question = asked(worker)
    question.let.set()
    assert question.ended.wait(PATIENCE)
    assert [answer.state for answer in question.noted] == ["found", "proved"]


def test_waiting_ends_with_the_first_answer(worker: Worker) -> None:
    question = asked(worker)
    question.let.set()
    worker.wait(PATIENCE)
    assert question.noted[0].state == "found"


def test_waiting_ends_without_an_answer(worker: Worker) -> None:
    question = asked(worker)
    worker.wait(0)
    assert question.noted == []
    question.let.set()


def test_a_newer_question_ends_the_work_on_the_one_before(worker: Worker) -> None:
    older = asked(worker)
    assert older.begun.wait(PATIENCE)
    newer = asked(worker)
    assert older.ended.wait(PATIENCE)
    assert older.stopped
    newer.let.set()
    assert newer.ended.wait(PATIENCE)
    assert older.noted == []
    assert newer.noted != []


def test_a_newer_question_does_not_wait_for_the_end_of_the_one_before(worker: Worker) -> None:
    begun, let, noted = Event(), Event(), list[Answer]()

    def stubborn() -> Iterator[Answer]:
        begun.set()
        let.wait(PATIENCE)
        yield Answer("found")

    worker.start(stubborn(), noted.append)
    assert begun.wait(PATIENCE)
    newer = asked(worker)
    newer.let.set()
    assert newer.ended.wait(PATIENCE)
    let.set()
    for thread in enumerate_threads():
        if thread.name == "planner-panel":
            thread.join(PATIENCE)
    assert noted == []


def test_of_many_questions_only_the_newest_is_followed(worker: Worker) -> None:
    questions = [asked(worker) for _ in range(20)]
    questions[-1].let.set()
    assert questions[-1].ended.wait(PATIENCE)
    assert [len(question.noted) for question in questions] == [0] * 19 + [2]


def test_an_answer_that_can_not_be_shown_does_not_end_the_service(worker: Worker) -> None:
    reached = Event()

    def broken(_: Answer) -> None:
        reached.set()
        raise ValueError

    question = Asking()
    question.let.set()
    worker.start(question.answers(), broken)
    assert reached.wait(PATIENCE)
    another = asked(worker)
    another.let.set()
    assert another.ended.wait(PATIENCE)
    assert len(another.noted) == 2


def test_a_question_may_be_asked_while_an_answer_is_noted(worker: Worker) -> None:
    second = Asking()
    second.let.set()
    first = Asking()
    first.let.set()
    worker.start(first.answers(), lambda _: worker.start(second.answers(), second.note))
    assert second.ended.wait(PATIENCE)
    assert len(second.noted) == 2
