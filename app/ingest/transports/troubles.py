"""Why a source does not work: a phrase that a screen can translate, and the system's own words."""

import errno
import socket
from collections.abc import Mapping

ABSENT = "pyserial is not installed"

TROUBLES: Mapping[int, str] = {
    errno.EADDRINUSE: "address in use",
    errno.EADDRNOTAVAIL: "not an address of this machine",
    errno.EACCES: "not permitted",
    errno.EPERM: "not permitted",
    errno.ECONNREFUSED: "connection refused",
    errno.ECONNRESET: "hung up",
    errno.ETIMEDOUT: "timed out",
    errno.EHOSTUNREACH: "unreachable",
    errno.ENETUNREACH: "unreachable",
    errno.ENOENT: "not there",
    errno.ENODEV: "not there",
    errno.ENXIO: "not there",
    errno.EBUSY: "in use",
    errno.EIO: "unplugged",
    errno.EMFILE: "too many open files",
}
"""By number of the system's error."""

OTHER = "failed"
"""Of all that has no phrase."""

PHRASES = frozenset({*TROUBLES.values(), OTHER, ABSENT, "name not found"})


def trouble_of(error: BaseException) -> str:
    """ "address in use: [Errno 98] …"; what the system says may be in any language."""
    text = str(error)
    if text == ABSENT:
        return ABSENT
    return f"{_phrase(error)}: {text}" if text else _phrase(error)


def _phrase(error: BaseException) -> str:
    if isinstance(error, socket.gaierror):
        return "name not found"
    if isinstance(error, ConnectionError) and error.errno is None:
        return TROUBLES[errno.ECONNRESET]
    if isinstance(error, TimeoutError):
        return TROUBLES[errno.ETIMEDOUT]
    number = getattr(error, "errno", None)
    return TROUBLES.get(number, OTHER) if isinstance(number, int) else OTHER
