"""The compiled kernels as a module: sound when something is wrong, the same when built again."""

import logging
import sys
import threading

import numpy as np
import pytest
import wasmtime

from app.model import Level
from maps.kernels import Choice
from maps.kernels.compiled import Fast
from maps.kernels.machine import WASM, Compiled, Machine
from maps.kernels.point_jobs import _DENSITY
from maps.kernels.values import Line, Mesh, Paint, Place
from maps.viewport import Viewport


def test_a_job_that_leaves_its_memory_is_stopped_and_harms_nothing():
    machine = Machine(Compiled())
    machine.begin()
    where = machine.zeros("mask", 100)
    job = _DENSITY.pack(0x7FFFFFF0, 0, 1000, 4, 10, 10, 0x7FFFFFF0, *[0.0] * 6)
    with pytest.raises(wasmtime.Trap):
        machine.call("density", job)
    assert machine.zeros("mask", 100) == where  # given back, and made zero anew


def test_more_crossings_than_there_was_room_for_are_found_all_the_same(division, plain):
    view = Viewport(*division.topology.origin, 120.0, 640, 480)
    place = Place.of(view, division.topology.origin)
    mesh, fast = division.topology.level(Level.GRID).lines(120.0), Fast()
    fast._own.crossings = 10
    assert np.array_equal(fast.runs(mesh, place).start, plain.runs(mesh, place).start)


def test_more_pieces_of_lines_than_there_was_room_for_are_drawn_all_the_same(division, plain):
    view = Viewport(*division.topology.origin, 120.0, 640, 480)
    place = Place.of(view, division.topology.origin)
    mesh, fast = division.topology.level(Level.GRID).lines(120.0), Fast()
    line = Line(mesh, place, -1, 0xFFFFFFFF, 1.0)
    runs, paint = plain.runs(mesh, place), Paint(np.full(1000, 0xFF336699, np.uint32))
    drawn = plain.picture(runs, paint, 0, [(line, line)])
    covers = plain.covers((line,), place)
    for ask in (
        lambda: fast.picture(runs, paint, 0, [(line, line)]),
        lambda: fast.covers((line,), place),
    ):
        fast._own.pieces = 10
        found = ask()
        if isinstance(found, tuple):
            assert np.array_equal(found[0].parts, covers[0].parts)
        else:
            assert np.array_equal(found[:, : view.width], drawn[:, : view.width])
        assert fast._own.pieces > 10


def test_after_a_picture_that_fills_memory_a_new_one_is_begun(division, fast, monkeypatch):
    from maps.kernels import compiled

    place = Place.of(Viewport(*division.topology.origin, 60.0, 200, 100), division.topology.origin)
    mesh = division.topology.level(Level.TOWN).lines(60.0)
    before = fast.runs(mesh, place)
    monkeypatch.setattr(compiled, "_LARGE", 0)
    machine = fast._own.machine
    assert np.array_equal(fast.runs(mesh, place).start, before.start)
    assert fast._own.machine is not machine


def test_a_map_without_lines_is_all_outside(plain, fast):
    none = np.zeros(0, np.int32)
    mesh = Mesh(
        xy=np.zeros((0, 2), np.float32),
        first=np.zeros(1, np.int32),
        left=none,
        right=none,
        rank=np.zeros(0, np.int8),
        box=np.zeros((0, 4), np.float32),
    )
    place = Place.of(Viewport(0, 0, 1, 50, 30), (0, 0))
    for kernels in (plain, fast):
        assert kernels.runs(mesh, place).unit.tolist() == [-1] * 30


def test_many_meshes_are_kept_and_forgotten_without_harm(division, plain, fast):
    view = Viewport(*division.topology.origin, 60.0, 200, 100)
    place = Place.of(view, division.topology.origin)
    mesh = division.topology.level(Level.TOWN).lines(60.0)
    wide = np.zeros((700_000, 2), np.float32)
    for _ in range(8):
        again = Mesh(
            np.concatenate([mesh.xy, wide]), mesh.first, mesh.left, mesh.right, mesh.rank, mesh.box
        )
        assert np.array_equal(fast.runs(again, place).unit, plain.runs(mesh, place).unit)


def test_threads_may_ask_at_the_same_time(division, plain, fast):
    view = Viewport(*division.topology.origin, 60.0, 200, 100)
    place = Place.of(view, division.topology.origin)
    meshes = [division.topology.level(level).lines(60.0) for level in Level]
    found = {}

    def ask(k):
        found[k] = fast.runs(meshes[k], place)

    threads = [threading.Thread(target=ask, args=(k,)) for k in range(len(meshes))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for k, mesh in enumerate(meshes):
        assert np.array_equal(found[k].start, plain.runs(mesh, place).start)


def test_compiled_kernels_are_chosen_once_they_are_loaded():
    choice = Choice()
    assert choice.now().name == "numpy"
    assert choice.load().name == choice.now().name == "wasm"
    choice.unload()
    assert choice.now().name == "numpy"


def test_without_wasmtime_numpy_stays_and_that_is_told_once(monkeypatch, caplog):
    monkeypatch.setitem(sys.modules, "maps.kernels.compiled", None)
    choice = Choice()
    with caplog.at_level(logging.WARNING):
        assert [choice.load().name for _ in range(3)] == ["numpy"] * 3
    assert len(caplog.records) == 1


def test_the_module_is_what_its_source_gives(tmp_path):
    pytest.importorskip("ziglang", reason="needs the group kernels: a C compiler")
    from maps.kernels.build import compile_to

    compile_to(tmp_path / "again.wasm")
    assert (tmp_path / "again.wasm").read_bytes() == WASM.read_bytes()
