"""Leaders and departments, and how many stations each has in a year."""

from typing import NamedTuple

from synthetic.draws import draw

LEADER_COLUMNS = ("leader_id", "name", "principal")
DEPARTMENT_COLUMNS = (
    "department_id", "name", "headcount", "leader_id", "village_duty", "expertise",
)  # fmt: skip

# The shape of the quotas, so that past years look as the notice asks (clauses 三-1 ¶1 and ¶2).
_TWO_FROM_HEADCOUNT = 10


class Leader(NamedTuple):
    """A leader by office, never by person."""

    leader_id: str
    name: str
    principal: bool

    @property
    def unit_id(self) -> str:
        """The id among all units."""
        return self.leader_id

    @property
    def per_city(self) -> int:
        """The most stations in one city."""
        return 1

    def stations_in(self, year: int) -> int:
        """Return the stations of a past year: two or three."""
        return 2 + draw(2, "pairings", self.unit_id, year)


class Department(NamedTuple):
    """A department; `expertise` is topics joined by `;`."""

    department_id: str
    name: str
    headcount: int
    leader_id: str
    village_duty: bool
    expertise: str

    @property
    def unit_id(self) -> str:
        """The id among all units."""
        return self.department_id

    @property
    def per_city(self) -> int:
        """The most stations in one city."""
        return 2

    def stations_in(self, year: int) -> int:
        """Return the stations of a past year: one, or one or two with ten people and more."""
        more = self.headcount >= _TWO_FROM_HEADCOUNT
        return 1 + (draw(2, "pairings", self.unit_id, year) if more else 0)


Unit = Leader | Department
