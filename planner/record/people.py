"""Who acts: a leader by identifier or name, an office by its name."""

from dataclasses import dataclass
from functools import cached_property

from planner.dataset import Dataset, rows_of
from planner.record.folder import principal_of


@dataclass(frozen=True)
class People:
    """The leaders and departments of the tables, as names on a record mean them."""

    dataset: Dataset

    @cached_property
    def leaders(self) -> dict[str, str]:
        """The leaders' names by identifier."""
        return dict(rows_of(self.dataset.leaders, "leader_id", "name"))

    @cached_property
    def departments(self) -> dict[str, str]:
        """The departments' names by identifier."""
        return dict(rows_of(self.dataset.departments, "department_id", "name"))

    @cached_property
    def principal(self) -> str:
        """The principal leader's identifier."""
        return principal_of(self.dataset)

    def leader(self, who: str) -> str | None:
        """Return the identifier of the leader that a text means, None where it is no one leader."""
        if who in self.leaders:
            return who
        found = [id for id, name in self.leaders.items() if name == who]
        return found[0] if len(found) == 1 else None

    def same(self, one: str, other: str) -> bool:
        """Return whether two texts mean the same leader or office."""
        return self._known(one) == self._known(other)

    def named(self, who: str) -> str:
        """Return a leader's name with the identifier, or the text as it is."""
        return f"{self.leaders[who]}（{who}）" if who in self.leaders else who

    def _known(self, who: str) -> str:
        bare = who.removeprefix("省司法").removeprefix("厅")
        found = [id for id, name in self.departments.items() if bare in (id, name)]
        return self.leader(who) or (found[0] if len(found) == 1 else who)
