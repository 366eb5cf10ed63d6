"""What left the desk: one entry, no object; what it must say and what is refused."""

import pytest

from app.casework import exports
from app.casework.acts import Act, Refusal
from app.casework.why import Why
from app.desk import Desk
from app.model import SYSTEM, Entry, Officer, Role
from app.store import queries
from app.store.verify import verify

OFFICER = Officer(id="zhang", name="张三", roles=frozenset({Role.DISPATCHER}))
WHOLE = {
    "kind": "objects",
    "format": "gpkg",
    "file": "值班.gpkg",
    "sha256": "ab" * 32,
    "counts": {"terminals": 2, "cases": 3},
}


def export(subject=exports.SUBJECT, **changes) -> Act:
    return Act(name=exports.ACT, subject=subject, fields={**WHOLE, **changes})


def test_an_export_says_what_and_how_much_and_touches_nothing():
    draft = exports.decide_export(export(), OFFICER)
    assert (draft.act, draft.subject, draft.before, draft.after) == (
        "desk.export",
        "desk:export",
        {},
        {},
    )
    assert draft.reason == f"objects gpkg 值班.gpkg cases=3 terminals=2 sha256={'ab' * 32}"


@pytest.mark.parametrize(
    ("act", "code", "detail"),
    [
        (export(subject="case:C-1"), Why.UNKNOWN_SUBJECT, "case:C-1"),
        (export(path="x"), Why.FIELD_UNKNOWN, "path"),
        (export(kind="all"), Why.FIELD_BAD, "kind"),
        (export(format="exe"), Why.FIELD_BAD, "format"),
        (export(file="a/b.gpkg"), Why.FIELD_BAD, "file"),
        (export(file="长" * 256), Why.FIELD_BAD, "file"),
        (export(file=None), Why.FIELD_BAD, "file"),
        (export(sha256="ab"), Why.FIELD_BAD, "sha256"),
        (export(sha256="zz" * 32), Why.FIELD_BAD, "sha256"),
        (export(counts={"cases": -1}), Why.FIELD_BAD, "counts"),
        (export(counts={"cases": True}), Why.FIELD_BAD, "counts"),
        (export(counts={"两 个": 1}), Why.FIELD_BAD, "counts"),
        (export(counts=[1]), Why.FIELD_BAD, "counts"),
    ],
)
def test_what_says_too_little_or_something_else_is_refused(act, code, detail):
    assert exports.decide_export(act, OFFICER) == Refusal(code=code, detail=detail)


def test_nobody_exports_who_is_nobody():
    assert exports.decide_export(export(), SYSTEM).code == Why.WRONG_ROLE


def test_the_desk_writes_it_into_its_ledger(desk: Desk, officer: Officer):
    entry = desk.do(export()).result()
    assert isinstance(entry, Entry)
    assert (entry.actor, entry.act) == (officer.id, "desk.export")
    assert desk.ask(queries.entries).result()[0] == entry
    assert verify(desk.folder).ok


def test_a_locked_desk_lets_nothing_out(desk: Desk):
    desk.lock("0000").result()
    assert desk.do(export()).result() == Refusal(code=Why.LOCKED)
