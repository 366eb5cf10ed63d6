"""The plan of a simulation: decided by the seed, soon interesting, never two things at once."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.ingest.simulation.motion import Beat
from app.ingest.simulation.plan import (
    CHANCES,
    FIRST_SOS_S,
    HORIZON_S,
    Happening,
    happening,
    make_plan,
)

KINDS = ("grid", "fire", "medical", "power", "city")


def beats(count):
    return tuple(
        Beat(
            phone=str(1000 + n),
            unit=f"U{n}",
            kind=KINDS[n % len(KINDS)],
            version=2019,
            plate="演示",
            speed_kmh=20,
            waypoints=((106, 29), (106.1, 29.1)),
        )
        for n in range(count)
    )


def test_the_same_seed_gives_the_same_plan_and_another_seed_another():
    assert make_plan(beats(300), 7) == make_plan(beats(300), 7)
    assert make_plan(beats(300), 7) != make_plan(beats(300), 8)


def test_somebody_calls_for_help_soon_after_the_start():
    plan = make_plan(beats(300), 1)
    calls = [e for events in plan.values() for e in events if e.what is Happening.SOS]
    assert min(call.start_s for call in calls) == FIRST_SOS_S <= 20


@given(st.integers(0, 400), st.integers())
def test_events_of_one_terminal_never_overlap_and_end_within_the_hour(count, seed):
    for events in make_plan(beats(count), seed).values():
        assert all(event.start_s + event.length_s <= HORIZON_S for event in events)
        for first, second in pairwise(events):
            assert first.start_s + first.length_s < second.start_s


def test_only_vehicles_speed_and_collide():
    kinds = {beat.phone: beat.kind for beat in beats(300)}
    for phone, events in make_plan(beats(300), 3).items():
        if {e.what for e in events} & {Happening.OVERSPEED, Happening.COLLISION}:
            assert kinds[phone] != "grid"


def test_all_that_can_happen_happens_to_three_hundred():
    plan = make_plan(beats(300), 5)
    assert {e.what for events in plan.values() for e in events} == {c.what for c in CHANCES}


def test_an_event_is_found_while_it_lasts_and_again_the_next_hour():
    (event,) = make_plan(beats(1), 1)["1000"][:1]
    events = (event,)
    assert happening(events, event.start_s) is event
    assert happening(events, HORIZON_S + event.start_s) is event
    assert happening(events, event.start_s + event.length_s) is None
    assert happening(events, event.start_s - 0.1) is None


def test_nobody_has_no_plan():
    assert not make_plan((), 1)
