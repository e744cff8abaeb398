"""Where a name leads to, asked of the DNS: only when somebody asks."""

import socket
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from dataclasses import dataclass

from django.conf import settings

# Seconds; a name that takes longer is none that visitors wait for.
PATIENCE = 5
_asking = ThreadPoolExecutor(max_workers=2, thread_name_prefix="dns")


@dataclass(frozen=True)
class Answer:
    """Addresses (IPv4, IPv6) of the name and of the company's site; empty where none came."""

    host: str
    addresses: tuple[str, ...]
    site: str
    site_addresses: tuple[str, ...]

    @property
    def leads_here(self) -> bool:
        return bool(set(self.addresses) & set(self.site_addresses))


def ask_dns(host: str) -> Answer:
    """Ask for both names at once; nothing is sent to the addresses that come back."""
    site = settings.SITE_HOST
    asked = [_asking.submit(_resolve, name) for name in (host, site)]
    found = []
    for question in asked:
        try:
            found.append(question.result(timeout=PATIENCE))
        except TooLate:
            found.append(())
    return Answer(host, found[0], site, found[1])


def _resolve(name: str) -> tuple[str, ...]:
    try:
        found = socket.getaddrinfo(name, 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()
    return tuple(dict.fromkeys(str(address[4][0]) for address in found))
