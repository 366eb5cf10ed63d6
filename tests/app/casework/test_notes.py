"""A note of the shift: one entry, no object; who may write it and what is refused."""

from datetime import UTC, datetime

import pytest

from app.casework import notes
from app.casework.acts import Act, Draft, Refusal
from app.casework.why import Why
from app.desk import Desk
from app.model import SYSTEM, Chain, Officer, Role
from app.store import queries
from app.store.verify import verify

NOW = datetime(2026, 11, 23, 0, 12, 5, tzinfo=UTC)
OFFICER = Officer(id="zhang", name="张三", roles=frozenset({Role.DISPATCHER, Role.SUPERVISOR}))


def note(text="与区供电局核对", **changes):
    return Act(**{"name": notes.ACT, "subject": notes.SUBJECT, "reason": text} | changes)


def test_a_note_is_its_text_and_touches_nothing():
    draft = notes.decide_note(note("  交接：港桥机组仍在调试 "), OFFICER)
    assert draft == Draft(
        act="desk.note",
        subject="desk:shift",
        before={},
        after={},
        reason="交接：港桥机组仍在调试",
    )


@pytest.mark.parametrize(
    ("act", "by", "code"),
    [
        (note(" \n"), OFFICER, Why.REASON_MISSING),
        (note("长" * 2_001), OFFICER, Why.FIELD_BAD),
        (note(subject="case:C-1"), OFFICER, Why.UNKNOWN_SUBJECT),
        (note(fields={"text": "x"}), OFFICER, Why.FIELD_UNKNOWN),
        (note(), SYSTEM, Why.WRONG_ROLE),
    ],
)
def test_what_is_no_note_is_refused_with_its_reason(act, by, code):
    refused = notes.decide_note(act, by)
    assert isinstance(refused, Refusal)
    assert refused.code == code


def test_a_note_stands_in_the_ledger_and_the_ledger_still_proves_itself(tmp_path):
    desk = Desk(
        tmp_path,
        lambda *_: Chain(edition="test"),
        clock=lambda: NOW,
        officer=OFFICER,
        edition="test",
    )
    try:
        entry = desk.do(note()).result()
        assert not isinstance(entry, Refusal)
        assert desk.ask(queries.entries, "", 5).result()[0] == entry
        assert (entry.actor, entry.role, entry.reason) == ("zhang", "dispatcher", "与区供电局核对")
        assert isinstance(desk.do(note("")).result(), Refusal)
    finally:
        desk.close()
    assert verify(tmp_path).ok
