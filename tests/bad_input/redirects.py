"""Where a login and the choice of a language lead, asked of a real server with a real session."""

import re
from collections.abc import Mapping
from http.client import HTTPMessage
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any
from urllib.error import HTTPError
from urllib.parse import parse_qs, quote, urlencode, urljoin, urlsplit
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener

from tests.bad_input.manifest import Case
from tests.bad_input.world import EDITOR, PASSWORD, Server

LOGIN, LANGUAGE = "/admin/login/", "/admin/language/"
TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')
TIMEOUT = 20  # seconds
Answer = tuple[int, HTTPMessage, bytes]


def try_redirect(case: Case, server: Server) -> str:
    """Try one case; return what went wrong, or ''."""
    target = _target_of(case).replace("{host}", server.host)
    visitor = Visitor(server)
    if "/login/" in case.request["path"]:
        status, headers = visitor.log_in(target)
    else:
        visitor.log_in("")
        status, headers = visitor.choose_language(target)
    if status != case.expect["status"]:
        return f"status {status}, expected {case.expect['status']}"
    location = headers.get("Location", "")
    if leads_off(location, server.host):
        return f"leads off the site: {location}"
    if any("x=1" in cookie for cookie in headers.get_all("Set-Cookie", [])):
        return "the address has set a cookie"
    return ""


def _target_of(case: Case) -> str:
    """Return the address that the case would have the site lead to."""
    if "next" in case.request.get("body", {}):
        return str(case.request["body"]["next"])
    return parse_qs(urlsplit(quote(case.request["path"], safe="/?=&:%{}@,();\\")).query)["next"][0]


def leads_off(location: str, host: str) -> bool:
    """Tell whether a browser would leave the site (https://url.spec.whatwg.org, section 4.4)."""
    read = re.sub(r"[\t\r\n]", "", location.strip()).replace("\\", "/")
    target = urlsplit(urljoin(f"http://{host}/admin/", read))
    return target.scheme not in ("http", "https") or target.netloc != host


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *_given: Any) -> None:
        return None


class Visitor:
    """A browser without pages: it keeps cookies, fills in tokens, and follows nothing.

    `headers` are sent with every request, such as those of a proxy that has ended TLS.
    """

    def __init__(self, server: Server, headers: Mapping[str, str] | None = None) -> None:
        self.base = f"http://{server.host}"
        self.headers = dict(headers or {})
        # What the proxy was sent over TLS comes here without.
        self.cookies = CookieJar(DefaultCookiePolicy(secure_protocols=("http", "https")))
        self._opener = build_opener(HTTPCookieProcessor(self.cookies), _Stay())

    def log_in(self, following: str, password: str = PASSWORD) -> tuple[int, HTTPMessage]:
        """Log in as the editor; `following` is where the address says to go afterwards."""
        path = f"{LOGIN}?{urlencode({'next': following})}" if following else LOGIN
        fields = {"username": EDITOR, "password": password}
        return self.post(path, fields | ({"next": following} if following else {}), LOGIN)

    def choose_language(self, following: str) -> tuple[int, HTTPMessage]:
        return self.post(LANGUAGE, {"language": "de", "next": following}, "/admin/")

    def post(self, path: str, fields: dict[str, str], page: str) -> tuple[int, HTTPMessage]:
        """Send a form with the token that stands on `page`; return status and headers."""
        status, headers, _body = self.send(path, fields, page)
        return status, headers

    def send(self, path: str, fields: Mapping[str, str], page: str) -> Answer:
        """Do as `post`; return the whole answer."""
        found = TOKEN.search(self.ask(page)[2])
        if found is None:
            raise AssertionError(f"{page} has no form")
        token = found[1].decode()
        return self.ask(path, urlencode({**fields, "csrfmiddlewaretoken": token}).encode())

    def ask(
        self, path: str, sent: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Send one request; return status, headers and body."""
        request = Request(self.base + path, sent, {**self.headers, **(headers or {})})
        try:
            with self._opener.open(request, timeout=TIMEOUT) as answer:
                return answer.status, answer.headers, answer.read()
        except HTTPError as answer:
            with answer:
                return answer.code, answer.headers, answer.read()
