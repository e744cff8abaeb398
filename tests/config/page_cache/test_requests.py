"""Which requests a finished page may answer, and which of them ask for the same."""

import ast
import inspect
from pathlib import Path

import pytest
from django.conf import settings as site_settings
from django.urls import get_resolver

from config.page_cache.requests import PARAMETERS, Requests, known_query, plain
from tests.config.page_cache.asking import environ_of

PAGE = "http://testserver/en/night-ferry/"


def key_of(address="/en/night-ferry/", **more):
    return Requests().key_of(environ_of(address, **more))


def test_key_is_scheme_host_path_and_query():
    assert key_of() == PAGE
    assert key_of(REQUEST_METHOD="HEAD") == PAGE
    assert key_of(HTTP_HOST="TestServer:8000") == PAGE
    assert key_of(**{"wsgi.url_scheme": "https"}) == "https://testserver/en/night-ferry/"
    assert key_of("/de/films/?sort=title&page=2") == "http://testserver/de/films/?page=2&sort=title"


@pytest.mark.parametrize(
    "address",
    [
        "/", "/sitemap.xml", "/robots.txt", "/healthz", "/admin/", "/media/styles/a/b.css",
        "/preview/token/", "/press/token/", "/fr/films/", "/search/?q=x", "/en/search/",
        "/en/night-ferry/site/index/", "/en/night-ferry/press/kit.zip", "/en/films/?unknown=1",
        "/en/films/?page=2&page=3", "/en/films/?%70age=2", f"/en/films/?city={'x' * 300}",
    ],
)  # fmt: skip
def test_other_addresses_pass_by(address):
    assert key_of(address) is None


@pytest.mark.parametrize(
    "more",
    [
        {"REQUEST_METHOD": "POST"},
        {"HTTP_RANGE": "bytes=0-99"},
        {"HTTP_IF_MATCH": '"x"'},
        {"HTTP_AUTHORIZATION": "Basic eDp5"},
        {"HTTP_COOKIE": "theme=dark; sessionid=abc"},
        {"HTTP_COOKIE": "csrftoken=abc"},
        {"HTTP_COOKIE": "desk-language=de"},
        {"HTTP_HOST": "testserver:1<script>"},
        {"HTTP_HOST": ""},
        {"SCRIPT_NAME": "/site"},
    ],
)
def test_requests_of_one_reader_pass_by(more):
    assert key_of(**more) is None


def test_cookies_of_others_do_not_count():
    assert key_of(HTTP_COOKIE="theme=dark; consent=yes") == PAGE


def test_hosts_of_old_sites_pass_by(settings):
    settings.ARCHIVE_HOST = "archive.example:8001"
    assert key_of(HTTP_HOST="archive.example") is None


def test_scheme_told_by_a_proxy_counts_if_it_is_trusted(settings):
    assert key_of(HTTP_X_FORWARDED_PROTO="https") == PAGE
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    assert key_of(HTTP_X_FORWARDED_PROTO="https") == PAGE.replace("http:", "https:")
    assert key_of(HTTP_X_FORWARDED_PROTO="http", **{"wsgi.url_scheme": "https"}) == PAGE


@pytest.mark.parametrize(
    ("query", "known"),
    [
        ("utm_source=letter&fbclid=IwAR0&mc_cid=1", ""),
        ("gclid=x&page=2&utm_campaign=a&city=Rostock", "city=Rostock&page=2"),
        ("&&page=2&", "page=2"),
        ("page", "page"),
        ("q=ferry", None),
    ],
)
def test_query_is_what_views_read(query, known):
    assert known_query(query) == known


def test_page_is_made_for_nobody():
    asked = environ_of("/en/films/?utm_source=x&page=2", HTTP_COOKIE="theme=dark")
    made = plain(asked, Requests().key_of(asked))
    assert (made["QUERY_STRING"], "HTTP_COOKIE" in made) == ("page=2", False)
    assert (asked["QUERY_STRING"], asked["HTTP_COOKIE"]) == ("utm_source=x&page=2", "theme=dark")


# What is read of the address below a language, and passes by the cache all the same.
PASSING_BY = {"q", "in", "ink"}


def test_every_parameter_that_public_views_read_is_known():
    assert parameters_read() == PARAMETERS | PASSING_BY


def parameters_read() -> set[str]:
    """Return the names that public views, and what they call with a request, read of the query."""
    patterns = get_resolver().url_patterns
    views = [p.callback for p in patterns if str(p.pattern).startswith("<language:language>/")]
    homes = {Path(inspect.getsourcefile(inspect.unwrap(view))) for view in views}
    homes |= {found for home in homes for found in imported_by(home)}
    found = set()
    for home in homes:
        source = home.read_text("utf-8")
        found |= names_in(ast.parse(source)) if "request.GET" in source else set()
        if "read_choice(request.GET)" in source:
            choosing = site_settings.BASE_DIR / "films/catalogue/choosing.py"
            found |= names_in(ast.parse(choosing.read_text("utf-8")), "values")
    return found


def imported_by(home: Path) -> set[Path]:
    """Return the modules of the project that this one imports functions from."""
    nodes = ast.walk(ast.parse(home.read_text("utf-8")))
    names = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    paths = {site_settings.BASE_DIR / f"{name.replace('.', '/')}.py" for name in names}
    return {path for path in paths if path.exists()}


def names_in(tree: ast.AST, mapping: str = "GET") -> set[str]:
    """Return the strings that a mapping is asked for: `.get("a")`, `["a"]`, `"a" in`."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr in ("get", "getlist") and _is(node.func.value, mapping):
                found.add(ast.literal_eval(node.args[0]))
        elif isinstance(node, ast.Subscript) and _is(node.value, mapping):
            found.add(ast.literal_eval(node.slice))
        elif isinstance(node, ast.Compare) and _is(node.comparators[0], mapping):
            found.add(ast.literal_eval(node.left))
    return found


def _is(node: ast.AST, mapping: str) -> bool:
    return getattr(node, "attr", getattr(node, "id", "")) == mapping
