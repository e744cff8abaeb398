"""Count addresses that lead nowhere, so that an editor can lead them on.

Kept are path, query and the host of the page that linked here: no address of a computer, no
browser, no person (pages/telling.py). A note must never cost a visitor anything: it gives up where
the database is busy.
"""

import logging
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.db import Error, connection, transaction
from django.db.models import Case, F, Value, When
from django.http import HttpRequest
from django.urls import is_valid_path
from django.utils import timezone

from pages.models import MissingAddress
from pages.redirecting.checking import OWN_ROOMS
from pages.telling import is_telling_pair, is_telling_path

log = logging.getLogger(__name__)
MAX_ROWS = 5000
# So many of the least asked for make room when there are too many.
MAKE_ROOM = 100
MAX_LENGTH = 250
# Milliseconds to wait for others who write.
PATIENCE = 200
# Notes a process makes in a minute: whoever asks for more looks for holes, not for films.
PER_MINUTE = 60
ATTACKS = re.compile(
    r"(^|/)(wp-|wordpress|xmlrpc|cgi-bin|phpmyadmin|vendor/|node_modules|\.|_next/|actuator|solr"
    r"|owa/|hnap1|boaform|autodiscover)|\.(env|git|sql|bak|old|zip|tar|gz|rar|jsp|do|cgi|ashx|asmx"
    r"|ini|ya?ml|log|sh|exe|dll|axd|map)$",
    re.IGNORECASE,
)
# Old sites were often one file with a question; any other .php is asked for by scanners only.
PHP = re.compile(r"\.php\d?(/|$)", re.IGNORECASE)
OLD_PHP = re.compile(r"/index\.php$", re.IGNORECASE)
# What browsers and phones try by themselves.
GUESSES = re.compile(
    r"/(favicon\.ico|apple-touch-icon[\w-]*\.png|browserconfig\.xml|ads\.txt|app-ads\.txt"
    r"|manifest\.json|sitemap[\w-]*\.xml(\.gz)?|humans\.txt|llms\.txt)$",
    re.IGNORECASE,
)
ROBOTS = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|scan|curl|wget|python|go-http|java/|okhttp|libwww|perl|ruby"
    r"|headless|phantom|nuclei|zgrab|masscan|nikto|facebookexternalhit|feedfetcher|preview|monitor",
    re.IGNORECASE,
)
HOST = re.compile(r"[a-z0-9.:-]+")
# What nobody links to and is young goes first when there are too many: it is easy to make up.
YOUNG = timedelta(days=1)


@dataclass
class Budget:
    """How many notes this process may still make in the present minute."""

    minute: int = 0
    left: int = field(default=PER_MINUTE)

    def take(self) -> bool:
        now = int(time.monotonic() // 60)
        if now != self.minute:
            self.minute, self.left = now, PER_MINUTE
        self.left -= 1
        return self.left >= 0


budget = Budget()


def note_missing(request: HttpRequest) -> None:
    """Count the address of a request that was answered with 404; never raises."""
    if not is_worth_it(request) or not budget.take():
        return
    try:
        with impatience(), transaction.atomic():
            _limit_locks()
            _count(request.path, clean_query(request), _referrer(request))
    except Error:
        log.info("A missing address was not counted: the database is busy.")


def is_worth_it(request: HttpRequest) -> bool:
    """Tell whether a person may have followed a link to this address."""
    path, agent = request.path, request.META.get("HTTP_USER_AGENT", "")
    if request.method != "GET" or len(path) > MAX_LENGTH or not path.isprintable():
        return False
    if path.startswith(OWN_ROOMS) or GUESSES.search(path) or ATTACKS.search(path):
        return False
    if is_telling_path(path):
        return False
    if PHP.search(path) and not (OLD_PHP.search(path) and request.META.get("QUERY_STRING")):
        return False
    if not path.endswith("/") and is_valid_path(f"{path}/"):
        return False  # Django leads on to the same address with a slash, which counts for itself
    return bool(agent) and ROBOTS.search(agent) is None


def clean_query(request: HttpRequest) -> str:
    """Return the query without what could say who asked."""
    try:
        pairs = parse_qsl(request.META.get("QUERY_STRING", "")[:1000], max_num_fields=20)
    except ValueError:
        return ""
    return urlencode([pair for pair in pairs if not is_telling_pair(*pair)])[:MAX_LENGTH]


def _referrer(request: HttpRequest) -> str:
    """Return the host of the page that linked here; '' for what is none."""
    try:
        host = urlsplit(request.META.get("HTTP_REFERER", "")[:1000]).hostname or ""
    except ValueError:
        return ""
    return host[:MAX_LENGTH] if HOST.fullmatch(host) else ""


def _count(path: str, query: str, referrer: str) -> None:
    now = timezone.now()
    seen = {"count": F("count") + 1, "last_at": now}
    if referrer:
        seen["referrer"] = referrer
    if MissingAddress.objects.filter(path=path, query=query).update(**seen):
        return
    if MissingAddress.objects.count() >= MAX_ROWS:
        _make_room(now)
    MissingAddress.objects.get_or_create(
        path=path, query=query, defaults={"referrer": referrer, "last_at": now}
    )


def _make_room(now: datetime) -> None:
    is_loose = When(referrer="", first_at__gt=now - YOUNG, then=Value(0))
    order = (Case(is_loose, default=Value(1)), "count", "last_at")
    rows = MissingAddress.objects.order_by(*order).values_list("pk", flat=True)[:MAKE_ROOM]
    MissingAddress.objects.filter(pk__in=list(rows)).delete()


@contextmanager
def impatience() -> Iterator[None]:
    """Let SQLite wait only a moment for others who write, already when a transaction begins."""
    if connection.vendor == "sqlite":
        usual = int(connection.settings_dict["OPTIONS"].get("timeout", 5) * 1000)
        with _waiting(PATIENCE, usual):
            yield
        return
    yield


def _limit_locks() -> None:
    """Let PostgreSQL wait for locks no longer than that, until this transaction ends."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{PATIENCE}ms'")


@contextmanager
def _waiting(moment: int, usual: int) -> Iterator[None]:
    """Let SQLite wait for `moment` milliseconds, and for `usual` ones afterwards."""
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {moment}")
        try:
            yield
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {usual}")


def forget_missing(path: str, query: str = "") -> None:
    """Forget an address that leads somewhere now."""
    rows = MissingAddress.objects.filter(path=path)
    (rows.filter(query=query) if query else rows).delete()
