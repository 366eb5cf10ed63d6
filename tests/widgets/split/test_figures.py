"""What came and what went between two moments, and what a map of a moment is given."""

from dataclasses import replace
from datetime import timedelta

from app.model import Case, CaseState, Grade, Unit, UnitKind
from app.store.queries import AsOf
from maps.points import Choice
from maps.scene import MapData
from tests.conftest import NOW
from widgets.split.figures import Between, Stood, chosen, shown_as_of


def a_case(ident, *, state=CaseState.HANDLING, overdue=False):
    return Case(
        id=ident, title="", grade=Grade.III, state=state, opened=NOW, changed=NOW, overdue=overdue
    )


BEFORE = (a_case("a"), a_case("b", overdue=True), a_case("c"))
AFTER = (a_case("a", overdue=True), a_case("d"), a_case("e"), a_case("c", state=CaseState.CLOSED))


def test_each_figure_counts_what_its_sign_says():
    between = Between.of(Stood.of(BEFORE), Stood.of(AFTER))
    assert between == Between(opened=2, closed=2, late=1, in_time=1)


def test_nothing_lies_between_a_moment_and_itself():
    assert Between.of(Stood.of(BEFORE), Stood.of(BEFORE)) == Between(0, 0, 0, 0)


def test_a_map_of_a_moment_has_nothing_of_the_present_but_what_is_chosen():
    live = MapData(
        cases=AFTER, units=(Unit(id="u", name="u", kind=UnitKind.FIRE),),
        place_counts={"500000": (9, 9)}, responses={"500000": (1, 1.0)},
        selected_case="d", now=NOW,
    )  # fmt: skip
    then = AsOf(at=NOW - timedelta(hours=1), seq=4, cases=BEFORE, counts={"500000": (3, 1)})
    found = shown_as_of(then, live)
    assert (found.cases, found.units, found.fixes) == (BEFORE, (), {})
    assert (found.place_counts, dict(found.responses)) == ({"500000": (3, 1)}, {})
    assert (found.selected_case, found.now) == ("d", then.at)


def test_events_opened_later_are_left_out_and_an_earlier_bound_stays():
    then = AsOf(at=NOW)
    until = int(NOW.timestamp())
    for wanted, expected in ((None, until), (until + 9, until), (until - 9, until - 9)):
        live = MapData(choice=Choice(until_s=wanted))
        assert shown_as_of(then, live).choice.until_s == expected


def test_news_of_the_present_alone_change_nothing_in_a_map_of_the_past():
    live = MapData(cases=BEFORE)
    assert chosen(replace(live, cases=AFTER, now=NOW)) == chosen(live)
    assert chosen(replace(live, selected_case="a")) != chosen(live)
