"""What a person wants to have made: the rows of the dialog's first choice, and a filled-in wish."""

from dataclasses import dataclass, field
from types import MappingProxyType

from maps.printing.limits import TooLarge, too_large
from maps.printing.page import page
from maps.printing.papers import Layout, Words
from maps.printing.pictures import size_of
from maps.printing.sheet import Sheet, bare
from maps.printing.shown import Shown
from widgets.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Output:
    """`form`: the format; `paged`: with layout."""

    id: str
    form: str
    paged: bool
    title: str


OUTPUTS: tuple[Output, ...] = (
    Output("map_png", "png", False, QT_TRANSLATE_NOOP("export", "地图图片 PNG（所见范围）")),
    Output("page_pdf", "pdf", True, QT_TRANSLATE_NOOP("export", "页面 PDF（矢量）")),
    Output("page_svg", "svg", True, QT_TRANSLATE_NOOP("export", "页面 SVG（矢量）")),
    Output("page_png", "png", True, QT_TRANSLATE_NOOP("export", "页面图片 PNG")),
)
BY_ID = MappingProxyType({output.id: output for output in OUTPUTS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """`dpr`: dots a pixel of 1/96 inch. The layout concerns pages alone."""

    output: Output = BY_ID["map_png"]
    dpr: float = 1.0
    layout: Layout = field(default_factory=Layout)

    def sheet(self, shown: Shown, words: Words) -> Sheet:
        """The sheet to draw."""
        return page(shown, self.layout, words) if self.output.paged else bare(shown)

    def size(self, shown: Shown) -> tuple[int, int]:
        """Dots across and down; of a page as lines, those of its ground."""
        sheet = self.sheet(shown, Words(title=""))
        if self.output.form == "png":
            return size_of(sheet, self.dpr)
        return round(sheet.frame.width * self.dpr), round(sheet.frame.height * self.dpr)

    def too_large(self, shown: Shown) -> TooLarge | None:
        return too_large(*self.size(shown), self.output.form)
