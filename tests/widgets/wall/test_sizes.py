"""Letters of a wall are as large as eyes at that distance need, or it says that they are not."""

import pytest

from widgets.wall.sizes import INK, arcmin, least_mm, letters, pitch_mm

UHD = (3840, 2160)


@pytest.mark.parametrize(
    ("px", "pitch", "distance_m", "expected"),
    [
        (14, 0.2767, 0.6, 22.2),
        (13, 0.2264, 0.5, 20.2),
        (30, 1.2, 6.0, 20.6),
        (48, 0.317, 4.0, 13.1),
    ],
)
def test_the_angle_is_that_of_the_paper_on_conventions(px, pitch, distance_m, expected):
    assert arcmin(px * pitch, distance_m) == pytest.approx(expected, abs=0.05)


@pytest.mark.parametrize("distance_m", [0.5, 4.0, 50.0])
def test_the_least_height_has_the_least_angle(distance_m):
    assert arcmin(least_mm(distance_m), distance_m) == pytest.approx(20.0)


def test_on_55_inches_from_four_metres_letters_have_at_least_80_pixels():
    found = letters(4.0, pitch_mm(UHD, 55.0, (0, 0)), 2160)
    assert 80 <= found.px <= 90
    assert found.enough
    assert found.angle_arcmin >= 20.0
    assert arcmin(found.px * 0.757 * pitch_mm(UHD, 55.0, (0, 0)), 4.0) > 16  # figures


def test_a_screen_that_is_too_small_says_from_where_it_can_be_read():
    found = letters(6.0, pitch_mm((1920, 1080), 24.0, (0, 0)), 1080)
    assert not found.enough
    assert found.px == 1080 // 24
    assert arcmin(found.px * INK * pitch_mm((1920, 1080), 24.0, (0, 0)), found.reach_m) == (
        pytest.approx(20.0, abs=0.01)
    )


@pytest.mark.parametrize(
    ("diagonal_in", "told_mm", "expected"),
    [
        (55.0, (1, 1), 0.317),
        (0.0, (1210.0, 680.0), 0.315),
        (0.0, (0.0, 0.0), 0.3),
        (0.0, (900_000.0, 900_000.0), 0.3),
    ],
)
def test_the_pitch_is_set_or_told_or_the_usual(diagonal_in, told_mm, expected):
    assert pitch_mm(UHD, diagonal_in, told_mm) == pytest.approx(expected, abs=0.002)
