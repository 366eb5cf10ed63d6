"""The bootstrap's decisions, without installing anything."""

import importlib.util
import io
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_spec = importlib.util.spec_from_file_location("run", ROOT / "run.py")
run = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(run)


@pytest.fixture
def bare(monkeypatch):
    """A machine on which no library loads, no venv can be made and nobody is root."""
    monkeypatch.setattr(run.sys, "platform", "linux")
    monkeypatch.setattr(run, "_loads", lambda library: False)
    monkeypatch.setattr(run.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(run.sys, "stdin", io.StringIO())
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


def test_missing_packages_are_named_with_venv_first(bare):
    packages = run.missing_packages(window=True)
    assert packages[0] == "python3-venv"
    assert {"libegl1", "libxcb-cursor0"} <= set(packages)
    assert "libxcb-cursor0" not in run.missing_packages(window=False)


def test_nothing_is_installed_without_a_yes(bare, capsys):
    with pytest.raises(run.SetupError, match=r"apt-get install .* libegl1"):
        run.install_packages(["libegl1"])
    assert "libegl1" in capsys.readouterr().out.splitlines()[0]


def test_a_machine_without_a_display_is_told_so_in_one_line(bare, monkeypatch, capsys):
    monkeypatch.setattr(run, "set_up", lambda **_: None)
    assert run.main([]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    assert "run.py shot" in lines[0]


@pytest.mark.parametrize(
    ("words", "dev", "window"),
    [
        ([], False, True),
        (["--theme", "day"], False, True),
        (["--help"], False, False),
        (["shot", "--list"], False, False),
        (["test"], True, False),
        (["check"], True, False),
    ],
)
def test_only_what_is_asked_for_is_set_up(monkeypatch, words, dev, window):
    asked = {}
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(run, "set_up", lambda **kwargs: asked.update(kwargs))
    monkeypatch.setattr(run, "_become", lambda command: 0)
    monkeypatch.setattr(run, "_check", lambda: 0)
    monkeypatch.chdir(ROOT)
    assert run.main(words) == 0
    assert asked == {"dev": dev, "window": window}


def test_a_changed_lock_file_makes_the_set_up_stale(monkeypatch, tmp_path):
    monkeypatch.setattr(run, "ROOT", tmp_path)
    (tmp_path / "uv.lock").write_text("one")
    before = run.stamp(dev=False, window=False)
    (tmp_path / "uv.lock").write_text("two")
    assert run.stamp(dev=False, window=False) != before


def test_the_bootstrap_needs_the_standard_library_alone():
    code = f"import runpy; runpy.run_path({str(ROOT / 'run.py')!r}, run_name='looked at')"
    done = subprocess.run([sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("words", "spread"),
    [
        ([], True),
        (["-q"], True),
        (["--whole"], True),
        (["tests/test_run.py"], False),
        (["-x", "tests/app"], False),
    ],
)
def test_only_the_whole_suite_runs_on_all_cores(words, spread):
    assert run.spread(words) == [*(run.ON_ALL_CORES if spread else ()), *words]
