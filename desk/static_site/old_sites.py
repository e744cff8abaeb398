"""The archived site of a film: every file of its archive, whether or not a page names it."""

from collections.abc import Iterable
from urllib.parse import quote

from django.urls import Resolver404, resolve, reverse

from assets.models import MediaFile
from assets.sites import open_archive
from desk.static_site.addresses import SAFE
from editorial.models import Publication
from editorial.publishing.window import live_at
from microsites.models import ArchivedSite

NAME = "archived_site"


def is_old_site(path: str) -> bool:
    """Tell whether a path leads into an archived site, whose files are given out as they are."""
    try:
        return resolve(path).url_name == NAME
    except Resolver404:
        return False


def start_of(path: str) -> str:
    """Return where the archived site that has this path begins."""
    named = resolve(path).kwargs
    return reverse(NAME, args=[named["language"], named["slug"], ""])


def start_pages(codes: Iterable[str]) -> list[str]:
    """Return where live archived sites begin: visitors come from old links, no page leads there."""
    films = ArchivedSite.objects.values("film__record")
    live = Publication.objects.live().filter(record__in=films, language__in=list(codes))
    places = live.order_by("pk").values_list("language", "path")
    return [reverse(NAME, args=[*place, ""]) for place in places if _file_of(*place)]


def list_files(path: str) -> list[str]:
    """Return the addresses of all files of the archive that a start page belongs to."""
    named = resolve(path).kwargs
    file = _file_of(named["language"], named["slug"])
    if file is None:
        return []
    # Sites of two languages show the folder of one as if it were the whole (archive/places.py).
    own = f"{named['language']}/"
    names = (name.removeprefix(own) for name in open_archive(file.sha256).members)
    return [path + quote(name, safe=SAFE) for name in names]


def _file_of(language: str, slug: str) -> MediaFile | None:
    facts = next((p for p in live_at(language, slug, "film") if not p.language), None)
    rows = facts.parts.get("archived_sites") if facts else None
    if not rows:
        return None
    return MediaFile.objects.filter(kind=MediaFile.Kind.SITE, uuid=rows[0]["file"]).first()
