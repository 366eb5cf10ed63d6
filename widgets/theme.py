"""Night and day: tokens -> palette and style sheet. What the map draws with is maps.style."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from string import Template

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.model import Grade
from resources import path, read_text

THEMES = ("night", "day")
SIZES = {14: (12, 16), 13: (12, 15)}
"""Base size px -> (small, large); three sizes on any screen."""

_PICTURES = {"arrow": "down", "up": "up", "tick_off": "tick_off"}
"""Slot -> file of resources/styles, for both themes; each has a tick of its own."""

_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "window"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.Base, "panel"),
    (QPalette.ColorRole.AlternateBase, "panel"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.PlaceholderText, "dim"),
    (QPalette.ColorRole.Button, "button"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.BrightText, "selection_text"),
    (QPalette.ColorRole.Highlight, "selection"),
    (QPalette.ColorRole.HighlightedText, "selection_text"),
    (QPalette.ColorRole.ToolTipBase, "raised"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.Link, "focus"),
    (QPalette.ColorRole.LinkVisited, "focus"),
    (QPalette.ColorRole.Accent, "focus"),
    (QPalette.ColorRole.Light, "raised"),
    (QPalette.ColorRole.Midlight, "raised"),
    (QPalette.ColorRole.Mid, "line"),
    (QPalette.ColorRole.Dark, "line"),
    (QPalette.ColorRole.Shadow, "ground"),
)
_FAINT = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


@dataclass(frozen=True, slots=True)
class Theme:
    """The tokens of one theme. `colours`: name -> "#RRGGBB" or "#RRGGBBAA"."""

    name: str
    colours: Mapping[str, str]

    def colour(self, token: str) -> QColor:
        text = self.colours[token]
        colour = QColor(text[:7])
        if len(text) == 9:
            colour.setAlpha(int(text[7:], 16))
        return colour

    def grade(self, grade: Grade) -> QColor:
        """The fill of a grade's symbol: the same in both themes."""
        return self.colour(f"grade{grade.value}")

    def palette(self) -> QPalette:
        palette = QPalette()
        for role, token in _ROLES:
            palette.setColor(role, self.colour(token))
        for role in _FAINT:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("faint"))
        return palette

    def sheet(self, base_px: int) -> str:
        small_px, large_px = SIZES[base_px]
        sizes = {"base_px": base_px, "small_px": small_px, "large_px": large_px}
        files = {**_PICTURES, "tick": f"tick_{self.name}"}
        pictures = {slot: path(f"styles/{file}.png").as_posix() for slot, file in files.items()}
        whole = Template(read_text("styles/base.qss"))
        return whole.substitute(self.colours, **pictures, **sizes)


def load(name: str) -> Theme:
    """The theme "night" or "day". KeyError where there is none of that name."""
    if name not in THEMES:
        raise KeyError(name)
    return Theme(name, tomllib.loads(read_text(f"styles/{name}.toml"))["colours"])


_current = {"theme": load("night"), "base_px": 14}


def current() -> Theme:
    """The theme on the screen; widgets that paint by hand ask here whenever they paint."""
    theme = _current["theme"]
    assert isinstance(theme, Theme)
    return theme


def base_px() -> int:
    """The base font size of the screen in pixels: 14, or 13 on a laptop."""
    size = _current["base_px"]
    assert isinstance(size, int)
    return size


def apply(app: QApplication, name: str, *, size_px: int = 14) -> Theme:
    """Put a theme on the whole application; every widget gets a PaletteChange event."""
    theme = load(name)
    _current.update(theme=theme, base_px=size_px)
    font = app.font()
    font.setPixelSize(size_px)
    app.setFont(font)
    app.setPalette(theme.palette())
    app.setStyleSheet(theme.sheet(size_px))
    return theme


def change() -> Theme:
    """Night to day and back, at once and everywhere."""
    return _anew("day" if current().name == "night" else "night", base_px())


def fit(*, laptop: bool) -> None:
    """Smaller letters on a laptop."""
    px = min(SIZES) if laptop else max(SIZES)
    if px != base_px():
        _anew(current().name, px)


def _anew(name: str, size_px: int) -> Theme:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return apply(app, name, size_px=size_px)
