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

SQLITE_TRIGGERS = (
    *(
        f"CREATE TRIGGER entries_no_{deed} BEFORE {deed.upper()} ON entries "
        "BEGIN SELECT RAISE(ABORT, 'entries are only ever added'); END"
        for deed in ("update", "delete")
    ),
    # REPLACE would take a row away without asking the trigger above, where a key is there already.
    f"CREATE TRIGGER entries_in_turn BEFORE INSERT ON entries WHEN NEW.seq <> {_NEXT} "
    "BEGIN SELECT RAISE(ABORT, 'entries are added in turn'); END",
)

POSTGRES_TRIGGERS = (
    "CREATE FUNCTION entries_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'entries are only ever added'; END $$",
    "CREATE FUNCTION entries_in_turn() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN IF NEW.seq <> {_NEXT} THEN RAISE EXCEPTION 'entries are added in turn'; END IF; "
    "RETURN NEW; END $$",
    *(
        f"CREATE TRIGGER entries_no_{deed} BEFORE {deed.upper()} ON entries "
        "FOR EACH STATEMENT EXECUTE FUNCTION entries_refuse()"
        for deed in ("update", "delete", "truncate")
    ),
    "CREATE TRIGGER entries_in_turn BEFORE INSERT ON entries "
    "FOR EACH ROW EXECUTE FUNCTION entries_in_turn()",
)
