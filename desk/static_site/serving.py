"""Files that tell web servers what no page can say: headers, redirects, languages."""

import re
from collections.abc import Iterable, Mapping

from django.conf import settings
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.urls import reverse

from desk.static_site.moving import Move
from desk.static_site.options import Options
from microsites.archive.policies import COMMON, SHARED

POLICY = "Content-Security-Policy"
# The sandbox of an old site is of another origin: with the headers of other pages it would show
# none of its pictures, or nothing at all.
OLD_SITE = {**COMMON, **SHARED, "Cross-Origin-Opener-Policy": "unsafe-none"}
HEADERS, REDIRECTS, NGINX = "_headers", "_redirects", "_nginx.conf"
SECONDS_OF_MEDIA, SECONDS_OF_STATIC = 24 * 3600, 365 * 24 * 3600
FEED = "application/atom+xml; charset=utf-8"
CALENDAR = "text/calendar; charset=utf-8"
# nginx knows neither calendars nor, of old, AVIF and subtitles.
MEDIA_TYPES = {
    "image/avif": "avif", "image/webp": "webp", "image/jpeg": "jpg", "image/png": "png",
    "video/mp4": "mp4 m4v", "video/webm": "webm", "text/vtt": "vtt", "application/pdf": "pdf",
    "text/css": "css",
}  # fmt: skip


def has_hashed_names() -> bool:
    """Tell whether a style sheet that changes gets another name."""
    return isinstance(staticfiles_storage, ManifestFilesMixin)


def write_headers(
    options: Options, headers: Mapping[str, str], policies: Mapping[str, str], live: Iterable[str]
) -> str:
    """Return `_headers` as Netlify and Cloudflare Pages read it."""
    root = options.root
    blocks = {f"{root}/*": headers}
    if has_hashed_names():
        kept = f"public, max-age={SECONDS_OF_STATIC}, immutable"
        blocks[f"{root}{settings.STATIC_URL}*"] = {"Cache-Control": kept}
    kept = f"public, max-age={SECONDS_OF_MEDIA}"
    blocks[f"{root}{settings.MEDIA_URL}*"] = {"Cache-Control": kept}
    for code in live:
        blocks[root + reverse("feed", args=[code])] = {"Content-Type": FEED}
    for start, policy in policies.items():
        own = {**OLD_SITE, POLICY: policy}
        # Lines with "!" take away what "/*" has set (Cloudflare), the others set it anew.
        blocks[f"{root}{start}*"] = {**{f"! {name}": "" for name in own if name in headers}, **own}
    return "".join(_block(path, headers) for path, headers in blocks.items())


def _block(path: str, headers: Mapping[str, str]) -> str:
    lines = (f"  {name}: {value}" if value else f"  {name}" for name, value in headers.items())
    return "\n".join([path, *lines, ""])


def write_redirects(moves: Iterable[Move]) -> str:
    """Return `_redirects` as Netlify and Cloudflare Pages read it; they know no queries."""
    return "".join(
        line for move in filter(_is_plain, moves) if not move.query for line in _lines(move)
    )


def _lines(move: Move) -> list[str]:
    old = _quoted(move.old)
    lines = [f"{old} {move.new} {move.status}\n"]
    if move.is_prefix:
        lines.append(f"{old.rstrip('/')}/* {move.new.rstrip('/')}/:splat {move.status}\n")
    return lines


def _quoted(path: str) -> str:
    return path.replace("%", "%25").replace(" ", "%20")


def write_nginx(
    options: Options,
    headers: Mapping[str, str],
    moves: Iterable[Move],
    policies: Mapping[str, str],
    live: Iterable[str],
    first: str,
) -> str:
    """Return what nginx includes in the `server` block whose root has the site at its path."""
    root, codes = options.root, list(live)
    media = "".join(f"{kind} {ends}; " for kind, ends in MEDIA_TYPES.items())
    lines = [
        "# Written by export_site. The folder is the root of the server, or lies below it under",
        "# the path of the site. brotli_static on; beside gzip_static, where the module is there.",
        "index index.html;",
        "charset utf-8;",
        "gzip_static on;",
        *_add_headers(headers),
        f"error_page 404 {root}/404.html;",
        f"location ~ /(?:{HEADERS}|{REDIRECTS}|{re.escape(NGINX)}|\\.lichtspiel-site\\.json)$ "
        "{ return 404; }",
        f'location ~ \\.ics$ {{ types {{ }} default_type "{CALENDAR}"; }}',
        f'location ~ /feed\\.xml$ {{ types {{ }} default_type "{FEED}"; }}',
        f"location ^~ {root}{settings.MEDIA_URL} {{ types {{ {media}}} expires 1d; }}",
    ]
    if has_hashed_names():
        lines.append(f"location ^~ {root}{settings.STATIC_URL} {{ expires 1y; }}")
    lines += [f"location {root}/{c}/ {{ error_page 404 {root}/{c}/404.html; }}" for c in codes]
    lines += _choose_language(root, codes, first, headers)
    for start, policy in policies.items():
        inner = " ".join(_add_headers({**headers, **OLD_SITE, POLICY: policy}))
        lines.append(f"location ^~ {root}{start} {{ {inner} }}")
    for move in filter(_is_plain, moves):
        lines += _location(move)
    return "\n".join([*lines, ""])


def _add_headers(headers: Mapping[str, str]) -> list[str]:
    return [f'add_header {name} "{value}" always;' for name, value in headers.items()]


def _choose_language(
    root: str, codes: list[str], first: str, headers: Mapping[str, str]
) -> list[str]:
    """Lead the entrance by the first language of the browser, as nginx can read it."""
    if not codes:
        return []
    tests = (
        f'if ($http_accept_language ~* "^{code}") {{ return 302 {root}/{code}/; }}'
        for code in codes
        if code != first
    )
    sent = " ".join(_add_headers({**headers, "Vary": "Accept-Language"}))
    return [f"location = {root}/ {{ {sent} {' '.join(tests)} return 302 {root}/{first}/; }}"]


def _is_plain(move: Move) -> bool:
    """Tell whether an address can stand in a configuration, where a dollar begins a variable."""
    return (move.old + move.new + move.query).isprintable() and "$" not in move.old + move.query


def _location(move: Move) -> list[str]:
    """Return how nginx leads one address on; it compares decoded paths."""
    old, new = _word(move.old), _target(move.new)
    if move.query:
        test = f"if ($args = {_word(move.query)}) {{ return {move.status} {new}; }}"
        return [f"location = {old} {{ {test} }}"]
    exact = f"location = {old} {{ return {move.status} {new}; }}"
    if not move.is_prefix:
        return [exact]
    start = move.old.rstrip("/") + "/"
    kind = "permanent" if move.status == 301 else "redirect"
    pattern = _word(f"^{re.escape(start)}(.*)$")
    further = _target(move.new.rstrip("/") + "/")[:-1] + '$1"'
    inner = f"if (!-e $request_filename) {{ rewrite {pattern} {further} {kind}; }}"
    below = f"location ^~ {_word(start)} {{ {inner} }}"
    return [below] if move.old.endswith("/") else [exact, below]


def _word(text: str) -> str:
    """Return a text as one word of nginx's configuration."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _target(url: str) -> str:
    return _word(url.replace("$", "%24"))
