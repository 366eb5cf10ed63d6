"""News, questions and acts between the desk and the screen."""

from threading import Event

import shiboken6

from app.casework.acts import Act, Refusal
from app.changes import Changes
from app.store import queries


def test_changes_pile_up_and_leave_as_one(bridge, qtbot):
    told = []
    bridge.changed.connect(told.append)
    bridge._note(Changes(cases=frozenset({"a"})))
    bridge._note(Changes(cases=frozenset({"b"})))
    bridge.flush()
    bridge.flush()
    assert told == [Changes(cases=frozenset({"a", "b"}))]


def test_an_answer_comes_to_the_asker(bridge, qtbot):
    answers = []
    bridge.ask(queries.open_cases, then=answers.append, each=True)
    bridge.settle()
    assert answers == [[]]


class Asker:
    def __init__(self):
        self.got = []

    def put(self, answer):
        self.got.append(answer)


def test_an_overtaken_answer_is_dropped(bridge, qtbot):
    asker = Asker()
    for text in ("a", "ab", "abc"):
        bridge.ask(lambda reader, text: text, text, then=asker.put)
    bridge.settle()
    assert asker.got == ["abc"]


def test_each_answer_is_given_where_each_is_wanted(bridge, qtbot):
    asker = Asker()
    for text in ("a", "ab"):
        bridge.ask(lambda reader, text: text, text, then=asker.put, each=True)
    bridge.settle()
    assert sorted(asker.got) == ["a", "ab"]


def test_a_refused_act_is_announced_with_its_reason(bridge, qtbot):
    refused = []
    bridge.refused.connect(lambda act, why: refused.append((act.name, why)))
    bridge.do(Act(name="case.close", subject="case:none"))
    bridge.settle()
    ((name, why),) = refused
    assert name == "case.close"
    assert isinstance(why, Refusal)


def test_a_question_that_fails_is_shown_and_logged(bridge, qtbot, caplog):
    def wrong(reader):
        raise ValueError("no such thing")

    failed = []
    bridge.failed.connect(failed.append)
    bridge.ask(wrong, then=lambda answer: None)
    bridge.settle()
    assert failed == ["ValueError: no such thing"]
    assert "a question or act failed" in caplog.text


def test_nothing_is_delivered_after_closing(bridge, qtbot):
    asker = Asker()
    bridge.ask(queries.open_cases, then=asker.put)
    bridge.close()
    bridge.desk.close()  # by now every question has its answer
    bridge.settle()
    assert asker.got == []


def test_nobody_closes_it_between_the_look_and_the_answer(bridge, qtbot, monkeypatch):
    asked, looked, go = Event(), Event(), Event()

    def question(reader):
        asked.wait(10)  # else the answer might be there first, and come on this thread
        return "answer"

    def slow(thing):
        looked.set()
        return go.wait(10)

    monkeypatch.setattr(shiboken6, "isValid", slow)
    asker = Asker()
    bridge.ask(question, then=asker.put)
    asked.set()
    assert looked.wait(10)
    taken = bridge._lock.acquire(blocking=False)  # `close` takes the same
    if taken:
        bridge._lock.release()
    go.set()
    bridge.settle()
    assert not taken
    assert asker.got == ["answer"]
