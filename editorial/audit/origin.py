"""Where what is done comes from: a browser at the desk, the worker, a command.

The room that knows requests says so for each of them (desk/audit/arriving.py); what nobody
announced was typed on the server.
"""

import ipaddress
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

# Enough to tell the office from elsewhere, too little to find a household.
KEPT_BITS = {4: 24, 6: 48}


@dataclass(frozen=True)
class Origin:
    """Who acts, and from which address: asked only when something is noted."""

    door: str
    user: Callable[[], Any] = lambda: None
    address: Callable[[], str] = lambda: ""


_origin: ContextVar[Origin | None] = ContextVar("audit_origin", default=None)


def current_origin() -> Origin:
    return _origin.get() or Origin("command")


@contextmanager
def coming_from(origin: Origin) -> Iterator[None]:
    token = _origin.set(origin)
    try:
        yield
    finally:
        _origin.reset(token)


def shorten_address(address: str) -> str:
    """Return the network of an IP address, “192.0.2.0/24”; '' for what is none."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if isinstance(parsed, ipaddress.IPv6Address) and parsed.ipv4_mapped is not None:
        parsed = parsed.ipv4_mapped
    return str(ipaddress.ip_network((parsed, KEPT_BITS[parsed.version]), strict=False))
