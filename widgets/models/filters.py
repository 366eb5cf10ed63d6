"""Tests in front of a table, made from what an officer typed or ticked; values only."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from app.model import Alert, AlertState, Case, Grade

Row = TypeVar("Row")
Test = Callable[[Row], bool]


def all_of(tests: Iterable[Test[Row] | None]) -> Test[Row] | None:
    """Passes what passes every test; None where there is no test at all."""
    kept = [test for test in tests if test is not None]
    return (lambda row: all(test(row) for test in kept)) if kept else None


def has_text(typed: str, said: Callable[[Row], Iterable[str]]) -> Test[Row] | None:
    """Every word of `typed` stands somewhere in what a row says; case does not matter."""
    wanted = typed.casefold().split()
    if not wanted:
        return None

    def test(row: Row) -> bool:
        text = "\n".join(said(row)).casefold()
        return all(word in text for word in wanted)

    return test


def in_place(code: str) -> Test[Case] | None:
    """Cases whose chain of places holds a code; all for an empty one."""
    return (lambda case: code in case.chain) if code else None


def of_grades(grades: frozenset[Grade]) -> Test[Case] | None:
    """Cases of these grades; all where none or every grade is asked for."""
    if not grades or grades == frozenset(Grade):
        return None
    return lambda case: case.grade in grades


def overdue_only(case: Case) -> bool:
    return case.overdue


def not_shelved(alert: Alert) -> bool:
    return alert.state != AlertState.SHELVED
