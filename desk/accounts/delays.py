"""After some failures each further try has to wait, longer every time, but never for ever.

A lock would let anybody shut an editor out by typing a name. A try is counted before it is judged,
so that a hundred at once are a hundred; one that comes too early is not judged and not counted.
"""

import ipaddress
import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac

from desk.accounts.failed_login import FailedLogin

LONGEST_SECONDS = 60
# A mail that somebody else asked for is a nuisance, and the link of an earlier one still works.
LONGEST_FOR_MAIL = 3600
FORGOTTEN_AFTER = timedelta(days=1)
# Of two machines; what is further ahead was noted before a clock was set back.
CLOCKS_DIFFER = timedelta(minutes=2)
# Many people may sit behind one address.
FREE_TRIES = {"account": 3, "browser": 3, "factor": 3, "address": 12, "mail": 3, "mails": 12}
# A household or office has one IPv6 network of this size, and all its addresses.
NETWORK_BITS = 64


@dataclass(frozen=True)
class Door:
    """What failures are counted for: kind is a key of `FREE_TRIES`."""

    kind: str
    name: str

    @property
    def key(self) -> str:
        text = f"{self.kind}:{self.name.strip().casefold()}"
        return salted_hmac("desk.accounts.delays", text, algorithm="sha256").hexdigest()


def address_door(address: str, kind: str = "address") -> Door:
    """Return the door of an IP address; of IPv6 only the network counts."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return Door(kind, address)
    if parsed.version == 6 and parsed.ipv4_mapped is not None:
        return Door(kind, str(parsed.ipv4_mapped))
    if parsed.version == 6:
        address = str(ipaddress.ip_network((parsed, NETWORK_BITS), strict=False))
    return Door(kind, address)


def delay_after(failures: int, free: int, longest: int = LONGEST_SECONDS) -> int:
    """Return how many seconds the next try has to wait after so many failures."""
    if failures < free:
        return 0
    exponent = min(failures - free + 1, longest.bit_length())
    return min(2**exponent, longest)


@transaction.atomic
def knock(doors: Iterable[Door]) -> int:
    """Count a try at all doors and return 0, or return how many seconds it has to wait."""
    doors, now = tuple(doors), timezone.now()
    known = FailedLogin.objects.filter(key__in=[door.key for door in doors])
    # Who has to wait leaves no row for every further name.
    if wait := _longest_wait({row.key: row for row in known}, doors, now):
        return wait
    for door in doors:
        FailedLogin.objects.get_or_create(key=door.key)
    rows = {row.key: row for row in known.select_for_update()}
    if wait := _longest_wait(rows, doors, now):
        return wait
    for row in rows.values():
        row.failures = 1 if _is_forgotten(row, now) else row.failures + 1
        row.failed_at = now
        row.save(update_fields=["failures", "failed_at"])
    return 0


def open_doors(doors: Iterable[Door]) -> None:
    """Forget the failures of an account that got in; its address gets only this try back."""
    for door in doors:
        rows = FailedLogin.objects.filter(key=door.key)
        if door.kind == "address":
            rows.filter(failures__gt=0).update(failures=F("failures") - 1)
        else:
            rows.delete()


def _longest_wait(rows: dict[str, FailedLogin], doors: Iterable[Door], now: datetime) -> int:
    """Return the seconds to wait at the slowest door, 0 for none."""
    waits = [_seconds_left(rows[door.key], door, now) for door in doors if door.key in rows]
    return math.ceil(max([0, *waits]))


def _seconds_left(row: FailedLogin, door: Door, now: datetime) -> float:
    longest = LONGEST_FOR_MAIL if door.kind.startswith("mail") else LONGEST_SECONDS
    delay = delay_after(row.failures, FREE_TRIES[door.kind], longest)
    if not delay or _is_forgotten(row, now):
        return 0
    return (row.failed_at + timedelta(seconds=delay) - now).total_seconds()


def _is_forgotten(row: FailedLogin, now: datetime) -> bool:
    """Tell whether a failure is too old to count, or of a time that is still to come.

    A clock that was set back would let everybody wait until it is there again.
    """
    return row.failed_at + FORGOTTEN_AFTER < now or row.failed_at > now + CLOCKS_DIFFER
