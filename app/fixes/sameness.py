"""Whether two fixes are one fix that was heard twice."""

from datetime import timedelta

from app.model import Fix

ROUNDED = timedelta(seconds=1)
ROUNDED_DEG = 5e-5
"""What formats round off: JT/T 808 to whole seconds, RDSS to 0.1 seconds of arc (3 m)."""


def same(fix: Fix, known: Fix) -> bool:
    """One fix: to the last digit from one source, to what formats round off from two."""
    if fix.terminal != known.terminal:
        return False
    if fix.source == known.source:
        return (fix.fix_time, fix.lon, fix.lat) == (known.fix_time, known.lon, known.lat)
    return (
        abs(fix.fix_time - known.fix_time) < ROUNDED
        and abs(fix.lon - known.lon) <= ROUNDED_DEG
        and abs(fix.lat - known.lat) <= ROUNDED_DEG
    )
