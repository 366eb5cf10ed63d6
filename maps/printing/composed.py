"""What lies over the ground of a sheet, laid out once: names, symbols, furniture."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF

from app.model import Level
from maps import furniture, legend
from maps.furniture import Piece
from maps.honesty import generated, sketchy_water
from maps.labels import Box, short_name
from maps.legend_parts import Row
from maps.placed import Placed
from maps.printing import strip
from maps.printing.progress import Progress
from maps.printing.sheet import Sheet
from maps.printing.shown import Shown
from maps.printing.written import moved
from maps.renderer import Frame, Request, Studio
from maps.symbols import Symbols

_MARGIN_PARTS, _LEAST_MARGIN = 8, 96  # about the map, as about the screen's: names stand alike


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A sheet with its names and furniture; boxes in pixels of its map."""

    sheet: Sheet
    symbols: Symbols
    names: tuple[Placed, ...]
    pieces: tuple[Piece, ...]
    legend: tuple[Row, ...] = ()

    @property
    def taken(self) -> tuple[Box, ...]:
        return tuple(piece.taken for piece in self.pieces)


def compose(sheet: Sheet, symbols: Symbols, progress: Progress) -> Composed:
    """Lay out a sheet. Any thread; `symbols` are those it will be drawn with."""
    shown, studio = sheet.shown, Studio()
    request = _request(shown)
    plain = studio.frame(replace(request, lettered=False))
    progress.check()
    pieces = _pieces(sheet, symbols, _trail(shown, plain))
    taken = tuple(piece.taken for piece in pieces)
    lettered = studio.frame(replace(request, taken=taken))
    progress.check()
    return Composed(
        sheet=sheet,
        symbols=symbols,
        names=_names(lettered, taken),
        pieces=tuple(pieces),
        legend=tuple(strip.rows_of(shown, symbols)) if sheet.legend else (),
    )


def _request(shown: Shown) -> Request:
    view = shown.viewport
    margins = (max(side // _MARGIN_PARTS, _LEAST_MARGIN) for side in (view.width, view.height))
    return Request(
        viewport=view.grown(*margins),
        view=view,
        dpr=1.0,
        level=shown.level,
        style=shown.style,
        division=shown.division,
        data=shown.data,
        stack=shown.stack,
        shelf=shown.shelf,
        shelved=shown.shelf.stamp if shown.shelf else 0,
        colouring=shown.colouring,
    )


def _names(frame: Frame, taken: tuple[Box, ...]) -> tuple[Placed, ...]:
    """In pixels of the map; those that are wholly in it and under nothing."""
    inner, view = frame.request.page.inner, frame.request.view
    found = (moved(name, -inner.x, -inner.y) for name in frame.names)
    return tuple(
        name
        for name in found
        if name.box.inside(view.width, view.height)
        and not any(name.box.touches(box) for box in taken)
    )


def _pieces(sheet: Sheet, symbols: Symbols, trail: tuple[str, ...]) -> list[Piece]:
    """The furniture that is wanted, and always the notes on what is drawn."""
    shown, view = sheet.shown, sheet.shown.viewport
    of_base = shown.shelf.attribution(view.metres_per_px) if shown.shelf else ()
    notes = furniture.Notes(
        generated=generated(shown.ground),
        sketchy_water=sketchy_water(shown.ground, shown.stack),
        attribution=furniture.credits_of(view, shown.attribution, of_base),
        trail=trail if "trail" in sheet.pieces else (),
    )
    found = [
        piece
        for piece in furniture.pieces(view, shown.style, notes)
        if piece.name in sheet.pieces or piece.name in ("note", "sources")
    ]
    if "legend" in sheet.pieces:
        rows = strip.rows_of(shown, symbols)
        corner = legend.piece(view, shown.style, rows, None)
        found += [corner] if corner else []
    return found


def _trail(shown: Shown, frame: Frame) -> tuple[str, ...]:
    """The places above the one in the middle; a grid is named itself."""
    if shown.division is None or frame.runs is None:
        return ()
    middle = QPointF(frame.viewport.width / 2, frame.viewport.height / 2)
    unit = frame.runs.unit_at(int(middle.x()), int(middle.y()))
    place = shown.division.place(shown.division.code_at(shown.level, unit)) if unit >= 0 else None
    names = [place.name] if place and place.level is Level.GRID else []
    while place is not None and place.parent is not None:
        place = shown.division.place(place.parent)
        names += [short_name(place.name)] if place else []
    return tuple(reversed(names))
