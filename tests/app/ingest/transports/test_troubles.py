"""Why a source does not work, as a phrase that can be translated."""

import errno
import socket

import pytest

from app.ingest.transports.troubles import ABSENT, PHRASES, trouble_of

TROUBLES = (
    (OSError(errno.EADDRINUSE, "already in use"), "address in use: [Errno 98] already in use"),
    (ConnectionRefusedError(errno.ECONNREFUSED, "no"), "connection refused: [Errno 111] no"),
    (ConnectionError("the other side hung up"), "hung up: the other side hung up"),
    (TimeoutError(), "timed out"),
    (socket.gaierror(-2, "Name or service not known"), "name not found: [Errno -2] Name or"),
    (FileNotFoundError(errno.ENOENT, "No such file", "a"), "not there: [Errno 2] No such file"),
    (OSError("something else"), "failed: something else"),
    (OverflowError("port must be 0-65535."), "failed: port must be 0-65535."),
    (OSError(ABSENT), ABSENT),
)


@pytest.mark.parametrize(("error", "said"), TROUBLES, ids=[said for _, said in TROUBLES])
def test_an_error_begins_with_a_phrase_that_is_known(error, said):
    assert trouble_of(error).startswith(said)
    assert trouble_of(error).partition(": ")[0] in PHRASES
