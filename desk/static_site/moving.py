"""Old addresses: which there are, and where each leads today.

The site itself is asked wherever it can answer; the redirects that editors entered are rules, which
web servers follow as rules.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from django.urls import reverse

from desk.static_site.addresses import INDEX, SAFE, normalise, place_of
from desk.static_site.making import Made
from desk.static_site.options import Options
from desk.static_site.own_pages import first_language, moved_page
from desk.static_site.rewriting import Links
from desk.static_site.writing import Folder, Written
from editorial.fields import languages
from editorial.models import Address, Record
from pages.redirecting.following import load_rules
from pages.redirecting.rules import Rule, is_sound, lead


@dataclass(frozen=True)
class Move:
    """`old` is a decoded path from the root of the host, `new` an address ready for a header.

    With `is_prefix` all that lies below `old` goes on below `new`. `query` is what must stand
    behind the old one.
    """

    old: str
    new: str
    status: int = 301
    is_prefix: bool = False
    query: str = ""


def old_addresses(places: Container[str]) -> list[str]:
    """Return every path that a film or page has or had, in every language, where no file stands."""
    paths = Address.objects.order_by("path").values_list("path", flat=True).distinct()
    found = (reverse("address", args=[code, path]) for path in paths for code in languages())
    return [address for address in found if place_of(normalise(address)) not in places]


def film_paths() -> set[str]:
    """Return the paths below which films have further pages."""
    rows = Address.objects.filter(record__kind=Record.Kind.FILM)
    return set(rows.values_list("path", flat=True))


def moves_of(moved: Iterable[Made], options: Options) -> Iterator[Move]:
    """Yield what the site answered with another address."""
    films = film_paths()
    for made in moved:
        _empty, _language, *path = made.address.split("/")
        is_film = "/".join(path).rstrip("/") in films
        new = made.moved.removeprefix(options.origin)
        yield Move(options.root + made.address, new, made.status, is_prefix=is_film)


def entered_moves(options: Options, places: Container[str]) -> Iterator[tuple[Rule, Move]]:
    """Yield the redirects that editors entered and that stand in nobody's way."""
    for rule in filter(is_sound, load_rules()):
        if not rule.is_prefix and not rule.old_query and _is_taken(rule, places):
            continue
        base = lead(rule, rule.old_path)
        links = Links(options, base, "")
        new = links.lead(base, is_whole=True).removeprefix(options.origin)
        old = options.root + rule.old_path
        yield rule, Move(old, new, is_prefix=rule.is_prefix, query=rule.old_query)


def _is_taken(rule: Rule, places: Container[str]) -> bool:
    try:
        return place_of(normalise(quote(rule.old_path, safe=SAFE))) in places
    except ValueError:
        return True


def write_entered(
    folder: Folder, options: Options, moves: Iterable[tuple[Rule, Move]]
) -> Iterator[Written]:
    """Write a page for every entered redirect that a host without rules can show."""
    for rule, move in moves:
        address = normalise(quote(rule.old_path, safe=SAFE))
        if not rule.old_query and not _is_taken(rule, ()) and place_of(address).endswith(".html"):
            yield _lead_on(folder, options, address, move.new)


def write_below(
    folder: Folder, options: Options, moves: Iterable[Move], places: Iterable[str]
) -> Iterator[Written]:
    """Write a page for every page of a film at the place where it was under the former address."""
    pages = [place for place in places if place.endswith(INDEX)]
    for move in moves:
        old, new = (path.removeprefix(options.root).lstrip("/") for path in (move.old, move.new))
        for place in pages if move.is_prefix else ():
            if place.startswith(new) and place != new + INDEX:
                rest = place.removeprefix(new).removesuffix(INDEX)
                yield _lead_on(folder, options, f"/{old}{rest}", move.new + rest)


def _lead_on(folder: Folder, options: Options, address: str, new: str) -> Written:
    place = place_of(address)
    links = Links(options, address, place)
    url = options.origin + new if new.startswith("/") else new
    language = address.split("/")[1]
    language = language if language in languages() else first_language()
    page = moved_page(links.lead(url), links.lead(url, is_whole=True), language)
    return folder.write(place, page, True)
