"""The packet in a notebook: written once, told as a frame of papers, read as text."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from planner.office.packet import packet
from planner.office.place import place_new
from planner.office.reread import lines
from planner.plans.place import refuse_inputs


@dataclass(frozen=True, slots=True)
class Papers:
    """A packet that was written: where, the mark under its titles, and its files."""

    folder: Path
    mark: str
    files: tuple[str, ...]

    def frame(self) -> pl.DataFrame:
        """Return the files, those of one folder as one row: paper, number, mark."""
        names = [Path(file).parts for file in self.files]
        return (
            pl.DataFrame({"paper": [f"{parts[0]}/" if parts[1:] else parts[0] for parts in names]})
            .group_by("paper", maintain_order=True)
            .agg(number=pl.len())
            .with_columns(mark=pl.lit(self.mark or "—"))
        )

    def text(self, name: str, most: int = 12) -> list[str]:
        """Return the first lines of a Word paper, tables a row a line, their cells apart."""
        found = [line for line in lines((self.folder / name).read_bytes(), "｜") if line]
        return found[:most]


def write_packet(
    data: Path | str, folder: Path | str, out: Path | str, where: str | None = None
) -> Papers:
    """Write the packet of a finished plan into a folder; return it.

    Nothing is written over, since people edit these files: where the folder holds anything else
    than this very packet, it is written beside that, `… 2`. Raises what the command `packet` does.
    """
    refuse_inputs(Path(out), Path(data), (Path(folder),))
    with TemporaryDirectory(prefix="planner-packet-") as room:
        done = packet(Path(data), Path(folder), Path(room) / "packet", None, where)
        files = {name: (Path(room) / "packet" / name).read_bytes() for name in done.files}
    place = next(place for place in _places(Path(out)) if _free(place) or _holds(place, files))
    if _free(place):
        place_new(files, place)
    return Papers(place, done.mark, done.files)


def _places(out: Path) -> Iterator[Path]:
    yield out
    for number in count(2):
        yield out.with_name(f"{out.name} {number}")


def _free(place: Path) -> bool:
    return not place.exists() or (place.is_dir() and not any(place.iterdir()))


def _holds(place: Path, files: dict[str, bytes]) -> bool:
    there = {
        file.relative_to(place).as_posix(): file for file in place.rglob("*") if file.is_file()
    }
    return there.keys() == files.keys() and all(
        file.read_bytes() == files[name] for name, file in there.items()
    )
