"""What is wrong or odd in a scenario, noted while it is applied."""

from collections.abc import Collection
from dataclasses import dataclass, field

from planner.errors import Fault
from planner.tables.ledger import Ledger, listed, shown


@dataclass(slots=True)
class Notes:
    """The faults and warnings of one scenario, each at its dotted path in the scenario's file."""

    file: str
    faults: list[Fault] = field(default_factory=list[Fault])
    warnings: list[Fault] = field(default_factory=list[Fault])
    _names: Ledger = field(default_factory=Ledger)

    def fault(self, path: str, key: str, /, **values: object) -> None:
        """Note something wrong."""
        self.faults.append(Fault(self.file, key, None, path, values))

    def warn(self, path: str, key: str, /, **values: object) -> None:
        """Note something odd that is allowed."""
        self.warnings.append(Fault(self.file, key, None, path, values))

    def unknown(
        self, path: str, key: str, value: str, known: Collection[str], /, **more: object
    ) -> None:
        """Note a name that is not known: with the nearest ones (`key_near`), else the first."""
        near = self._names.equally_near(value, known)
        if near:
            several = " / ".join(map(shown, near))
            self.fault(path, f"{key}_near", value=shown(value), near=several, **more)
        else:
            self.fault(path, key, value=shown(value), known=listed(known, 12), **more)
