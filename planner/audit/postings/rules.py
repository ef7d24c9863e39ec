"""Whether each posting of a plan may be: rows, terms, people, hosts."""

from planner.audit.finding import Violation, witness
from planner.audit.postings.case import Case, Record, at_station, unknown
from planner.audit.postings.dates import last_day
from planner.audit.postings.people import length


def rows(case: Case) -> list[Violation]:
    """Every row names a person and a host of its kind once, agrees with the tables, is in order."""
    found: list[Violation] = []
    kinds = ("training",) if case.duty == "postings" else ("attachment", "secondment")
    before = ("", "", "")
    for row in case.rows:
        number = row["row"]
        found += [_wrong(number, column=c, found=row[c]) for c in unknown(case.register, row)]
        if row["posting"] not in kinds:
            found.append(_wrong(number, column="posting", found=row["posting"]))
        if not unknown(case.register, row):
            found += [
                _wrong(number, column=column, found=row[column], expected=value)
                for column, value in _expected(case, row).items()
                if row[column] != value
            ]
        place = (str(row["start_date"]), row["posting"], row["person_id"])
        if place < before:
            found.append(_wrong(number, person=row["person_id"], after="/".join(before)))
        before = place
    return found


def _expected(case: Case, row: Record) -> dict[str, object]:
    """Return what the tables say of a row, column by column."""
    register, station = case.register, case.register.stations.get(row["host_id"], {})
    if at_station(row):
        person = register.cadres[row["person_id"]]
        own = register.department(row["person_id"], row["start_date"])
        host, need = station["name"], register.need(row["host_id"])
    else:
        person, own, need = register.chiefs[row["person_id"]], row["host_id"], None
        host = register.departments[row["host_id"]]["name"]
    expected: dict[str, object] = {
        "grade": None, "person": person["name"], "department_id": own, "host": host,
        "city": station.get("city"), "county": station.get("county"), "need": need,
    }  # fmt: skip
    if case.duty == "postings":
        return expected | {"travel_minutes": station["travel_minutes"]}
    return expected | {"route": None, "fit": fits(case, row), "swap": swapped(case, row)}


def fits(case: Case, row: Record) -> bool:
    """Say whether the station's focus is among the department's expertise."""
    station, department = pair_of(case, row)
    topics = case.register.departments[department]["expertise"] or ()
    return case.register.stations[station]["focus"] in topics


def pair_of(case: Case, row: Record) -> tuple[str, str]:
    """Return the station and the department that an exchange is between."""
    register, person = case.register, row["person_id"]
    if at_station(row):
        return row["host_id"], register.department(person, row["start_date"])
    return register.chiefs[person]["station_id"], row["host_id"]


def swapped(case: Case, row: Record) -> bool:
    """Say whether someone goes the other way, between the same two, from the same day."""
    return any(
        other["posting"] != row["posting"]
        and other["start_date"] == row["start_date"]
        and pair_of(case, other) == pair_of(case, row)
        for other in case.known
    )


def term(case: Case) -> list[Violation]:
    """A posting begins on a start of the plan and ends when its months are over."""
    found: list[Violation] = []
    policy = case.register.policy
    for row in case.rows:
        start = row["start_date"]
        if start not in case.starts:
            found.append(_wrong(row["row"], column="start_date", found=start))
        if case.duty == "postings":
            end = length(row["route"], policy, start)
        else:
            end = last_day(start, policy.exchange.months)
        if row["end_date"] != end:
            found.append(_wrong(row["row"], column="end_date", found=row["end_date"], expected=end))
    return found


def eligible(case: Case) -> list[Violation]:
    """Whoever goes may, on the first day; for training on that route."""
    found: list[Violation] = []
    for row in case.known:
        person, start = row["person_id"], row["start_date"]
        if case.duty == "postings":
            verdict = case.register.verdict(person, start)
            if verdict != row["route"]:
                found.append(_who(row, verdict=verdict, route=row["route"]))
        elif not case.register.exchangeable(person, row["posting"], start):
            found.append(_who(row, posting=row["posting"]))
    return found


def unblocked(case: Case) -> list[Violation]:
    """Nothing keeps a person back from the first day to the last."""
    found: list[Violation] = []
    for row in case.known:
        why = case.register.hindrance(
            row["person_id"], row["posting"], row["start_date"], row["end_date"]
        )
        found += [] if why is None else [_who(row, blocked=why)]
    return found


def host(case: Case) -> list[Violation]:
    """A station that hosts offers to, has people on duty, and is there to the end."""
    register, found = case.register, list[Violation]()
    for row in filter(at_station, case.known):
        staff = register.stations[row["host_id"]]["staff"]
        if register.places(row["host_id"]) < 1:
            found.append(_who(row, host=row["host_id"], places=0))
        if staff < register.policy.training.host_staff:
            found.append(_who(row, host=row["host_id"], staff=staff))
        if not register.stays(row["host_id"], row["end_date"]):
            found.append(_who(row, host=row["host_id"], gone=register.gone[row["host_id"]]))
    return found


def native_county(case: Case) -> list[Violation]:
    """Nobody is sent to their native county; which one that is, is not told."""
    if case.register.policy.training.native_county == "allow":
        return []
    return [
        _who(row, host=row["host_id"])
        for row in filter(at_station, case.known)
        if case.register.native(row["person_id"], row["host_id"])
    ]


def forbid(case: Case) -> list[Violation]:
    """No place is used that was ruled out for a person."""
    return [
        _who(row, host=row["host_id"])
        for row in case.known
        for pin in case.register.pins("forbid", row["person_id"], row["posting"], row["start_date"])
        if pin["level"] is not None and case.register.covers(pin, row["host_id"])
    ]


def _who(row: Record, **figures: object) -> Violation:
    return _wrong(row["row"], person=row["person_id"], **figures)


def _wrong(number: int, **figures: object) -> Violation:
    return Violation(1, witness(row=number, **figures))
