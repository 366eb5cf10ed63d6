"""Papers and what is wanted of a page. Qt-free.

Lengths are millimetres, or pixels of 1/96 inch: the unit in which the whole map is drawn.
"""

from dataclasses import dataclass
from types import MappingProxyType

PX_PER_INCH = 96.0
PX_PER_MM = PX_PER_INCH / 25.4
LEAST_DPI, MOST_DPI = 96, 600
LEAST_MARGIN_MM, MOST_MARGIN_MM = 5.0, 40.0
LEAST_DENOMINATOR, MOST_DENOMINATOR = 200, 5_000_000


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet standing upright, in millimetres (ISO 216)."""

    width_mm: float
    height_mm: float

    def size_px(self, *, landscape: bool) -> tuple[float, float]:
        """Width and height in pixels of 1/96 inch."""
        sides = self.width_mm * PX_PER_MM, self.height_mm * PX_PER_MM
        return (sides[1], sides[0]) if landscape else sides


PAPERS: MappingProxyType[str, Paper] = MappingProxyType(
    {"A4": Paper(210.0, 297.0), "A3": Paper(297.0, 420.0)}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What a person wants of a page. `denominator`: the n of 1:n, None to fit what is in view.

    Values beyond what a page can bear are brought within it, never refused.
    """

    paper: str = "A4"
    landscape: bool = True
    margin_mm: float = 10.0
    denominator: float | None = None
    legend: bool = True
    scale_bar: bool = True
    north: bool = True
    graticule: bool = False
    theme: str = "day"

    @property
    def size_px(self) -> tuple[float, float]:
        """KeyError for a paper that is not in PAPERS."""
        return PAPERS[self.paper].size_px(landscape=self.landscape)

    @property
    def margin_px(self) -> float:
        return min(max(self.margin_mm, LEAST_MARGIN_MM), MOST_MARGIN_MM) * PX_PER_MM


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What is written about the map: under its title, and at the foot of the page.

    `proof`: the ledger's number and hash at that moment, and when the page was made.
    """

    title: str
    subtitle: str = ""
    proof: str = ""
