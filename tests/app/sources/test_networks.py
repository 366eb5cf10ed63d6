"""Who may speak to an opened listener."""

import pytest

from app.sources.networks import AllowList, network_of, plain_address

ALLOWED = (
    ((), "10.0.0.1", False),
    (("10.0.0.0/8",), "10.200.3.4", True),
    (("10.0.0.0/8",), "11.0.0.1", False),
    (("10.0.0.0/8",), "127.0.0.1", False),
    (("10.0.0.0/8",), "::ffff:10.1.2.3", True),
    (("10.1.2.3",), "10.1.2.3", True),
    (("10.1.2.3",), "10.1.2.4", False),
    (("fd00::/8",), "fd12::7", True),
    (("fd00::/8",), "fe80::7", False),
    (("fe80::/10",), "fe80::7%eth0", True),
    (("0.0.0.0/0",), "::1", False),
    (("10.0.0.0/8", "fd00::/8"), "fd12::7", True),
    (("10.0.0.0/8", "nonsense"), "10.1.1.1", True),
    (("10.0.0.0/8",), "terminal.example", False),
    (("10.0.0.0/8",), "", False),
)


@pytest.mark.parametrize(("rows", "host", "allowed"), ALLOWED)
def test_an_address_is_allowed_by_its_network_alone(rows, host, allowed):
    assert AllowList(rows).allows(host) is allowed


@pytest.mark.parametrize("text", ["", "10.0.0.1/8", "10.0.0.0/33", "10.0.0", "a", "１０.0.0.0/8"])
def test_what_is_no_network_is_none(text):
    assert network_of(text) is None


def test_an_address_in_other_clothes_is_the_same():
    assert str(plain_address("::ffff:192.0.2.1")) == "192.0.2.1"
    assert plain_address("example.org") is None
