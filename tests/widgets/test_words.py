"""Every code the desk can say has a word."""

import pytest

from app.casework.clocks import Clock
from app.casework.transitions import TRANSITIONS
from app.casework.why import Why
from app.fixes.believe import RULES as BELIEF
from app.ingest.rdss.commands import Dialect
from app.ingest.rdss.tables import REASONS_3, SUPPRESSED
from app.ingest.reasons import REASONS
from app.model import (
    AlertKind,
    AlertState,
    CaseState,
    CommandKind,
    CommandState,
    Grade,
    Level,
    Outcome,
    RequestKind,
    Role,
    TaskState,
    TerminalState,
    UnitKind,
)
from app.records import BY_ACT as RECORDS
from app.shortmsg.carriers import CARRIERS
from app.shortmsg.flaws import Flaw
from app.shortmsg.kept import LetterKind
from app.shortmsg.outbox_values import Hindrance
from app.shortmsg.track import Cause, Progress, Verdict
from app.shorts.desk import ACTS as SHORT_ACTS
from app.shorts.heard import DONE, HEAR, REPEAT
from app.shorts.line import HOLD, REFUSED, SENT, UNHEARD
from maps.boundaries import Reason
from maps.layers import LAYERS
from widgets import words
from widgets.words import short


@pytest.mark.parametrize(
    "kind",
    [
        AlertKind,
        AlertState,
        CaseState,
        Clock,
        Grade,
        Level,
        Outcome,
        RequestKind,
        Role,
        TaskState,
        TerminalState,
        UnitKind,
        CommandKind,
        CommandState,
    ],
)
def test_every_member_of_an_enum_has_a_word(qapp, kind):
    for member in kind:
        assert words.word(member) != member.name


def test_equal_members_of_different_enums_keep_their_own_words(qapp):
    assert words.word(Grade.I) == "特别重大"
    assert words.word(Level.DISTRICT) == "区县"


@pytest.mark.parametrize("act", [row.act for row in TRANSITIONS])
def test_every_act_has_a_name(act):
    assert act in words.ACTS


# What the desk writes by itself or brings in, beside the transitions.
WRITTEN = (
    "alert.raise",
    "alert.repeat",
    "alert.clear",
    "clock.step",
    "desk.side_lost",
    *RECORDS,
)


@pytest.mark.parametrize("act", WRITTEN)
def test_every_other_row_of_the_ledger_has_a_name(act):
    assert act in words.ACTS


@pytest.mark.parametrize("why", list(Why))
def test_every_refusal_says_why(why):
    assert why.value in words.REFUSALS


@pytest.mark.parametrize("reason", list(Reason))
def test_every_refused_boundary_says_why(reason):
    assert reason.value in words.BOUNDARIES


@pytest.mark.parametrize("layer", [layer.name for layer in LAYERS])
def test_every_layer_has_a_name(layer):
    assert layer in words.LAYERS


def test_an_unknown_code_is_shown_as_it_is(qapp):
    assert words.act("moon.land") == "moon.land"
    assert words.word("no_such_code") == "no_such_code"


def test_a_shortfall_names_its_numbers(qapp):
    assert words.shortfall("fixes_old", (2, 10)) == "2 台定位已超 10 分钟"


@pytest.mark.parametrize("reason", [*REASONS, *(rule.name for rule in BELIEF)])
def test_every_refused_message_says_why(qapp, reason):
    assert words.refused(reason) != reason


def test_no_reason_has_words_that_nobody_says():
    assert set(words.INPUT) == set(REASONS)


def test_an_unknown_reason_stays_as_it_is(qapp):
    assert words.refused("<b>moon too near</b>") == "<b>moon too near</b>"


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        (short.PROGRESS, [*Progress, "held", "given_up"]),
        (short.LETTERS, list(LetterKind)),
        (short.VERDICTS, list(Verdict)),
        (short.FLAWS, list(Flaw)),
        (short.HINDRANCES, list(Hindrance)),
        (short.CAUSES, list(Cause)),
        (short.CARRIERS, [carrier.name for carrier in CARRIERS]),
        (short.DIALECTS, list(Dialect)),
    ],
)
def test_every_code_of_short_messages_has_a_word(qapp, table, codes):
    assert set(table) == set(codes)
    assert all(short.of(table, code) for code in codes)


def test_why_a_card_did_not_send_is_said_for_each_reason_it_can_give(qapp):
    given = {*SUPPRESSED.values(), *REASONS_3.values(), "refused", "line"} - {"ok", "none"}
    assert given == set(short.NOT_SENT)


@pytest.mark.parametrize("act", sorted(SHORT_ACTS))
def test_every_act_on_short_messages_has_a_name(act):
    assert act in words.ACTS


@pytest.mark.parametrize("act", [HOLD, SENT, REFUSED, UNHEARD, HEAR, REPEAT, DONE])
def test_what_the_desk_writes_of_short_messages_has_a_name(act):
    assert act in words.ACTS
