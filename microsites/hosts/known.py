"""Which hosts are known: those of live films. Remembered until content or time moves on."""

from urllib.parse import urlsplit

from django.conf import settings

from editorial.memory import remember, renew
from editorial.publishing.window import live_neutral
from microsites.models import Domain


def find_host(name: str) -> int | None:
    """Return the record of the live film whose host this is. No query if it was known before.

    Who answers for the host asks again with `all_hosts`, after `renew`: a film may have left.
    """
    if not name:
        return None
    found = all_hosts().get(name)
    if found is None:
        renew()
        found = all_hosts().get(name)
    return found


def all_hosts() -> dict[str, int]:
    """Return the record of the film by host."""
    return remember(("hosts of films",), _read_hosts)


def origin_of(record: int) -> str:
    """Return scheme, host and port of a live film's own host; '' if it has none."""
    hosts = remember(("films with hosts",), _hosts_by_film)
    return make_origin(hosts[record]) if record in hosts else ""


def make_origin(host: str) -> str:
    """Return how the pages of a host begin: scheme and port are those of SITE_URL."""
    site = urlsplit(settings.SITE_URL)
    return f"{site.scheme}://{host}:{site.port}" if site.port else f"{site.scheme}://{host}"


def _read_hosts() -> dict[str, int]:
    live = live_neutral().filter(kind="film").order_by().values("record")
    return dict(Domain.objects.filter(film__in=live).values_list("host", "film_id"))


def _hosts_by_film() -> dict[int, str]:
    return {record: host for host, record in all_hosts().items()}
