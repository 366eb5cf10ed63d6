"""What drawings on the map are asked for: radii and a speed, a distance."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from maps.drawing import Rings
from widgets import distances
from widgets.dialogs.ask import AskDialog


def rings(now: Rings, parent: QWidget) -> AskDialog:
    """Gives "radii" in metres and "speed" in km/h."""
    km = ", ".join(f"{metres / 1000:g}" for metres in now.radii_m)
    radii = QCoreApplication.translate("charting", "半径（km，一至六个）")
    speed = QCoreApplication.translate("charting", "估算速度（km/h）")
    return AskDialog(
        QCoreApplication.translate("charting", "半径圈"),
        (
            ("radii", radii, km, distances.radii_m),
            ("speed", speed, f"{now.speed_kmh:g}", distances.speed_kmh),
        ),
        about=QCoreApplication.translate(
            "charting", "到达时间按直线距离和这个速度估算，不含道路、地形和出动准备"
        ),
        parent=parent,
    )


def buffer(now_m: float, label: str, parent: QWidget) -> AskDialog:
    """Gives "distance" in metres."""
    distance = QCoreApplication.translate("charting", "距离（米，可写 2 km）")
    return AskDialog(
        QCoreApplication.translate("charting", "缓冲 %1").replace("%1", label).strip(),
        (("distance", distance, f"{now_m:g}", distances.distance_m),),
        about=QCoreApplication.translate(
            "charting",
            "GRS80 椭球；线和面在以其中心为原点的横轴墨卡托平面上计算，误差随结果说明",
        ),
        parent=parent,
    )
