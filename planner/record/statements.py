"""The statements of the record, one set for both databases.

Rows are only ever added: what would change one, take one away, or add one out of turn is refused
by the database itself. Only the words of triggers differ between the two.
"""

from planner.record.entry import FIELDS

COLUMNS = ", ".join(f'"{name}"' for name in FIELDS)

CREATE = f"""CREATE TABLE entries (
{", ".join(
    f'"{name}" INTEGER NOT NULL PRIMARY KEY' if name == "seq"
    else f'"{name}" INTEGER NOT NULL' if name == "year"
    else f'"{name}" TEXT NOT NULL'
    for name in FIELDS
)})"""  # fmt: skip

READ = f'SELECT {COLUMNS} FROM entries ORDER BY "seq"'  # noqa: S608  our own words

INSERT = f"INSERT INTO entries ({COLUMNS}) VALUES ({', '.join('?' * len(FIELDS))})"  # noqa: S608

_NEXT = "(SELECT coalesce(max(seq), 0) + 1 FROM entries)"


def _trigger(name: str, when: str, then: str) -> str:
    return f"CREATE TRIGGER entries_{name} BEFORE {when} {then}"


_SQLITE_NO = "ON entries BEGIN SELECT RAISE(ABORT, 'entries are only ever added'); END"
# REPLACE takes a row away without asking a trigger of DELETE, where its key is there already.
_SQLITE_TURN = (
    f"ON entries WHEN NEW.seq <> {_NEXT} "
    "BEGIN SELECT RAISE(ABORT, 'entries are added in turn'); END"
)
SQLITE_TRIGGERS = (
    _trigger("no_update", "UPDATE", _SQLITE_NO),
    _trigger("no_delete", "DELETE", _SQLITE_NO),
    _trigger("in_turn", "INSERT", _SQLITE_TURN),
)

_POSTGRES_NO = "ON entries FOR EACH STATEMENT EXECUTE FUNCTION entries_refuse()"
_REFUSE = """CREATE FUNCTION entries_refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'entries are only ever added'; END $$"""
_IN_TURN = f"""CREATE FUNCTION entries_in_turn() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF NEW.seq <> {_NEXT} THEN RAISE EXCEPTION 'entries are added in turn'; END IF;
  RETURN NEW;
END $$"""
POSTGRES_TRIGGERS = (
    _REFUSE,
    _IN_TURN,
    _trigger("no_update", "UPDATE", _POSTGRES_NO),
    _trigger("no_delete", "DELETE", _POSTGRES_NO),
    _trigger("no_truncate", "TRUNCATE", _POSTGRES_NO),
    _trigger("in_turn", "INSERT", "ON entries FOR EACH ROW EXECUTE FUNCTION entries_in_turn()"),
)
