"""Plants 电厂: fuel, capacity, and three axes that are never mixed; every row with its source."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from app.catalogue import plants
from app.model import Commissioning, Plant
from widgets.bridge import Bridge
from widgets.models.plants import PLANTS
from widgets.panels.panel import Places
from widgets.panels.table_panel import TablePanel


class PlantsPanel(TablePanel[Plant]):
    """Those not yet in service first, then the largest; output stays unknown without telemetry."""

    plant_chosen = Signal(str)

    def __init__(
        self,
        bridge: Bridge | None = None,
        places: Places | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            PLANTS,
            key=lambda plant: plant.id,
            order=lambda plant: (
                plant.commissioning == Commissioning.CLOSED,
                plant.commissioning == Commissioning.IN_SERVICE,
                -(plant.capacity_mw or 0.0),
                plant.id,
            ),
            quiet=lambda plant: plant.commissioning == Commissioning.CLOSED,
            empty="",
            bridge=bridge,
            places=places,
            parent=parent,
        )
        self.view.set_empty(
            self.tr("目录中没有电厂。resources/catalogue/plants.csv 有行时列在这里")
        )
        self.view.chosen.connect(self.plant_chosen)

    @override
    def ask(self) -> None:
        if self.bridge is not None:
            self.put(plants())

    def select(self, plant: str) -> bool:
        return self.view.choose(plant)

    @override
    def said(self) -> str:
        rows = self.table.rows()
        serving = [plant for plant in rows if plant.commissioning == Commissioning.IN_SERVICE]
        total = sum(plant.capacity_mw or 0.0 for plant in serving)
        text = self.tr("%1 座，在役 %2 座 %3 MW；出力未接入遥测")
        text = text.replace("%1", str(len(rows))).replace("%2", str(len(serving)))
        return text.replace("%3", f"{total:,.0f}")
