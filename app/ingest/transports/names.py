"""Names of peers that have no number of their own, and how many peers a host has."""

from collections import Counter
from ipaddress import ip_address


class Names:
    """A second peer of the same name gets another, until the first has gone."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        name, count = wanted, 1
        while name in self._taken:
            count += 1
            name = f"{wanted}#{count}"
        self._taken.add(name)
        return name

    def give_back(self, name: str) -> None:
        self._taken.discard(name)


class Hosts:
    """Peers by host; `most` of each, but for this machine itself."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._peers: Counter[str] = Counter()

    def enter(self, host: str) -> bool:
        """One more of a host; False where it has as many as it may."""
        if self._peers[host] >= self._most and not is_own(host):
            return False
        self._peers[host] += 1
        return True

    def leave(self, host: str) -> None:
        self._peers[host] -= 1
        if not self._peers[host]:
            del self._peers[host]


def is_own(host: str) -> bool:
    """Whether an address is this machine's loopback; a name never is."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
