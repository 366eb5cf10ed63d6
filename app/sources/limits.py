"""Bounds for each peer of a source: how many there may be, how fast, and how long they may wait."""

from dataclasses import dataclass
from typing import Annotated

import msgspec

Count = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
Rate = Annotated[float, msgspec.Meta(ge=1, le=1_000_000)]
Seconds = Annotated[float, msgspec.Meta(ge=0.05, le=86_400)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one source takes from its peers.

    `connections`, `per_host`: peers altogether, and of one host; this machine itself is held to the
    first only, for it forwards and simulates. `messages_a_second`, `burst`: of one peer.
    `waiting`: messages of one peer that are not on disk yet. `first_s` and `noise`: time and bytes
    until a peer begins a frame or a line. `quiet_s`: silence after which it is gone (terminals send
    a heartbeat within minutes). `reply_s`: how long it may leave replies unread. `epoch_s`: a
    receiver's pause that ends an epoch. `newcomers`: unknown terminals of a host in an hour.
    """

    connections: Count = 20_000
    per_host: Count = 1_000
    messages_a_second: Rate = 2_000.0
    burst: Rate = 4_000.0
    waiting: Count = 256
    first_s: Seconds = 60.0
    noise: Count = 8_192
    quiet_s: Seconds = 600.0
    reply_s: Seconds = 10.0
    epoch_s: Seconds = 0.4
    newcomers: Count = 1_000
