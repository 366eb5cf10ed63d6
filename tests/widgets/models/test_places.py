"""The lazy tree of places."""

from widgets.models.places import CODE, PlacesModel

GRID = "500001001001001"


def test_it_keeps_qts_rules_while_it_grows(qtmodeltester, small_hierarchy):
    model = PlacesModel("500000", small_hierarchy)
    qtmodeltester.check(model)
    model.find(GRID)
    qtmodeltester.check(model)


def test_nothing_below_is_fetched_before_it_is_opened(small_hierarchy):
    asked = []

    class Watched:
        place = small_hierarchy.place
        chain_of = small_hierarchy.chain_of

        def children(self, code):
            asked.append(code)
            return small_hierarchy.children(code)

    model = PlacesModel("500000", Watched())
    city = model.index(0, 0)
    assert model.hasChildren(city)
    assert model.canFetchMore(city)
    assert asked == []
    model.fetchMore(city)
    assert model.rowCount(city) == 2
    assert asked == ["500000"]


def test_a_grid_is_found_with_the_way_down_to_it(small_hierarchy):
    model = PlacesModel("500000", small_hierarchy)
    index = model.find(GRID)
    assert index.data(CODE) == GRID
    assert not model.hasChildren(index)
    up = []
    while index.isValid():
        up.append(index.data(CODE))
        index = index.parent()
    assert up == [GRID, GRID[:12], GRID[:9], GRID[:6], "500000"]
    assert not model.find("999999").isValid()


def test_counts_stand_beside_names_and_zero_is_empty(small_hierarchy):
    model = PlacesModel("500000", small_hierarchy)
    model.fetchMore(model.index(0, 0))
    said = []
    model.dataChanged.connect(lambda top, bottom: said.append(top.data(CODE)))
    model.put_counts({"500000": (3, 1), "500001": (3, 1), GRID: (3, 1)})
    assert sorted(said) == ["500000", "500001"]
    city = model.index(0, 0)
    assert [model.index(0, column).data() for column in range(3)] == ["重庆市", "3", "1"]
    east = model.index(1, 0, city)
    assert east.siblingAtColumn(1).data() == ""
    said.clear()
    model.put_counts({"500000": (3, 1), "500001": (2, 0)})
    assert said == ["500001"]


def test_an_unknown_root_is_an_empty_tree(small_hierarchy, qtmodeltester):
    model = PlacesModel("999999", small_hierarchy)
    qtmodeltester.check(model)
    assert model.rowCount() == 0
