"""A small old site of our own: two languages, styles, a picture, a font, scripts of all kinds."""

from django.conf import settings

from assets.sites import accept_site, add_site
from editorial.changes import change
from editorial.publishing import publish
from films.models import Film
from microsites.models import ArchivedSite
from tests.assets.sites.zips import make_zip
from tests.factories import picture_bytes

# The smallest that the house has; Chromium throws out what is no font.
FONTS = (settings.BASE_DIR / "static" / "fonts").glob("*.woff2")
FONT = min((path.read_bytes() for path in FONTS), key=len)
PAGE = """<!DOCTYPE html><html lang="{language}"><head><title>{title}</title>
<meta charset="utf-8"><link rel="stylesheet" href="assets/style.css"></head>
<body><h1>{title}</h1><img id="pier" src="assets/pier.jpg" alt="">
<a id="next" href="crew.html">Crew</a> <a id="shop" target="_blank" href="https://shop.example/">DVD</a>
<form id="form" action="/admin/" method="post"><input name="q"></form>
<script>document.body.className = "inline-ran";</script><script src="assets/old.js"></script>
<script type="module" src="assets/module.mjs"></script></body></html>"""
STYLE = b"""@font-face { font-family: Pier; src: url("pier.woff2"); }
h1 { color: rgb(1, 2, 3); font-family: Pier; }"""
OLD = b"""document.documentElement.setAttribute("data-old", "ran");
function remember() { document.cookie = "seen=1"; localStorage.setItem("a", "b"); }
function tell(facts) { document.documentElement.setAttribute("data-year", facts.year); }
fetch("assets/facts.json").then((answer) => answer.json()).then(tell);
"""
MODULE = b"""import {word} from "./word.mjs";
document.documentElement.setAttribute("data-module", word);"""


def files() -> dict[str, bytes]:
    return {
        "en/index.html": PAGE.format(language="en", title="The Ferry").encode(),
        "de/index.html": PAGE.format(language="de", title="Die Fähre").encode(),
        "en/crew.html": b"<html><head><title>Crew</title></head><body>Crew</body></html>",
        "de/crew.html": "<html><head><title>Stab</title></head><body>Für".encode("cp1252"),
        "assets/style.css": STYLE,
        "assets/old.js": OLD,
        "assets/module.mjs": MODULE,
        "assets/word.mjs": b'export const word = "loaded";',
        "assets/facts.json": b'{"year": 1996}',
        "assets/pier.jpg": picture_bytes(120, 80),
        "assets/pier.woff2": FONT,
    }


def give_site(film: Film, contents: dict[str, bytes] | None = None, **facts) -> ArchivedSite:
    """Give a film an old site; nothing is published."""
    data = make_zip(files() if contents is None else contents)
    with change(None, "test"):
        file = add_site(accept_site(data, "old-site.zip"))
        site, _is_new = ArchivedSite.objects.update_or_create(
            film=film, defaults={"file": file, **facts}
        )
    return site


def show_site(film: Film, contents: dict[str, bytes] | None = None, **facts) -> ArchivedSite:
    """Give a film an old site and publish both in both languages."""
    site = give_site(film, contents, **facts)
    for language in ("en", "de"):
        publish(film.record, language)
    return site
