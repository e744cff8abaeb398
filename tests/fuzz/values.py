"""What is sent: in addresses, queries, headers and the fields of forms."""

from tests.fuzz.asking import MARK
from tests.fuzz.world import FILM

# Not the name of a header or a parameter: what stands for a value in an address.
VALUES = (
    "", "en", "de", "EN", "xx", FILM, "film", "1", "0", "-1", "9" * 30, "2011", "None", "NaN",
    "1e9", ".", "..", "%2e%2e", "%2F", "%5c", "%00", "%0a", "%0d%0aSet-Cookie:a", "%ff", "%c3%28",
    "%ED%A0%80", "%E2%80%AE", "%F0%9F%8E%AC", "%C4%B0", "%", "%%", "%zz", "%u0041", "//", "\\",
    ";a", "'", '"', MARK, "%3Cfuzz%3E", "{{7*7}}", "*", "?", "#", "&", "=", "a" * 300, "%41" * 300,
    "+", "%20", "~", "@", ":", "javascript:1", "//evil.example", "/\\evil.example",
    "http://evil.example", "00000000-0000-0000-0000-000000000000", "a.b", ".json",
)  # fmt: skip
PARAMETERS = (
    "q", "page", "sort", "year", "category", "country", "city", "person", "entries", "next",
    "language", "pass", "o", "p", "e", "all", "_popup", "_to_field", "utm_source", "from", "until",
    "day", "version", "kind", "state", "term", "app_label", "model_name", "field_name",
    "record__id__exact", "id__in", "title_en__icontains", "date__year", "is_live__exact",
    "user__password", "film", "_changelist_filters", "revision", "ids", "seen",
)  # fmt: skip
METHODS = ("GET", "GET", "GET", "GET", "HEAD", "POST", "OPTIONS", "PUT", "TRACE", "get", "X" * 30)
HEADERS = (
    "Accept-Language", "Accept-Encoding", "Accept", "Range", "If-Range", "If-Modified-Since",
    "If-None-Match", "Host", "If-Match", "If-Unmodified-Since", "Cookie", "X-Forwarded-Host",
    "X-Forwarded-Proto", "X-Forwarded-For", "X-Forwarded-Port", "Content-Type", "Content-Length",
    "Referer", "Origin", "User-Agent", "Authorization", "X-Requested-With", "Sec-Fetch-Site",
    "Transfer-Encoding", "Cache-Control", "X-HTTP-Method-Override",
)  # fmt: skip
HEADER_VALUES = (
    b"en", b"de-DE,de;q=0.9,en;q=0.5", b"en;q=", b"de;q=1e999", b"*;q=nan", b"en;q=-1",
    b"zh-Hant-" * 90, b"a," * 3000, b"bytes=0-99", b"bytes=-1", b"bytes=9-1", b"bytes=0-0,2-3",
    b"bytes=" + b"9" * 30 + b"-", b"bytes=0-" + b"9" * 5000, b"bytes=--1", "bytes=١-٢".encode(),
    b"items=0-1", b"Wed, 21 Oct 2015 07:28:00 GMT", b"Wed, 99 Oct 99999 07:28:00 GMT", b"0", b'"x"',
    b'W/"x"', b"*", b'"', b"W/", b'"a", "b"', b"testserver", b"TESTSERVER:8000",
    b"testserver:99999", b"testserver:x", b"[::1", b"a@testserver", b"evil.example",
    b"testserver, evil.example", b"\xc3\xa4.example", b"..", b"sessionid=x; csrftoken=y",
    b"csrftoken=" + b"a" * 32, b"django_language=%00; messages=W1s=", b"lichtspiel_language=<fuzz>",
    b"=;=;", b"a=\"\\377\"", b"x" * 8000, b"https", b"http,https", b"gzip;q=0, br;q=1.001",
    b"identity;q=0", b"br, gzip", b"multipart/form-data", b"-1", b"9" * 40,
    b"multipart/form-data; boundary=\xff", b"application/json; charset=\xff",
    b"text/html; charset=none", b"multipart/form-data; boundary=x", b"text/plain; charset=utf-16",
    b"http://evil.example/<fuzz>", b"\t", b"chunked", b"Basic OjpvOg==", b"1.2.3.4, ::1, x", b"PUT",
    b"null", b"http://testserver/\xff",
)  # fmt: skip
FIELDS = (
    "login", "password", "username", "next", "email", "code", "name", "password1", "password2",
    "remember", "language", "csrfmiddlewaretoken", "credential", "id", "action", "_selected_action",
    "index", "title_en", "title_de", "slug_en", "slug_de", "key", "year", "category", "position",
    "upload", "_save", "_continue", "record", "film", "text", "delete", "DELETE",
    "form-TOTAL_FORMS", "form-INITIAL_FORMS", "form-0-id", "credits-TOTAL_FORMS",
    "credits-INITIAL_FORMS", "version", "ids", "order", "value", "answer", "note", "role",
    "languages", "ends_on", "expires_at", "post", "at",
)  # fmt: skip
TYPED = (
    *(value.replace("%", "") for value in VALUES), "\0", "\ud800", "ä" * 40, "\u202e", "on", "true",
    "[]", "{}", '{"id": 1}', "null", "2026-13-45", "2026-02-30T25:00", "9999-12-31", "0001-01-01",
    "1" * 5000, "a@b", "x@example.com", "editor", "delete_selected", " ", "\n", "1,2,x",
)  # fmt: skip
TOKEN = "f" * 32
