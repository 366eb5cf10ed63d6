"""Acts on sources: the setting as it is then, and an entry that says what was changed."""

from dataclasses import replace

import pytest

from app.casework.acts import Act, Refusal
from app.casework.sources import (
    ADD,
    CHANGE,
    CLEAN,
    DAMAGED,
    LIMIT,
    PEERS,
    REMOVE,
    SUBJECT,
    decide_limits,
    decide_source,
)
from app.model import Officer, Role
from app.sources.kept import KeptSources, read_all
from app.sources.limits import Limits
from app.sources.source import DEFAULT, Kind, Source, row_of

BOSS = Officer(id="z", name="周", roles=frozenset({Role.SUPERVISOR}), centre="500000")
HANDLER = replace(BOSS, roles=frozenset({Role.HANDLER}))
UDP = Source(id="udp", name="北碚", kind=Kind.UDP_LISTENER, port=5005)
FRESH = KeptSources()


def act(name, ident, fields=(), reason=""):
    subject = ident if ident == DAMAGED else f"{SUBJECT}{ident}"
    return Act(name=name, subject=subject, fields=dict(fields), reason=reason)


def fields_of(source):
    return {name: value for name, value in row_of(source).items() if name != "id"}


def test_a_source_is_added_behind_the_others():
    draft, kept = decide_source(act(ADD, "udp", fields_of(UDP)), FRESH, BOSS)
    assert read_all(kept).sources == (DEFAULT, UDP)
    assert (draft.act, draft.subject, draft.after) == (ADD, "source:udp", {})
    assert draft.reason == (
        "udp name=北碚 kind=udp enabled=true opened=false host=127.0.0.1 port=5005 allow=-"
    )


def test_an_opened_listener_is_told_by_what_it_was_and_who_may_come():
    fields = {"opened": True, "host": "0.0.0.0", "allow": ["10.0.0.0/8", "fd00::/8"]}
    draft, kept = decide_source(act(CHANGE, "tcp", fields, "接区县终端"), FRESH, BOSS)
    assert read_all(kept).sources[0].opened
    assert draft.reason == (
        "tcp opened=true (false) host=0.0.0.0 (127.0.0.1) allow=10.0.0.0/8,fd00::/8 (-): 接区县终端"
    )


def test_a_source_is_switched_off_and_removed():
    draft, kept = decide_source(act(CHANGE, "tcp", {"enabled": False}), FRESH, BOSS)
    assert draft.reason == "tcp enabled=false (true)"
    draft, kept = decide_source(act(REMOVE, "tcp"), kept, BOSS)
    assert (draft.reason, read_all(kept).sources) == ("tcp", ())


def test_rows_that_cannot_be_read_are_cleared_away_at_once():
    damaged = KeptSources(rows=(row_of(DEFAULT), 1, {"id": "x"}))
    draft, kept = decide_source(act(CLEAN, DAMAGED), damaged, BOSS)
    assert draft.reason == "2 rows"
    assert read_all(kept).unread == ()


FULL = KeptSources(rows=tuple(row_of(replace(UDP, id=f"u{n}")) for n in range(64)))
REFUSED = (
    ("not of this desk", act(ADD, "udp", fields_of(UDP)), FRESH, HANDLER, "wrong_role"),
    ("there already", act(ADD, "tcp", fields_of(UDP)), FRESH, BOSS, "unknown_subject"),
    ("not there", act(CHANGE, "udp", {"port": 1}), FRESH, BOSS, "unknown_subject"),
    ("not there to be removed", act(REMOVE, "udp"), FRESH, BOSS, "unknown_subject"),
    ("no subject of a source", Act(name=ADD, subject="udp"), FRESH, BOSS, "unknown_subject"),
    ("nothing changed", act(CHANGE, "tcp", {"port": 0}), FRESH, BOSS, "nothing_changed"),
    ("another kind", act(CHANGE, "tcp", {"kind": "udp"}), FRESH, BOSS, "field_bad"),
    (
        "opened to the world unsaid",
        act(CHANGE, "tcp", {"host": "0.0.0.0"}),
        FRESH,
        BOSS,
        "field_bad",
    ),
    ("an id that is none", act(ADD, "U D P", fields_of(UDP)), FRESH, BOSS, "field_bad"),
    ("one too many", act(ADD, "udp", fields_of(UDP)), FULL, BOSS, "field_bad"),
    ("a reason without end", act(REMOVE, "tcp", (), "x" * 501), FRESH, BOSS, "field_bad"),
    ("nothing to clear away", act(CLEAN, DAMAGED), FRESH, BOSS, "nothing_changed"),
)


@pytest.mark.parametrize(
    ("wanted", "kept", "by", "code"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED]
)
def test_what_may_not_be_is_refused_with_its_reason(wanted, kept, by, code):
    decided = decide_source(wanted, kept, by)
    assert isinstance(decided, Refusal)
    assert decided.code == code


def test_bounds_are_changed_by_what_is_given_and_told_by_what_they_were():
    wanted = Act(name=LIMIT, subject=PEERS, fields={"per_host": 5, "quiet_s": 60.0})
    draft, limits = decide_limits(wanted, Limits(), BOSS)
    assert limits == Limits(per_host=5, quiet_s=60.0)
    assert draft.reason == "per_host=5 (1000) quiet_s=60.0 (600.0)"


UNBOUND = (
    ("not of this desk", {"per_host": 5}, HANDLER, "wrong_role"),
    ("no such bound", {"peers": 5}, BOSS, "field_unknown"),
    ("below what there may be", {"per_host": 0}, BOSS, "field_bad"),
    ("text", {"per_host": "5"}, BOSS, "field_bad"),
    ("nothing changed", {"per_host": 1000}, BOSS, "nothing_changed"),
)


@pytest.mark.parametrize(
    ("fields", "by", "code"), [u[1:] for u in UNBOUND], ids=[u[0] for u in UNBOUND]
)
def test_bounds_that_cannot_be_are_refused(fields, by, code):
    decided = decide_limits(Act(name=LIMIT, subject=PEERS, fields=fields), Limits(), by)
    assert isinstance(decided, Refusal)
    assert decided.code == code
