"""Where something is, in the short names of a desk: 永川·朱沱, 永川·朱沱·港桥社区."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from widgets.models.column import Context

_ENDINGS = ("街道", "新区", "区", "县", "镇", "乡")
_COUNCILS = ("村民委员会", "居民委员会", "村委会", "居委会")


def short(name: str) -> str:
    """A name without the kind of place it is: 永川, 朱沱, 彭水; never less than two characters."""
    plain = re.sub("(..)(?:..?族)+自治县$", r"\1", name)
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 2 and plain != "两江新区":
            return plain.removesuffix(ending)
    return plain


def short_village(name: str) -> str:
    """A village without its council: 希望村, 港桥社区."""
    for ending in _COUNCILS:
        if name.endswith(ending) and len(name) - len(ending) >= 2:
            return name.removesuffix(ending)
    return name


def nowhere() -> str:
    return QCoreApplication.translate("columns", "域外或无定位")


def where(chain: Sequence[str], context: Context) -> str:
    """District and town of a chain; the city where it is no finer; 域外 where it is empty."""
    if not chain:
        return nowhere()
    names = [short(context.place(code)) for code in chain[1:3]] or [context.place(chain[0])]
    return "·".join(names)


def whereabouts(chain: Sequence[str], context: Context) -> str:
    """District, town and village of a chain, as fine as it is."""
    village = [short_village(context.place(code)) for code in chain[3:4]]
    return "·".join([where(chain, context), *village])


def whole_chain(chain: Sequence[str], context: Context) -> str:
    """All names of a chain in full, from the city down."""
    return " › ".join(context.place(code) for code in chain) if chain else nowhere()
