"""Over cards that lose, repeat and reorder, every order ends as heard or as not confirmed."""

from datetime import timedelta
from itertools import pairwise

import pytest

from app.ingest.simulation.lossy_card import LossyCard, Sky
from app.shortmsg.outbox_values import Policy, What
from app.shortmsg.track import ANSWERED, Cause, Progress, Verdict
from tests.app.shortmsg.field import PERIOD_S, Drill
from tests.app.shortmsg.made import NOON

SEEDS = range(60)
USUAL = Sky()
BAD = Sky(loss=0.4, twice=0.4, most_s=600)
ENDS = ANSWERED | {Progress.NOT_CONFIRMED, Progress.NOT_SENT}
DRILLS = (
    (USUAL, Policy(), SEEDS),
    (BAD, Policy(), SEEDS),
    (BAD, Policy(name="twice more", repeats=2, refusals=1), SEEDS),
)


@pytest.mark.parametrize(("sky", "policy", "seeds"), DRILLS)
def test_every_order_ends_as_heard_or_as_not_confirmed(sky, policy, seeds):
    ends = set()
    for seed in seeds:
        drill = Drill(seed, sky, policy)
        outbox = drill.run(minutes=150)
        assert outbox.queue.waiting == ()
        for key, track in outbox.tracks.items():
            ends.add(track.progress)
            assert track.progress in ENDS
            _holds(drill, key, track)
        _accounts(drill, outbox)
    assert {Progress.FED_BACK, Progress.NOT_CONFIRMED} <= ends


def _holds(drill, key, track):
    """Heard only what was said, once each; sent only as often as the record gives a reason."""
    unit = drill.units[track.to]
    assert (track.progress in ANSWERED) == bool(track.heard)
    assert not track.heard or key in unit.read
    kinds = [type(heard.report) for heard in track.heard]
    assert len(kinds) == len(set(kinds))
    assert track.differing == ()
    assert drill.sendings(key) == len(track.sendings)
    causes = [sending.cause for sending in track.sendings]
    assert causes[0] == Cause.FIRST
    assert set(causes[1:]) <= {Cause.POLICY}
    assert len(causes) <= 1 + drill.policy.repeats + drill.policy.refusals
    if track.progress is Progress.NOT_SENT:
        assert all(sending.refused for sending in track.sendings)


def _accounts(drill, outbox):
    """The period was kept; each way's books balance; no report counts twice."""
    assert all(b - a >= timedelta(seconds=PERIOD_S) for a, b in pairwise(drill.gone))
    for card in (drill.down, *(unit.up for unit in drill.units.values())):
        books = card.counts
        assert card.flying == 0
        assert books.sent + books.copies == books.delivered + books.lost
    refused = sum(event.what is What.REFUSED for event in drill.events)
    assert drill.down.counts.sent == len(drill.gone) - refused
    counted = sum(len(track.heard) for track in outbox.tracks.values())
    repeats = sum(track.repeats for track in outbox.tracks.values())
    assert drill.verdicts.count(Verdict.COUNTED) == counted
    assert drill.verdicts.count(Verdict.REPEATED) == repeats
    heard = sum(unit.up.counts.delivered for unit in drill.units.values())
    assert counted + repeats == len(drill.verdicts) == heard


def test_the_usual_sky_loses_as_much_as_it_says_and_mixes_the_order():
    card, came = LossyCard(7), []
    for number in range(4000):
        now = NOON + timedelta(seconds=60 * number)
        card.send(number.to_bytes(2, "big"), now)
        came += [int.from_bytes(body, "big") for body in card.arrived(now)]
    came += [int.from_bytes(body, "big") for body in card.arrived(now + timedelta(hours=1))]
    assert 0.025 < card.counts.lost / card.counts.sent < 0.045
    assert card.counts.copies > 100
    assert came != sorted(came)
    assert card.counts.delivered == len(came) == 4000 + card.counts.copies - card.counts.lost


def test_the_same_seed_gives_the_same_fates():
    first, second = (Drill(3, BAD, Policy()) for _ in range(2))
    assert first.run(minutes=60).tracks == second.run(minutes=60).tracks
    assert first.events == second.events
