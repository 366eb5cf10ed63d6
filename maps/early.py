"""Makes Qt's enums before any thread but the GUI's draws: imported for that alone.

PySide 6.11 makes an enum where it is first used. Where two threads do so at the same moment, each
for an enum of its own, the interpreter crashes (seen in about one of three first paints).
"""

from PySide6.QtCore import QIODevice, Qt
from PySide6.QtGui import QFont, QGradient, QImage, QPainter, QPalette, QTransform

ENUMS = (
    QFont.Capitalization,
    QFont.HintingPreference,
    QFont.SpacingType,
    QFont.Style,
    QFont.StyleStrategy,
    QFont.Weight,
    QGradient.CoordinateMode,  # QPainter.fillRect asks for them, whatever it is given
    QGradient.InterpolationMode,
    QGradient.Preset,
    QGradient.Spread,
    QGradient.Type,
    QIODevice.OpenModeFlag,
    QImage.Format,
    QPainter.CompositionMode,
    QPainter.RenderHint,
    QPalette.ColorGroup,
    QPalette.ColorRole,
    QTransform.TransformationType,
    Qt.AlignmentFlag,
    Qt.AspectRatioMode,
    Qt.BGMode,
    Qt.BrushStyle,
    Qt.ClipOperation,
    Qt.FillRule,
    Qt.GlobalColor,
    Qt.ImageConversionFlag,
    Qt.Orientation,
    Qt.PenCapStyle,
    Qt.PenJoinStyle,
    Qt.PenStyle,
    Qt.TextElideMode,
    Qt.TextFlag,
    Qt.TransformationMode,
)
