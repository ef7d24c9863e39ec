"""What the checks know: the rows of the tables, and who is who in them."""

from dataclasses import dataclass
from functools import cached_property

from planner.days.read import away
from planner.days.spans import Span
from planner.plans.checks import Row, UnderCheck
from planner.policy import Policy


@dataclass(frozen=True)
class Check(UnderCheck):
    """The tables under check for a year and a policy, where these are known."""

    policy: Policy | None
    year: int | None

    def place(self, table: str, row: int) -> str:
        """Return a row's place as a message names it."""
        return f"{self.ledger.file(table)}:{row}"

    def known(self, table: str, column: str) -> dict[str, Row]:
        """Return the rows of a table by its identifier, the first of each."""
        found: dict[str, Row] = {}
        for row in self.rows(table, column):
            found.setdefault(row[column], row)
        return found

    @cached_property
    def cadres(self) -> dict[str, Row]:
        """The cadres by id."""
        return self.known("cadres", "cadre_id")

    @cached_property
    def leaders(self) -> dict[str, Row]:
        """The leaders by id."""
        return self.known("leaders", "leader_id")

    @cached_property
    def departments(self) -> dict[str, Row]:
        """The departments by id."""
        return self.known("departments", "department_id")

    @cached_property
    def stations(self) -> dict[str, Row]:
        """The stations by id."""
        return self.known("stations", "station_id")

    @cached_property
    def people(self) -> dict[str, Row]:
        """Leaders and cadres by id."""
        return self.leaders | self.cadres

    @cached_property
    def away(self) -> dict[str, list[tuple[str, Span, str]]]:
        """Each person's absences as (cause, days, place of the row), postings among them."""
        found: dict[str, list[tuple[str, Span, str]]] = {}
        for row in self.rows("absences", "person_id", "cause", "start_date"):
            span = Span(row["start_date"], row["end_date"])
            one = (row["cause"], span, self.place("absences", row["row"]))
            found.setdefault(row["person_id"], []).append(one)
        for row, span in self._posted():
            one = ("posting", span, self.place("postings", row["row"]))
            found.setdefault(row["person_id"], []).append(one)
        return found

    def _posted(self) -> list[tuple[Row, Span]]:
        frame = self.frames.get("postings")
        sound = (
            frame is None
            or not frame.select("start_date", "end_date").null_count().sum_horizontal().item()
        )
        return list(away(self.frames)) if sound else []


def named(row: Row | None, identifier: str) -> str:
    """Return an identifier with its name beside it, where it has one."""
    return identifier if row is None or not row.get("name") else f"{identifier}（{row['name']}）"
