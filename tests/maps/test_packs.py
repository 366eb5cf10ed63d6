"""Packs there and back, damaged ones, and the folder they are unpacked to."""

import shutil
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from maps.cache import whole
from maps.editions import pack_bytes
from maps.hierarchy import open_hierarchy
from maps.packs import MAGIC, PackError, dumps, loads, payload
from maps.topology import Topology

TODAY = date(2026, 11, 23)


def test_a_pack_read_and_written_is_the_same():
    pack = loads(pack_bytes("2025"))
    again = loads(dumps(pack))
    assert payload(again) == payload(pack)
    for name in ("points_e7", "first", "left", "right", "grid_parent", "town_centres_e7"):
        assert np.array_equal(getattr(again, name), getattr(pack, name)), name


@pytest.mark.parametrize(
    "data",
    [b"", b"YUTU", MAGIC, MAGIC + b"not xz", b"PK\x03\x04" + bytes(100)],
)
def test_what_is_no_pack_is_refused(data):
    with pytest.raises(PackError):
        loads(data)


@given(at=st.integers(len(MAGIC), 1_000_000), flip=st.integers(1, 255))
def test_one_byte_changed_is_noticed(at, flip):
    data = bytearray(pack_bytes("2023"))
    data[at] ^= flip
    with pytest.raises(PackError):
        loads(bytes(data))


def test_a_short_pack_is_refused():
    with pytest.raises(PackError):
        loads(pack_bytes("2023")[:-1000])


@pytest.fixture
def own_cache(tmp_path, of_2025, cache):
    """A copy of the cache that may be spoilt."""
    (folder,) = cache.glob("2025-*")
    shutil.copytree(folder, tmp_path / folder.name)
    return tmp_path


def opened(cache, said=None):
    return open_hierarchy("2025", cache=cache, today=TODAY, progress=said)


def test_a_whole_cache_is_used_as_it_is(own_cache):
    (folder,) = own_cache.glob("2025-*")
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    heard = []
    hierarchy = opened(own_cache, lambda share, text: heard.append(share))
    assert hierarchy.place("500118").name == "永川区"
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    assert heard == [1.0]


def cut_short(folder):
    path = folder / "grid_edges.npy"
    path.write_bytes(path.read_bytes()[:1000])


def spoil_head(folder):
    path = folder / "left.npy"
    path.write_bytes(b"\0" * path.stat().st_size)


SPOILT = {
    "a file cut short": cut_short,
    "a file missing": lambda folder: (folder / "header.json").unlink(),
    "a file overwritten": spoil_head,
    "no manifest": lambda folder: (folder / "manifest.json").unlink(),
    "nothing but the folder": lambda folder: (shutil.rmtree(folder), folder.mkdir()),
}


@pytest.mark.parametrize("damage", SPOILT.values(), ids=SPOILT.keys())
def test_a_damaged_cache_is_made_again(own_cache, damage):
    (folder,) = own_cache.glob("2025-*")
    damage(folder)
    assert not whole(folder)
    shares = []
    hierarchy = opened(own_cache, lambda share, text: shares.append(share))
    assert hierarchy.locate(105.884372, 29.055477).places[1].name == "永川区"
    assert whole(folder)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert [path.name for path in own_cache.iterdir()] == [folder.name]


def test_the_borders_for_drawing_come_with_it(of_2025):
    assert isinstance(of_2025.topology, Topology)
