"""The benches say JSON and nothing else; what they measure is not tested here."""

import subprocess
import sys
from pathlib import Path

from widgets import bench

HOME = Path(__file__).parents[2]


def test_a_name_that_is_none_is_said(capsys):
    assert not bench.run("moon", print)
    assert capsys.readouterr().out == ""


def test_what_the_start_measures_opens_a_window_and_says_nothing(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", bench._READY.format(str(tmp_path / "desk"))],
        cwd=HOME,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "desk" / "desk.db").exists()


def test_the_peer_says_nothing_either(tmp_path, capfd):
    bench._process(bench._BARE, tmp_path)
    assert capfd.readouterr() == ("", "")
