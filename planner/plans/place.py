"""Where a command may write: never over an input, nor over what it did not write itself."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, cast

from planner.errors import Fault, InputError, refusal
from planner.plans.duty import Duty, Files
from planner.plans.files import AUDIT, EXPORTS, POLICY, PROOF, SUMMARY, names_of, read_files
from planner.plans.folder import in_the_way, replace_folder, settle, write_file
from planner.plans.summary import parsed
from planner.scenario import FILE as SCENARIO
from planner.scenario import Scenario

FILING = "filing.json"
"""The file by which a filed half-year is known, whose folder never changes."""


def refuse_inputs(out: Path, data: Path | None, inputs: Iterable[Path | None] = ()) -> None:
    """Raise `InputError` where an `--out` is an input, lies in the tables' folder, or was filed."""
    place = out.resolve()
    if (place / FILING).exists():
        raise InputError([Fault(str(out), "days.out_filed")])
    if data is not None and data.is_dir() and place.is_relative_to(data.resolve()):
        raise InputError([Fault(str(out), "out.in_data", values={"data": data})])
    for one in (data, *inputs):
        if one is not None and one.resolve() == place:
            raise InputError([Fault(str(out), "out.input")])


def publish_plan(duty: Duty, files: Files, folder: Path) -> None:
    """Write a plan's files in place of a former plan's, of which nothing is left.

    What others keep in the folder stays. Raises `InputError` where a file is there that no plan of
    this duty left, or the folder can't be written to; it is as it was then.
    """
    settle(folder)
    faults = foreign(duty, folder, files)
    if faults:
        raise InputError(faults)
    there = read_files(folder, [SUMMARY]) if folder.is_dir() else {}
    _, exports = _former(duty, there) or (set[str](), set[str]())
    ours = {*names_of(duty), *exports}
    replace_folder(folder, files, ours.__contains__)


def refuse_foreign(
    duty: Duty, folder: Path, policy: bytes | None, scenario: Scenario | None
) -> None:
    """Raise `InputError` as `publish_plan` will, before anything is made."""
    settle(folder)
    files = {POLICY: policy or b"", SCENARIO: b"" if scenario is None else scenario.toml().encode()}
    faults = foreign(duty, folder, files)
    if faults:
        raise InputError(faults)


def foreign(duty: Duty, folder: Path, files: Files) -> list[Fault]:
    """Return the files of a plan's names in a folder that no earlier plan of the duty left there.

    One with the very bytes that are to be written is no fault.
    """
    if not folder.is_dir():
        return []
    there = read_files(folder, {*names_of(duty), *files})
    named = _named(duty, there)
    return [
        Fault(str(folder / name), "out.not_ours")
        for name, content in there.items()
        if name not in named and files.get(name) != content
    ]


def publish_table(content: bytes, file: Path, mine: Callable[[bytes], bool]) -> None:
    """Write one table in place of an earlier one; raise `InputError` as `refuse_table` does."""
    refuse_table(file, mine)
    write_file(file, content)


def refuse_table(file: Path, mine: Callable[[bytes], bool]) -> None:
    """Raise `InputError` where a file is there that the same command did not write.

    `mine` tells by its bytes whether it did.
    """
    if in_the_way(file.parent) is not None:
        raise InputError([Fault(str(in_the_way(file.parent)), "out.is_file")])
    try:
        there = file.read_bytes() if file.is_file() else None
    except OSError as error:
        values = {"value": refusal(error)}
        raise InputError([Fault(str(file), "path.unreadable", values=values)]) from error
    if there is not None and not mine(there):
        raise InputError([Fault(str(file), "out.not_ours")])


def publish_new(files: Mapping[str, bytes], folder: Path) -> None:
    """Write files into a folder where none of them is yet; raise `InputError` where one is."""
    there = [name for name in files if (folder / name).exists()]
    if there:
        raise InputError([Fault(str(folder / name), "template.there") for name in there])
    replace_folder(folder, files, lambda _: False)


def _named(duty: Duty, there: Files) -> set[str]:
    """Return the files that an earlier plan's summary answers for; none where it is no summary."""
    former = _former(duty, there)
    if former is None:
        return set()
    return {duty.file, SUMMARY, PROOF, AUDIT, POLICY}.union(*former)


def _former(duty: Duty, there: Files) -> tuple[set[str], set[str]] | None:
    """Return the inputs and the exports of an earlier plan of the duty, None where none is."""
    try:
        summary = cast(Any, parsed(SUMMARY, there.get(SUMMARY, b""), "audit.summary_json"))
        parts = {plan["part"] for plan in summary["plans"]}
        inputs, exports = {*summary["inputs"]}, {*summary.get(EXPORTS, ())}
    except (InputError, TypeError, KeyError):
        return None
    return (inputs, exports) if parts <= {*duty.parts} else None
