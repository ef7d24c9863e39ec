"""The table of who may be posted: every cadre's verdict, its reasons, what blocks, until when."""

from typing import Any

import polars as pl

from planner.dates import Day, end_of
from planner.policy import Policy
from planner.postings.blocked import blocked
from planner.postings.change import begins, until
from planner.postings.exchange_verdict import of_cadre, of_chief
from planner.postings.facts import Cadre, Facts
from planner.postings.verdict import months_of, verdict
from planner.rulebook.training import N5

SCHEMA = {
    "person_id": pl.String, "person": pl.String, "department_id": pl.String,
    "verdict": pl.String, "clause": pl.String, "reasons": pl.String, "blocked": pl.String,
    "until": pl.Date, "begins": pl.Date,
}  # fmt: skip
EXCHANGE_SCHEMA = {
    "person_id": pl.String, "posting": pl.String, "verdict": pl.String,
    "reasons": pl.String, "blocked": pl.String,
}  # fmt: skip

JOINT = ";"


def eligible(facts: Facts, policy: Policy, on: Day) -> pl.DataFrame:
    """Return every cadre's verdict on a day, by id: see `SCHEMA`.

    `blocked` is filled where the verdict is A or B; `until` is the last day before such a verdict
    changes, `begins` the first later day of A or B where it is no.
    """
    rows = [_training(facts, facts.cadres[one], policy, on) for one in sorted(facts.cadres)]
    return pl.DataFrame(rows, SCHEMA, orient="row")


def eligible_exchange(facts: Facts, policy: Policy, on: Day) -> pl.DataFrame:
    """Return who may be attached or seconded from a day, by posting and id."""
    rows = [_attachment(facts, policy, one, on) for one in sorted(facts.chiefs)]
    rows += [_secondment(facts, policy, one, on) for one in sorted(facts.cadres)]
    return pl.DataFrame(rows, EXCHANGE_SCHEMA, orient="row")


def _training(facts: Facts, cadre: Cadre, policy: Policy, on: Day) -> tuple[Any, ...]:
    figures, rows = policy.training, facts.rows.get(cadre.id, ())
    found = verdict(cadre, rows, on, figures)
    end = end_of(on, months_of(found.word, figures))
    code = blocked(facts, cadre.id, "training", on, end) if found.eligible else None
    return (
        cadre.id, cadre.name, facts.department(cadre, on), found.word,
        N5, JOINT.join(found.reasons()) or None, code,
        until(cadre, rows, on, figures), begins(cadre, rows, on, figures),
    )  # fmt: skip


def _secondment(facts: Facts, policy: Policy, person: str, on: Day) -> tuple[Any, ...]:
    found = of_cadre(facts.cadres[person], facts.rows.get(person, ()), on, policy)
    return _exchange(facts, policy, person, "secondment", on, found.word, found.reasons())


def _attachment(facts: Facts, policy: Policy, person: str, on: Day) -> tuple[Any, ...]:
    found = of_chief(facts.chiefs[person])
    return _exchange(facts, policy, person, "attachment", on, found.word, found.reasons())


def _exchange(
    facts: Facts, policy: Policy, person: str, posting: str, on: Day, word: str, why: list[str]
) -> tuple[Any, ...]:
    end = end_of(on, policy.exchange.months)
    code = blocked(facts, person, posting, on, end) if word == "yes" else None
    return person, posting, word, JOINT.join(why) or None, code
