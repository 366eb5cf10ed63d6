"""`bench store`: appending, folding, proving and opening a desk of many cases."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlite_utils import Database

from app.bench import Peer, measure
from app.clock import frozen
from app.store import Store, Transaction, bench_past, projection, queries
from app.store.bench_cases import NOW, a_case
from app.store.codec import canonical
from app.store.opening import NAME
from app.store.verify import verify

CASES = 100_000
OPEN = 2_000
BULK = 1_000


def bench(cases: int = CASES) -> Iterator[dict[str, Any]]:
    """Every figure of the store, as rows of `app.bench`; `cases` is the size of the large desk."""
    with TemporaryDirectory(prefix="yutu-bench-") as name:
        yield from appending(Path(name))
        yield from large(Path(name) / "large", cases=cases)
        yield from bench_past.rows(Path(name) / "past", cases=cases)


def appending(folder: Path) -> Iterator[dict[str, Any]]:
    """Entries a second with every commit on disk: one by one, and a hundred at a time."""
    store = _open(folder / "ours")
    numbers = count()
    try:
        yield measure(
            "append, 1 entry a commit",
            "entries/s:100",
            lambda: _write(store, numbers, 1, times=100),
            5,
            peer=Peer(name="sqlite-utils upsert", fn=_peer_upsert(folder / "upsert.db", numbers)),
            warm=1,
        )
        yield measure(
            "append, 100 entries a commit",
            "entries/s:1000",
            lambda: _write(store, numbers, 100, times=10),
            5,
            peer=Peer(name="sqlite3, a commit a row", fn=_peer_naive(folder / "x.db", numbers)),
            warm=1,
        )
        yield measure(
            "append, 100 acts waiting together",
            "entries/s:100",
            lambda: _wait([_submit(store, numbers, 1) for _ in range(100)]),
            5,
            warm=1,
        )
    finally:
        store.close()


def large(folder: Path, *, cases: int = CASES) -> Iterator[dict[str, Any]]:
    """A desk of many closed and some open cases: how big, how fast it opens, answers, proves."""
    unit = f"entries/s:{cases + OPEN}"
    if not (folder / NAME).exists():
        yield measure(f"import {cases} cases", unit, lambda: fill(folder, cases), 1, warm=0)
    size = round((folder / NAME).stat().st_size / 1e6, 1)
    same = dict.fromkeys(("median", "p95", "max"), size)
    yield {"work": "size of the file", "unit": "MB", "n": 1, **same, "peer": None, "ratio": None}
    yield measure("open and close a desk", "ms", lambda: _open(folder).close(), 9, warm=0)
    yield from _answers(folder)
    yield measure("verify", unit, lambda: verify(folder), 1, warm=0)
    yield measure("rebuild", unit, lambda: _rebuild(folder), 1, warm=0)


def fill(folder: Path, cases: int) -> None:
    """Import the cases, oldest first, then those that are open."""
    store = _open(folder)
    drafts = (a_case(n, state="E9" if n < cases else "E5") for n in range(cases + OPEN))
    try:
        while some := [draft for _, draft in zip(range(BULK), drafts, strict=False)]:
            store.submit(partial(Transaction.append, drafts=some)).result()
    finally:
        store.close()


def _answers(folder: Path) -> Iterator[dict[str, Any]]:
    """The questions that a window asks when it opens, and a search."""
    store = _open(folder)
    questions: tuple[tuple[Callable[..., object], tuple[object, ...]], ...] = (
        (queries.place_counts, ()),
        (queries.counters, ()),
        (queries.open_cases, ()),
        (queries.entries, ()),
        (queries.find_cases, ("塌陷", 50)),
        (queries.find_cases, ("H-0000777", 50)),
        (queries.find_cases, ("没有这样的", 50)),
    )
    try:
        for question, values in questions:
            said = f"{question.__name__} {' '.join(map(str, values))}".strip()
            yield measure(said, "ms", partial(_ask, store, question, values), 20)
    finally:
        store.close()


def _open(folder: Path) -> Store:
    return Store(folder, clock=frozen(NOW), committed=lambda changes: None)


def _submit(store: Store, numbers: Iterator[int], many: int) -> Future[Any]:
    drafts = [a_case(next(numbers)) for _ in range(many)]
    return store.submit(lambda transaction: transaction.append(drafts))


def _write(store: Store, numbers: Iterator[int], many: int, *, times: int) -> None:
    """Commits one after the other, each waited for."""
    for _ in range(times):
        _submit(store, numbers, many).result()


def _ask(store: Store, question: Callable[..., object], values: tuple[object, ...]) -> object:
    return store.ask(question, *values).result()


def _wait(jobs: list[Future[Any]]) -> None:
    for job in jobs:
        job.result()


def _rebuild(folder: Path) -> None:
    with closing(sqlite3.connect(folder / NAME, isolation_level=None)) as db:
        db.execute("BEGIN IMMEDIATE")
        projection.rebuild(db)
        db.execute("COMMIT")


def _peer_upsert(path: Path, numbers: Iterator[int]) -> Callable[[], None]:
    """sqlite-utils as it comes: one upsert, one commit, no chain, WAL and FULL like ours."""

    def run() -> None:
        db = Database(path)
        db.enable_wal()
        db.execute("PRAGMA synchronous = FULL")
        for number in range(100):
            body = next(iter(a_case(next(numbers)).after.values()))
            flat = {"id": body["id"], "number": number, "body": canonical(body)}
            db.table("cases").upsert(flat, pk="id")
        db.close()

    return run


def _peer_naive(path: Path, numbers: Iterator[int]) -> Callable[[], None]:
    """The sqlite3 module with a commit for every row, no chain, WAL and FULL like ours."""

    def run() -> None:
        with closing(sqlite3.connect(path)) as db:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = FULL")
            db.execute("CREATE TABLE IF NOT EXISTS cases (id TEXT PRIMARY KEY, body TEXT)")
            for _ in range(1_000):
                body = next(iter(a_case(next(numbers)).after.values()))
                db.execute(
                    "INSERT OR REPLACE INTO cases VALUES (?, ?)", (body["id"], canonical(body))
                )
                db.commit()

    return run
