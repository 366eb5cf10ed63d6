"""Rows of the tables as values, for the questions beside this file."""

from typing import Any, TypeVar

from app.store.codec import value_of
from app.store.store import Reader

T = TypeVar("T")


def one(reader: Reader, table: str, ident: str, kind: type[T]) -> T | None:
    """The object of a table with an id, or None."""
    row = reader.db.execute(f"SELECT body FROM {table} WHERE id = ?", (ident,)).fetchone()
    return value_of(row[0], kind) if row else None


def all_of(reader: Reader, kind: type[T], sql: str, *values: Any) -> list[T]:
    """The objects of a statement that selects bodies; what varies is bound, never written in."""
    return [value_of(body, kind) for (body,) in reader.db.execute(sql, values)]
