"""When Python looks through its objects for what nobody uses: seldom, for it holds up the window.

Nearly everything goes by itself as soon as it is not used; only what refers to itself is left.
"""

import gc

_YOUNG, _OLDER, _OLDEST = 5_000, 200, 10
"""Objects more before the youngest are looked through (Python: 700), and how many such looks pass
before older ones are: a look through what a minute of positions leaves takes a frame's time."""


def settle() -> None:
    """What is there now stays, and is not looked through again; what comes later is, seldom."""
    gc.freeze()
    gc.set_threshold(_YOUNG, _OLDER, _OLDEST)
    gc.enable()
