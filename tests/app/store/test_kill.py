"""kill -9 at any moment loses nothing that was acknowledged."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from app.store.verify import verify

ROOT = Path(__file__).resolve().parents[3]

LOAD = """
import sys
from pathlib import Path
from tests.app.store.builders import a_case, open_store
store = open_store(Path(sys.argv[1]))
print("ready", flush=True)
def acknowledge(done):
    print(done.result()[-1].seq, flush=True)
number = 0
while True:
    pending = []
    for _ in range(20):
        number += 1
        draft = a_case(f"C-{sys.argv[2]}-{number}")
        job = store.submit(lambda transaction, draft=draft: transaction.append([draft]))
        job.add_done_callback(acknowledge)
        pending.append(job)
    for job in pending:
        job.result()
"""


def killed_under_load(folder: Path, number: int, chance: random.Random) -> int:
    """Start a writer, kill it after some acknowledgements; the last entry it was promised."""
    with subprocess.Popen(
        [sys.executable, "-c", LOAD, str(folder), str(number)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        promised = 0
        for _ in range(chance.randrange(1, 150)):
            promised = int(process.stdout.readline())
        process.kill()
        rest = process.stdout.read().splitlines(keepends=True)
    return max([promised, *(int(line) for line in rest if line.endswith("\n"))])


def check(folder: Path, rounds: int) -> None:
    chance = random.Random(808)
    for number in range(rounds):
        promised = killed_under_load(folder, number, chance)
        report = verify(folder)
        assert report.ok, report.problems
        assert report.entries >= promised
        assert report.cases == report.entries


def test_nothing_acknowledged_is_lost_in_five_kills(tmp_path: Path):
    check(tmp_path, 5)


@pytest.mark.whole
def test_nothing_acknowledged_is_lost_in_twenty_five_kills(tmp_path: Path):
    check(tmp_path, 25)
