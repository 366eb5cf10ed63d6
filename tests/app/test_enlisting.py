"""The register of terminals: who knocks waits, a person decides, and codes follow the device."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.casework.acts import Act, Refusal
from app.desk import Desk
from app.enlisting import FULL
from app.model import SYSTEM, Newcomer, Officer, Role, Terminal, TerminalState
from app.store import newcomers, queries
from tests.small import EDITION, SmallHierarchy

NOW = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)
DUTY = Officer(id="zhang", name="张三", roles=frozenset(Role) - {Role.SYSTEM, Role.HANDLER})
PHONE = "13800000001"
KEY = f"terminal:{PHONE}"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    codes = iter(f"code-{n}" for n in range(1, 100))
    desk = Desk(
        tmp_path,
        SmallHierarchy().locate,
        clock=lambda: NOW,
        officer=DUTY,
        edition=EDITION,
        new_auth=lambda: next(codes),
    )
    for ident in ("U1", "U2"):
        act = Act(
            name="unit.enrol", subject=f"unit:{ident}", fields={"name": ident, "kind": "fire"}
        )
        desk.do(act, SYSTEM).result(10)
    yield desk
    desk.close()


def calls(desk: Desk, phone: str = PHONE, *, serial: str = "S1", **more: object) -> Terminal:
    fields = {"maker": "M1" if serial else "", "plate": "渝A00001", "host": "10.0.0.1", **more}
    caller = Newcomer(phone=phone, serial=serial, first=NOW, last=NOW, **fields)
    return desk.register(caller).result(10)


def do(desk: Desk, name: str, subject: str = KEY, *, reason: str = "", **fields: object):
    act = Act(name=f"terminal.{name}", subject=subject, fields=fields, reason=reason)
    return desk.do(act).result(10)


def done(desk: Desk, name: str, *args: str, **fields: object):
    entry = do(desk, name, *args, **fields)
    assert not isinstance(entry, Refusal), entry
    return entry


def board(desk: Desk) -> list[tuple[str, str, bool]]:
    """(state, device, whether it knocks) of each row."""
    rows = desk.ask(queries.terminal_board).result(10)
    found = []
    for row in rows:
        thing = row.caller or row.known
        found.append((row.state.value, thing.device, row.caller is not None))
    return found


def test_a_stranger_waits_and_gets_no_code(desk: Desk):
    for _ in range(3):
        assert calls(desk).auth == ""
    (row,) = desk.ask(queries.terminal_board).result(10)
    assert (row.caller.tries, row.caller.host, row.caller.plate) == (3, "10.0.0.1", "渝A00001")
    assert row.state is TerminalState.WAITING
    assert desk.ask(queries.newcomer_count).result(10) == 1
    assert desk.ask(queries.head).result(10)[0] == 2  # the units; nobody has decided anything


def test_one_that_only_shows_a_code_is_the_device_that_it_said_before(desk: Desk):
    calls(desk, serial="")
    assert board(desk) == [("waiting", "", True)]
    calls(desk)
    calls(desk, serial="")
    assert board(desk) == [("waiting", "M1/S1", True)]
    assert desk.ask(queries.terminal_board).result(10)[0].caller.tries == 3


def test_who_is_admitted_gets_a_code_and_may_be_bound_to_a_unit(desk: Desk):
    calls(desk)
    entry = done(desk, "admit", unit="U1", device="M1/S1")
    assert entry.before == {KEY: {}, "unit:U1": {"terminal": ""}}
    assert entry.after["unit:U1"] == {"terminal": PHONE}
    assert entry.after[KEY]["serial"] == "S1"
    assert board(desk) == [("admitted", "M1/S1", False)]
    assert calls(desk).auth == "code-1"
    assert calls(desk).auth == "code-1"
    assert desk.roll()[PHONE].auth == "code-1"
    assert desk.ask(queries.head).result(10)[0] == 4  # the second call said nothing new


def test_who_is_refused_stays_refused_and_may_be_admitted_after_all(desk: Desk):
    calls(desk)
    assert do(desk, "refuse").code == "reason_missing"
    done(desk, "refuse", reason="不是我们的")
    assert calls(desk).state is TerminalState.REFUSED
    assert board(desk) == [("refused", "M1/S1", False)]
    assert desk.roll()[PHONE].why == "不是我们的"
    done(desk, "admit")
    assert calls(desk).auth == "code-1"


def test_a_suspended_terminal_gets_no_code_until_it_is_resumed(desk: Desk):
    calls(desk)
    done(desk, "admit")
    calls(desk)
    done(desk, "suspend", reason="借出")
    assert calls(desk).auth == ""
    assert board(desk) == [("suspended", "M1/S1", False)]
    done(desk, "resume")
    assert calls(desk).auth == "code-1"


def test_another_device_waits_until_it_is_let_in_and_then_the_old_code_is_void(desk: Desk):
    calls(desk)
    done(desk, "admit")
    calls(desk)
    assert calls(desk, serial="S2").auth == ""
    assert board(desk) == [("admitted", "M1/S2", True), ("admitted", "M1/S1", False)]
    assert do(desk, "replace", device="M1/S3").code == "device_unknown"
    entry = done(desk, "replace", device="M1/S2")
    assert entry.before[KEY] == {"serial": "S1", "auth": "code-1"}
    assert desk.roll()[PHONE].auth == ""
    assert calls(desk, serial="S2").auth == "code-2"
    assert calls(desk).auth == ""  # the old one knocks now
    assert board(desk)[0] == ("admitted", "M1/S1", True)


def test_a_device_turned_away_is_remembered_until_somebody_relents(desk: Desk):
    calls(desk)
    done(desk, "admit")
    calls(desk)
    assert do(desk, "relent").code == "nothing_changed"
    assert do(desk, "replace").code == "device_unknown"
    calls(desk, serial="S2")
    done(desk, "turn_away", reason="被盗", device="M1/S2")
    assert calls(desk, serial="S2").auth == ""
    assert board(desk) == [("admitted", "M1/S1", False)]
    done(desk, "relent")
    calls(desk, serial="S2")
    assert board(desk)[0] == ("admitted", "M1/S2", True)


def test_a_number_entered_beforehand_takes_the_first_device(desk: Desk):
    done(desk, "enter", "terminal:", phone=f"0{PHONE}", unit="U2")
    assert calls(desk).auth == "code-1"
    assert calls(desk, serial="S2").auth == ""
    assert desk.roll()[PHONE].device == "M1/S1"


ENTERED = (
    ("letters", "13a", "field_bad"),
    ("nothing", "0", "field_bad"),
    ("too long", "1" * 21, "field_bad"),
    ("known already", PHONE, "terminal_known"),
)


@pytest.mark.parametrize(("phone", "code"), [e[1:] for e in ENTERED], ids=[e[0] for e in ENTERED])
def test_what_is_no_new_number_is_not_entered(desk: Desk, phone: str, code: str):
    done(desk, "enter", "terminal:", phone=PHONE)
    assert do(desk, "enter", "terminal:", phone=phone).code == code


def test_a_terminal_goes_from_unit_to_unit_and_is_never_carried_twice(desk: Desk):
    done(desk, "enter", "terminal:", phone=PHONE, unit="U1")
    entry = done(desk, "bind", unit="U2")
    assert entry.after == {"unit:U1": {"terminal": ""}, "unit:U2": {"terminal": PHONE}}
    assert do(desk, "bind", unit="U2").code == "nothing_changed"
    assert do(desk, "bind", unit="U9").code == "unit_unknown"
    assert done(desk, "bind").after == {"unit:U2": {"terminal": ""}}


def test_the_list_is_bounded_and_the_oldest_goes_and_is_counted(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(newcomers, "MOST", 3)
    for number in range(5):
        calls(desk, phone=str(number + 1))
    kept = {row.phone for row in desk.ask(queries.terminal_board).result(10)}
    assert len(kept) == 3
    assert ("jt808", FULL, 2) in desk.ask(queries.refusals).result(10)


def test_the_same_device_under_another_number_is_pointed_out(desk: Desk):
    calls(desk)
    done(desk, "admit")
    calls(desk)
    calls(desk, phone="13900000009")
    assert desk.ask(queries.terminal_board).result(10)[0].twin == PHONE


def test_a_terminal_registered_by_an_older_version_is_admitted(desk: Desk):
    fields = {"maker": "M1", "serial": "S1", "auth": "old"}
    act = Act(name="terminal.register", subject=KEY, fields=fields)
    desk.do(act, SYSTEM).result(10)
    assert desk.roll()[PHONE].state is TerminalState.ADMITTED
    assert calls(desk).auth == "old"
