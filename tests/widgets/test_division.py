"""Choosing the division: kept in the desk's folder, said plainly, opened anew where wanted."""

import pytest

from widgets import console, division
from widgets.console import AGAIN, Options
from widgets.edition import edition_of


class Finder:
    def __init__(self):
        self.asked = []

    def open_for(self, prompt, finder):
        self.asked.append((prompt, finder("")))


class Standing:
    """What `division` needs of a window."""

    def __init__(self, folder, *, forced=False):
        self.desk = type("Desk", (), {"folder": folder})
        self.hierarchy = type("Hierarchy", (), {"edition": "2025"})
        self.finder, self.edition_forced, self.told, self.reopened = Finder(), forced, [], []
        emit = {"emit": lambda: self.reopened.append(1)}
        self.reopen_wanted = type("Signal", (), emit)

    def tell(self, text, tone):
        self.told.append(text)

    def choose(self, name):
        division.choose(self)
        next(hit for hit in self.finder.asked[-1][1] if hit.text == name).run()


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setattr(division, "cache_folder", lambda: tmp_path / "cache")


def test_both_divisions_are_offered_with_their_day_and_which_is_open(qapp, tmp_path):
    window = Standing(tmp_path)
    division.choose(window)
    hits = window.finder.asked[0][1]
    assert [hit.text for hit in hits] == ["2023", "2025"]
    assert "2025-11-06" in hits[1].detail
    assert ["现在" in hit.detail for hit in hits] == [False, True]


def test_another_one_is_kept_and_opened_only_where_the_officer_says_so(qapp, tmp_path):
    window = Standing(tmp_path)
    window.choose("2023")
    assert edition_of(tmp_path) == "2023"
    assert "下次启动" in window.told[0]
    later, now = window.finder.asked[-1][1]
    later.run()
    assert window.reopened == []
    now.run()
    assert window.reopened == [1]


def test_the_one_that_is_open_needs_no_restart(qapp, tmp_path):
    window = Standing(tmp_path)
    window.choose("2025")
    assert edition_of(tmp_path) == "2025"
    assert len(window.finder.asked) == 1


def test_what_the_command_line_says_comes_first_and_is_said(qapp, tmp_path):
    window = Standing(tmp_path, forced=True)
    window.choose("2023")
    assert "--edition" in window.told[0]
    assert len(window.finder.asked) == 1


def test_a_folder_that_cannot_be_written_is_said(qapp, tmp_path):
    (tmp_path / "EDITION").mkdir()
    window = Standing(tmp_path)
    window.choose("2023")
    assert "没有记下" in window.told[0]


@pytest.mark.parametrize(("codes", "opened"), [([0], 1), ([AGAIN, AGAIN, 3], 3)])
def test_the_console_is_opened_anew_until_it_is_left(monkeypatch, codes, opened):
    left = list(codes)
    monkeypatch.setattr(console.application, "start", lambda **_: None)
    monkeypatch.setattr(console, "_once", lambda options, app: left.pop(0))
    assert console.run(Options()) == codes[-1]
    assert len(codes) - len(left) == opened
