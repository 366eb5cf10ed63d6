"""How the layers lie over one another on one map: a frozen value of states by name.

What the table of layers says holds where no state says otherwise. Layers change places only with
those of their own stage: what must be acted on is never put under the ground.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from app.settings import LayerState
from maps.layers.layer import Layer, Stage

L = TypeVar("L", bound=Layer[Any])


@dataclass(frozen=True, slots=True)
class Stack:
    """`states`: of every layer of the table, in its order."""

    states: tuple[tuple[str, LayerState], ...]

    @classmethod
    def of(cls, layers: Iterable[Layer[Any]]) -> "Stack":
        return cls(tuple((layer.name, LayerState(visible=layer.visible)) for layer in layers))

    def state(self, name: str) -> LayerState:
        """KeyError for a layer that is not there."""
        for known, state in self.states:
            if known == name:
                return state
        raise KeyError(name)

    def put(self, name: str, state: LayerState) -> "Stack":
        """The same with another state of one layer; KeyError for one that is not there."""
        self.state(name)
        return Stack(tuple((n, state if n == name else old) for n, old in self.states))

    def restored(self, states: Mapping[str, LayerState]) -> "Stack":
        """With the states that were kept; names that are not known are passed over."""
        return Stack(tuple((name, states.get(name, state)) for name, state in self.states))

    def showing(self, name: str, visible: bool) -> "Stack":
        return self.put(name, replace(self.state(name), visible=visible))

    @property
    def hidden(self) -> frozenset[str]:
        """Names of the layers that are switched off."""
        return frozenset(name for name, state in self.states if not state.visible)

    def opacity(self, name: str) -> float:
        return self.state(name).opacity

    def drawn(self, layers: Iterable[L], stage: Stage, metres_per_px: float) -> list[L]:
        """Those of a stage to draw at a scale, the lowest first."""
        mine = [layer for layer in layers if layer.stage is stage]
        return [layer for layer in self.ordered(mine) if self.shows(layer, metres_per_px)]

    def ordered(self, layers: Iterable[L]) -> list[L]:
        """As a person put them; those nobody moved stand as in the table."""
        rows = list(enumerate(layers))
        orders = {layer.name: self.state(layer.name).order for _, layer in rows}

        def place(row: tuple[int, L]) -> tuple[int, int]:
            order = orders[row[1].name]
            return (row[0] if order is None else order, row[0])

        return [layer for _, layer in sorted(rows, key=place)]

    def by_stage(self, layers: Iterable[L]) -> list[L]:
        """All of them as they are drawn one over the other, the lowest first."""
        table = list(layers)
        stages = list(dict.fromkeys(layer.stage for layer in table))
        groups = ([layer for layer in table if layer.stage is stage] for stage in stages)
        return [layer for group in groups for layer in self.ordered(group)]

    def moved(self, layers: Iterable[Layer[Any]], name: str, up: int) -> "Stack":
        """One layer so many places higher among those of its stage; the same at the end."""
        table = list(layers)
        stage = next(layer.stage for layer in table if layer.name == name)
        mine = [each.name for each in self.ordered(one for one in table if one.stage is stage)]
        at = mine.index(name)
        mine.insert(min(max(at + up, 0), len(mine) - 1), mine.pop(at))
        return self.in_order(table, mine)

    def in_order(self, layers: Iterable[Layer[Any]], names: Iterable[str]) -> "Stack":
        """The layers of each stage in the order in which `names` have them, the lowest first."""
        table, wanted = list(layers), list(names)
        stages = {layer.name: layer.stage for layer in table}
        orders: dict[str, int] = {}
        for stage in dict.fromkeys(stages[name] for name in wanted):
            mine = [name for name in wanted if stages[name] is stage]
            usual = [layer.name for layer in table if layer.stage is stage]
            if mine != usual:
                orders |= {name: place for place, name in enumerate(mine)}
        touched = {stages[name] for name in wanted}
        return Stack(
            tuple(
                (name, replace(state, order=orders.get(name)) if stages[name] in touched else state)
                for name, state in self.states
            )
        )

    def shows(self, layer: Layer[Any], metres_per_px: float) -> bool:
        """Switched on, not wholly transparent, and within its range of scales."""
        state = self.state(layer.name)
        if not state.visible or state.opacity <= 0:
            return False
        finer = layer.finer_than if state.finer_than is None else state.finer_than
        coarser = layer.coarser_than if state.coarser_than is None else state.coarser_than
        return coarser <= metres_per_px <= finer
