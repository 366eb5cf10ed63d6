"""How long is borne with a peer that says nothing, nothing known, or reads no replies."""

import pytest

from app.ingest.transports.patience import Patience
from app.sources.limits import Limits

LIMITS = Limits(first_s=60, quiet_s=600, reply_s=10, noise=100)


def patience(*, own: bool = False, begun: bool = False) -> Patience:
    made = Patience(LIMITS, 0.0, own=own)
    if begun:
        made.understood()
    return made


CASES = (
    ("nothing known yet, in time", {}, (), 60.0, None),
    ("nothing known in time", {}, (), 61.0, "nothing said"),
    ("noise does not prolong it", {}, (59.0,), 61.0, "nothing said"),
    ("it has spoken and is silent", {"begun": True}, (100.0,), 699.0, None),
    ("it has gone", {"begun": True}, (100.0,), 701.0, ""),
    ("a line of our own may be silent for ever", {"own": True}, (), 1e9, None),
)


@pytest.mark.parametrize(
    ("made", "heard", "now", "over"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_a_peer_is_given_up_when_its_time_is_over(made, heard, now, over):
    one = patience(**made)
    for at in heard:
        one.heard(at)
    assert one.over(now, held=False) == over


@pytest.mark.parametrize("own", [False, True])
def test_who_leaves_replies_unread_is_given_up_even_if_the_line_is_ours(own):
    one = patience(own=own, begun=True)
    one.unread(5.0)
    assert one.over(15.0, held=True) is None
    assert one.over(15.1, held=True) == "replies not read"
    one.unread(None)
    assert one.over(15.1, held=True) is None


def test_who_is_held_back_by_us_is_not_silent():
    assert patience(begun=True).over(1e6, held=True) is None


def test_noise_counts_until_something_is_known():
    one = patience()
    assert [one.noise(60), one.noise(40), one.noise(1)] == ["", "", "no known format"]
    one.understood()
    assert one.noise(10_000) == ""
