"""`verify` finds what was done to a desk behind its back, and nothing where nothing was done."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.store import LedgerDamaged, side
from app.store.opening import NAME
from app.store.schema import TRIGGERS
from app.store.verify import verify
from tests.app.store.builders import a_case, a_change, a_task, open_store, write

ENTRIES = 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A desk that was closed in good order."""
    store = open_store(tmp_path)
    for number in range(ENTRIES // 3):
        case = f"C-{number:03}"
        write(store, a_case(case), a_task(f"T-{number:03}", case), a_change(case, state="E5"))
    store.close()
    return tmp_path


def tamper(folder: Path, *statements: str) -> None:
    """Do to the file what its triggers forbid, and put them back as if nothing had been."""
    with closing(sqlite3.connect(folder / NAME)) as db:
        for name in TRIGGERS:
            db.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            db.execute(statement)
        for name, body in TRIGGERS.items():
            db.execute(f"CREATE TRIGGER {name} {body}")
        db.commit()


def test_a_desk_closed_in_good_order_is_proved(folder: Path):
    report = verify(folder)
    assert report.ok, report.problems
    assert (report.entries, report.cases, len(report.head)) == (ENTRIES, ENTRIES // 3, 64)


def test_a_desk_is_proved_while_it_is_open(folder: Path):
    store = open_store(folder)
    write(store, a_change("C-000", title="改"))
    report = verify(folder)
    store.close()
    assert report.ok, report.problems
    assert report.entries == ENTRIES + 1


def test_proving_changes_no_byte(folder: Path):
    before = (folder / NAME).read_bytes()
    verify(folder)
    assert (folder / NAME).read_bytes() == before


@pytest.mark.parametrize(
    ("statement", "what", "where"),
    [
        ("UPDATE ledger SET reason = 'x' WHERE seq = 7", "hash", "entry 7"),
        ("UPDATE ledger SET at = '2026-01-01' WHERE seq = 7", "hash", "entry 7"),
        ("UPDATE ledger SET after = replace(after, 'E5', 'E9') WHERE seq = 6", "hash", "entry 6"),
        ("UPDATE ledger SET before = before || ' ' WHERE seq = 9", "hash", "entry 9"),
        ("UPDATE ledger SET prev = 'x' WHERE seq = 8", "chain", "entry 8"),
        ("DELETE FROM ledger WHERE seq = 30", "gap", "entry 31"),
        ("DELETE FROM ledger WHERE seq > 55", "side_ahead", "entry 60"),
        ("DELETE FROM ledger", "side_ahead", "entry 60"),
        ("UPDATE ledger SET seq = 99 WHERE seq = 60", "gap", "entry 99"),
        ("UPDATE cases SET body = replace(body, 'E5', 'E9') WHERE id = 'C-003'", "folded", "C-003"),
        ("UPDATE cases SET open = 0 WHERE id = 'C-004'", "folded", "case:C-004"),
        ("DELETE FROM tasks WHERE id = 'T-005'", "folded", "task:T-005"),
        ("DELETE FROM touches WHERE seq = 9", "folded", "touches:case:C-002"),
        ("UPDATE meta SET value = 'x' WHERE key = 'file'", "side_other_file", "head.json"),
        ("DROP TABLE touches", "unreadable", "touches"),
    ],
)
def test_what_was_changed_is_named(folder: Path, statement: str, what: str, where: str):
    tamper(folder, statement)
    report = verify(folder)
    assert not report.ok
    assert any(one.what == what and where in one.where for one in report.problems), report.problems


@pytest.mark.parametrize("name", TRIGGERS)
def test_a_missing_trigger_is_named_and_the_desk_stays_shut(folder: Path, name: str):
    with closing(sqlite3.connect(folder / NAME)) as db:
        db.execute(f"DROP TRIGGER {name}")
        db.commit()
    assert [(one.what, one.where) for one in verify(folder).problems] == [("trigger", name)]
    with pytest.raises(LedgerDamaged, match=name):
        open_store(folder)


def test_a_trigger_that_was_made_harmless_is_named_and_the_desk_stays_shut(folder: Path):
    name = next(iter(TRIGGERS))
    with closing(sqlite3.connect(folder / NAME)) as db:
        db.execute(f"DROP TRIGGER {name}")
        db.execute(f"CREATE TRIGGER {name} BEFORE UPDATE ON ledger BEGIN SELECT 1; END")
        db.commit()
    assert [(one.what, one.where) for one in verify(folder).problems] == [("trigger", name)]
    with pytest.raises(LedgerDamaged, match=name):
        open_store(folder)


def test_one_changed_byte_is_found_wherever_in_the_ledger_it_is(folder: Path):
    """Every hundredth byte of every entry's text is changed in the file, one at a time."""
    path = folder / NAME
    whole = path.read_bytes()
    with closing(sqlite3.connect(path)) as db:
        texts = [
            "".join(row).encode()
            for row in db.execute(
                "SELECT at, actor, role, centre, act, subject, before, after, reason,"
                " on_behalf_of, prev, hash FROM ledger"
            )
        ]
    places = [whole.index(text) + offset for text in texts for offset in range(7, len(text), 97)]
    assert len(places) > ENTRIES
    for place in places[:: len(places) // 60]:
        changed = bytearray(whole)
        changed[place] ^= 0x01
        path.write_bytes(changed)
        assert not verify(folder).ok, f"byte {place}"


@pytest.mark.parametrize("keep", [0, 100, 4096, 4096 * 3, 4096 * 9 + 17])
def test_a_file_cut_short_is_found(folder: Path, keep: int):
    path = folder / NAME
    path.write_bytes(path.read_bytes()[:keep])
    assert not verify(folder).ok


@pytest.mark.parametrize(
    ("spoil", "what"),
    [
        (Path.unlink, "side_missing"),
        (lambda path: path.write_bytes(b'{"seq":60'), "side_unreadable"),
        (lambda path: path.write_bytes(b""), "side_unreadable"),
        (lambda path: path.write_bytes(b'{"seq":61,"hash":"x","file":"y"}'), "side_other_file"),
    ],
    ids=["deleted", "cut", "emptied", "replaced"],
)
def test_a_spoilt_side_file_is_named(folder: Path, spoil: Callable[[Path], object], what: str):
    spoil(folder / side.NAME)
    assert [one.what for one in verify(folder).problems] == [what]


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("DELETE FROM ledger WHERE seq > 55", "side_ahead"),
        ("UPDATE ledger SET reason = 'x' WHERE seq = 50", "hash"),
        ("DELETE FROM ledger WHERE seq = 50", "gap"),
        ("UPDATE meta SET value = 'x' WHERE key = 'file'", "side_other_file"),
    ],
)
def test_a_desk_whose_end_is_not_what_was_left_stays_shut(
    folder: Path, statement: str, reason: str
):
    tamper(folder, statement)
    with pytest.raises(LedgerDamaged) as caught:
        open_store(folder)
    assert caught.value.reason == reason


def test_a_side_file_that_lags_is_no_damage(folder: Path):
    lagging = (folder / side.NAME).read_bytes()
    store = open_store(folder)
    write(store, a_change("C-000", title="改"))
    store.close()
    (folder / side.NAME).write_bytes(lagging)
    assert verify(folder).ok
    open_store(folder).close()


def test_a_lost_side_file_is_written_into_the_ledger(folder: Path):
    (folder / side.NAME).unlink()
    open_store(folder).close()
    with closing(sqlite3.connect(folder / NAME)) as db:
        last = db.execute("SELECT act FROM ledger ORDER BY seq DESC").fetchone()
    assert last == ("desk.side_lost",)
    assert verify(folder).ok


def test_no_desk_is_no_proof(tmp_path: Path):
    assert [one.what for one in verify(tmp_path).problems] == ["unreadable"]
