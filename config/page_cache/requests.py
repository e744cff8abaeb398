"""Which requests a finished page may answer, and under which key it is kept."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from desk.accounts.language import COOKIE as LANGUAGE_COOKIE

Environ = dict[str, Any]
# What public views read of the address; all else makes a request pass by the cache.
PARAMETERS = frozenset(
    ("category", "city", "country", "entries", "page", "person", "sort", "year")
)  # fmt: skip
# What mailings and networks append to links. No view reads it, and a link that spreads is one page.
TRACKING = frozenset(
    (
        "_ga", "_gl", "_hsenc", "_hsmi", "dclid", "fbclid", "gad_source", "gbraid", "gclid",
        "gclsrc", "igsh", "igshid", "li_fat_id", "mc_cid", "mc_eid", "mkt_tok", "msclkid",
        "oly_anon_id", "oly_enc_id", "srsltid", "ttclid", "twclid", "vero_id", "wbraid", "yclid",
    )
)  # fmt: skip
TRACKING_BEGINNINGS = ("utm_", "mtm_", "pk_")
# Parts of files, conditions on writing, and what is for one reader alone.
PASSING_BY = ("HTTP_AUTHORIZATION", "HTTP_RANGE", "HTTP_IF_MATCH", "HTTP_IF_UNMODIFIED_SINCE")
# Pages end with a slash. Files are handed out by others: whole films, kits, old sites.
ENDINGS = ("/", ".json", ".xml", ".ics")
LONGEST_QUERY = 300  # characters


class Requests:
    """Reads requests as the settings say."""

    def __init__(self) -> None:
        self._languages = frozenset(code for code, _name in settings.LANGUAGES)
        self._archive = urlsplit(f"//{settings.ARCHIVE_HOST}").hostname
        header, value = settings.SECURE_PROXY_SSL_HEADER or ("", "")
        self._proxy_header, self._proxy_value = header, value
        # A member sees the site as a visitor does, but is told so, and may be asked to log in.
        names = (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME)
        self._cookies = tuple(f"{name}=" for name in (*names, LANGUAGE_COOKIE, "messages"))

    def key_of(self, environ: Environ) -> str | None:
        """Return scheme, host, path and query as the page is kept; None to pass by the cache."""
        path = environ["PATH_INFO"]
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or environ.get("SCRIPT_NAME"):
            return None
        # Whatever lies elsewhere answers in the reader's language or is for one reader alone.
        if path[1:].partition("/")[0] not in self._languages or not self._is_page(path):
            return None
        host = self._host_of(environ)
        cookies = environ.get("HTTP_COOKIE")
        if host is None or (cookies and any(name in cookies for name in self._cookies)):
            return None
        for header in PASSING_BY:
            if header in environ:
                return None
        address = f"{self._scheme_of(environ)}//{host}{path}"
        query = environ.get("QUERY_STRING")
        if not query:
            return address
        kept = known_query(query)
        if kept is None:
            return None
        return f"{address}?{kept}" if kept else address

    def _is_page(self, path: str) -> bool:
        """Tell whether it may be one; searches are too many to be kept."""
        return path.endswith(ENDINGS) and "/site/" not in path and not path.endswith("/search/")

    def _host_of(self, environ: Environ) -> str | None:
        """Return the host that was asked for, without its port: pages do not name it."""
        name, _, port = environ.get("HTTP_HOST", "").lower().rpartition(":")
        if not name:
            name, port = port, ""
        if not name or (port and not port.isdigit()) or name == self._archive:
            return None
        return str(name)

    def _scheme_of(self, environ: Environ) -> str:
        sent = environ.get(self._proxy_header)
        if sent is None:
            return f"{environ['wsgi.url_scheme']}:"
        return "https:" if sent.split(",")[0].strip() == self._proxy_value else "http:"


def known_query(query: str) -> str | None:
    """Return what views read of the query, in order; None if it holds anything else."""
    if len(query) > LONGEST_QUERY:
        return None
    kept = {}
    for part in query.split("&"):
        name = part.partition("=")[0]
        if not part or name in TRACKING or name.startswith(TRACKING_BEGINNINGS):
            continue
        if name not in PARAMETERS or name in kept:
            return None
        kept[name] = part
    return "&".join(kept[name] for name in sorted(kept))


def plain(environ: Environ, key: str) -> Environ:
    """Return the request as anybody would send it, without tracking and the cookies of others."""
    asked = {**environ, "QUERY_STRING": key.partition("?")[2]}
    asked.pop("HTTP_COOKIE", None)
    return asked
