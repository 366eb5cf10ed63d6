"""What is kept of the neighbours that an error circle touches."""

from app.model import Chain, Level, Neighbour


def beside(level: Level, number: int) -> Neighbour:
    return Neighbour(code=f"{level}{number}", name="n", level=level, distance_m=float(number))


def test_of_hundreds_of_neighbours_the_nearest_of_each_level_are_kept():
    grids = [beside(Level.GRID, n) for n in reversed(range(300))]
    chain = Chain(edition="2025", near_border=(*grids, beside(Level.DISTRICT, 900)))
    assert [n.code for n in chain.beside] == ["1900", "40", "41"]
    assert chain.beside_more == 298


def test_few_neighbours_are_all_kept():
    chain = Chain(edition="2025", near_border=(beside(Level.TOWN, 1), beside(Level.GRID, 2)))
    assert chain.beside == chain.near_border
    assert chain.beside_more == 0
