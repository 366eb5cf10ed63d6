"""Why a file cannot be a base map, or a part of it is not drawn."""

from enum import StrEnum


class Reason(StrEnum):
    """Codes; the words for them are the interface's."""

    GONE = "gone"
    UNREADABLE = "unreadable"
    UNKNOWN_FORM = "unknown_form"
    NO_TILES = "no_tiles"
    NO_FEATURES = "no_features"
    NO_CRS = "no_crs"
    NO_LIBRARY = "no_library"
    TOO_LARGE = "too_large"
    CANCELLED = "cancelled"
    BROKEN_TILE = "broken_tile"
    UNKNOWN_TILE = "unknown_tile"
    TOO_FAR = "too_far"


class BaseError(ValueError):
    """A base map that cannot be had: a reason, and a detail that is data."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.detail = detail
