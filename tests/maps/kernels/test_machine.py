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
from maps.kernels.machine import WASM, Compiled, Job, Machine
from maps.kernels.values import Mesh, Place
from maps.viewport import Viewport


def test_a_job_that_leaves_its_memory_is_stopped_and_harms_nothing():
    machine = Machine(Compiled())
    machine.begin()
    with pytest.raises(wasmtime.Trap):
        machine.call("density", Job().add("i", 0x7FFFFFF0, 0, 1000, 4, 10, 10, 0x7FFFFFF0, 0))


def test_fields_of_a_job_lie_as_c_lays_them():
    assert Job().add("i", 1).add("d", 2.0).add("f", 3.0).bytes().size == 24
    assert Job().add("i", -1, 0xFFFFFFFF).bytes().tolist() == [255] * 8


def test_more_crossings_than_there_was_room_for_are_found_all_the_same(division, plain):
    view = Viewport(*division.topology.origin, 120.0, 640, 480)
    place = Place.of(view, division.topology.origin)
    mesh, fast = division.topology.level(Level.GRID).lines(120.0), Fast()
    for machine in fast._machines:
        machine.crossings = 10
    assert np.array_equal(fast.runs(mesh, place).start, plain.runs(mesh, place).start)


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


def test_what_was_asked_wrongly_is_raised_by_who_asked(fast):
    with pytest.raises(ZeroDivisionError):
        fast._bands(Place((1, 0, 0, 0, -1, 0), 10, 10), lambda band: 1 // 0)


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
