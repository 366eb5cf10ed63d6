"""Who may speak to an opened listener: addresses and networks, IPv4 and IPv6."""

from collections.abc import Sequence
from functools import lru_cache
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network


def plain_address(host: str) -> Address | None:
    """An address without its zone, IPv4 within IPv6 as IPv4; None where it is none."""
    try:
        address = ip_address(host.partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def network_of(text: str) -> Network | None:
    """ "10.8.0.0/16", "fd00::/8" or one address; None where it is none or has bits to the right."""
    try:
        return ip_network(text.strip())
    except ValueError:
        return None


class AllowList:
    """An empty list lets nobody in."""

    def __init__(self, rows: Sequence[str]) -> None:
        self._networks = tuple(net for net in map(network_of, rows) if net is not None)
        self._allowed = lru_cache(maxsize=4096)(self._look)

    def allows(self, host: str) -> bool:
        return self._allowed(host)

    def _look(self, host: str) -> bool:
        address = plain_address(host)
        return address is not None and any(
            address.version == net.version and address in net for net in self._networks
        )
