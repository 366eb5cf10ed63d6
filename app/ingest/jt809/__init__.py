"""JT/T 809: what one platform tells another about its vehicles, read from a log of the link."""

from app.ingest.jt809.frame import Damage, Frame, build, cut, parse
from app.ingest.jt809.positions import exchange_body, read_frame

__all__ = ["Damage", "Frame", "build", "cut", "exchange_body", "parse", "read_frame"]
