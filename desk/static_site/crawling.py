"""All addresses of the public site: those it is known by, then whatever their files name."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from django.conf import settings
from django.urls import reverse

from desk.static_site.crew import Crew
from desk.static_site.making import Made
from desk.static_site.manifest import Known
from desk.static_site.old_sites import start_pages
from desk.static_site.own_pages import index_address, missing_address

# So many at once for a worker: pages take long, stored files are linked.
PAGES, FILES = 6, 64
BROKEN = 500
# All stills in one file: packed when the press's full sizes have been made one by one.
LAST = "_stills.zip"


@dataclass
class Crawl:
    """What was made so far. `named_by` tells who named an address, or a file, first."""

    advance: Callable[[int, str], None]
    files: dict[str, Known] = field(default_factory=dict)
    changes: dict[str, str] = field(default_factory=dict)
    moved: list[Made] = field(default_factory=list)
    lost: list[Made] = field(default_factory=list)
    policies: dict[str, str] = field(default_factory=dict)
    named_by: dict[str, str] = field(default_factory=dict)
    files_named_by: dict[str, str] = field(default_factory=dict)
    is_unfinished: bool = False
    _pages: list[str] = field(default_factory=list)
    _files: list[str] = field(default_factory=list)
    _last: list[str] = field(default_factory=list)

    def follow(self, crew: Crew, seeds: Iterable[str]) -> None:
        """Make the seeds and everything that they lead to."""
        self._note(seeds, "")
        self._hand_out(crew)
        for made in crew.done():
            self._take(made)
            self._hand_out(crew)

    def _note(self, addresses: Iterable[str], here: str) -> None:
        for address in addresses:
            if address not in self.named_by:
                self.named_by[address] = here
                self._list_for(address).append(address)

    def _list_for(self, address: str) -> list[str]:
        if address.endswith(LAST):
            return self._last
        return self._files if _is_stored(address) else self._pages

    def _hand_out(self, crew: Crew) -> None:
        """Give out full batches; broken ones only where somebody would have nothing to do."""
        for waiting, size in ((self._pages, PAGES), (self._files, FILES)):
            is_idle = len(crew.waiting) < 2 * crew.jobs
            while len(waiting) >= size or (waiting and is_idle):
                # Sizes of one picture follow each other: the gate is asked once for all.
                batch = sorted(waiting[:size])
                del waiting[:size]
                crew.give(batch)
        if not crew.waiting:
            for address in self._last:
                crew.give([address])
            self._last.clear()

    def _take(self, made: Made) -> None:
        self.advance(len(self.named_by), made.address)
        self.is_unfinished |= made.is_unfinished
        self._note(made.found, made.address)
        for place in made.named:
            self.files_named_by.setdefault(place, made.address)
        if made.policy:
            self.policies[made.address] = made.policy
        if made.moved:
            self.moved.append(made)
        if made.problem:
            self.lost.append(made)
        if made.written is not None:
            self.files[made.written.place] = made.written.known
            self.changes[made.written.place] = made.written.change

    def broken(self) -> list[str]:
        """Return what the site itself could not show: with it no site is whole."""
        return [_say(made.address, made.problem) for made in self.lost if made.status >= BROKEN]

    def problems(self) -> list[str]:
        """Return, as `page: address: problem`, what is named and not there."""
        told = {made.address for made in self.lost}
        found = [
            _say(self.named_by[made.address] or "sitemap", made.address, made.problem)
            for made in self.lost
        ]
        for place, page in self.files_named_by.items():
            shown = "/" + place.removesuffix("index.html")
            if place not in self.files and shown not in told:
                found.append(_say(page, shown, "was not written"))
        return sorted(found)


def _say(*words: str) -> str:
    return ": ".join(words)


def _is_stored(address: str) -> bool:
    return address.startswith((settings.STATIC_URL, settings.MEDIA_URL))


def list_seeds(live: Iterable[str]) -> list[str]:
    """Return what begins the crawl; `live` are the languages in which something is live."""
    codes = list(live)
    seeds = [
        reverse("entrance"),
        reverse("sitemap"),
        reverse("robots"),
        reverse("security_contact"),
        reverse("search_entrance"),
        "/404.html",
    ]
    for code in codes:
        names = ("home", "catalogue", "films_json", "feed", "search")
        seeds += [reverse(name, args=[code]) for name in names]
        seeds += [index_address(code), missing_address(code)]
    return [*seeds, *start_pages(codes)]
