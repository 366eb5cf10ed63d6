"""The console's lock: codes made and tried, and how long one waits after a wrong try. Pure.

A code is kept as scrypt of it (RFC 7914: N 2^14, r 8, p 1) under a salt of its own.
"""

import hashlib
import hmac
import unicodedata
from dataclasses import replace
from datetime import datetime, timedelta

from app.settings import Lock

SUBJECT = "desk:lock"
SHORTEST, LONGEST = 4, 64
"""Characters of an unlock code."""

WAIT, WAIT_MOST = timedelta(seconds=1), timedelta(seconds=30)
"""After the first wrong try, doubled by each further one, and never longer than the second."""

_N, _R, _P = 2**14, 8, 1
_MOST_DOUBLINGS = 10


def fit(code: str) -> bool:
    """Whether this may be an unlock code."""
    return SHORTEST <= len(code) <= LONGEST


def with_code(code: str, salt: bytes) -> Lock:
    """An open lock with a code. ValueError for one that is not `fit`."""
    if not fit(code):
        raise ValueError(f"an unlock code has {SHORTEST} to {LONGEST} characters")
    return Lock(salt=salt.hex(), key=_key(code, salt))


def opens(lock: Lock, code: str) -> bool:
    """Whether this is the code of the lock; takes some 50 ms, as it should."""
    try:
        salt = bytes.fromhex(lock.salt)
    except ValueError:
        return False
    return fit(code) and hmac.compare_digest(_key(code, salt).encode(), lock.key.encode())


def closed(lock: Lock, by: str, now: datetime) -> Lock:
    return replace(lock, since=now, by=by, tries=0, tried=None)


def opened(lock: Lock) -> Lock:
    return replace(lock, since=None, by="", tries=0, tried=None)


def missed(lock: Lock, now: datetime) -> Lock:
    """After a wrong try."""
    return replace(lock, tries=lock.tries + 1, tried=now)


def wait(lock: Lock, now: datetime) -> timedelta:
    """How long until the next try is heard; zero for at once, and where the clock went back."""
    if lock.tried is None or now < lock.tried:
        return timedelta(0)
    whole = min(WAIT_MOST, WAIT * 2 ** min(lock.tries - 1, _MOST_DOUBLINGS))
    return max(timedelta(0), lock.tried + whole - now)


def _key(code: str, salt: bytes) -> str:
    """One text gives one key however it was typed: accents joined or not."""
    text = unicodedata.normalize("NFC", code).encode("utf-8", "surrogatepass")
    return hashlib.scrypt(text, salt=salt, n=_N, r=_R, p=_P).hex()
