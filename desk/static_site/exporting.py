"""The whole export: asked of the site, checked, and put in the place of the former one."""

import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils import timezone

from desk.static_site.asking import read_headers
from desk.static_site.crawling import Crawl, list_seeds
from desk.static_site.crew import working
from desk.static_site.folder import CannotExport, building, check_folder, claimed, take_place
from desk.static_site.manifest import Manifest, read_manifest, write_manifest
from desk.static_site.moving import (
    Move,
    entered_moves,
    moves_of,
    old_addresses,
    write_below,
    write_entered,
)
from desk.static_site.options import Options
from desk.static_site.own_pages import first_language
from desk.static_site.serving import (
    HEADERS,
    NGINX,
    REDIRECTS,
    write_headers,
    write_nginx,
    write_redirects,
)
from desk.static_site.writing import SAME, Folder, Written, is_whole
from editorial.memory import renew
from editorial.models import ContentVersion
from editorial.publishing.boundaries import next_boundary
from pages.chrome import chrome_for
from pages.code_version import code_version

Advance = Callable[[int, str], None]


@dataclass(frozen=True)
class Exported:
    """How many files there are now, and how they came about; `problems` are links to nothing."""

    files: int
    pages: int
    seconds: float
    changes: Counter[str] = field(default_factory=Counter)
    problems: tuple[str, ...] = ()
    is_unchanged: bool = False
    has_moved_on: bool = False


def export_site(folder: Path, options: Options, advance: Advance) -> Exported:
    """Make `folder` hold the public site of this moment, or leave it as it was.

    `advance` hears of every address that is done, with how many are known so far. Raises
    `CannotExport`, and `OSError` where nothing can be written.
    """
    begun = time.monotonic()
    folder = folder.resolve()
    check_folder(folder)
    with claimed(folder):
        known = read_manifest(folder) or Manifest()
        state = read_state(options)
        if is_current(folder, known, state):
            return _nothing_to_do(known, time.monotonic() - begun)
        with building(folder) as new:
            exported = _build(folder, new, options, state, known, advance, begun)
            take_place(new, folder)
        return exported


def read_state(options: Options) -> dict[str, Any]:
    """Return what everything is made from; equal states make equal sites until the next moment."""
    return {
        "version": ContentVersion.read(),
        "code": code_version(),
        "static": _static_state(),
        "settings": [
            settings.TIME_ZONE,
            settings.LANGUAGE_CODE,
            [code for code, _name in settings.LANGUAGES],
            settings.ARCHIVE_HOST,
        ],
        "options": options.words,
    }


def _static_state() -> str:
    """Return a hash of names, sizes and times of styles and scripts as they lie in the program."""
    files = sorted(path for path in Path(settings.BASE_DIR, "static").rglob("*") if path.is_file())
    told = ((path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files)
    return sha256(repr(list(told)).encode()).hexdigest()[:24]


def is_current(folder: Path, known: Manifest, state: dict[str, Any]) -> bool:
    """Tell whether the folder holds the site of this state, whole, and no moment has passed."""
    if not known.files or known.state != state or known.until is None:
        return False
    return timezone.now() < known.until and is_whole(folder, known.files)


def _nothing_to_do(known: Manifest, seconds: float) -> Exported:
    return Exported(
        len(known.files),
        _count_pages(known.files),
        seconds,
        Counter({SAME: len(known.files)}),
        known.problems,
        is_unchanged=True,
    )


def next_moment() -> datetime:
    """Return when pages change by themselves: a boundary, at the latest midnight."""
    midnight = (timezone.localtime() + timedelta(days=1)).replace(
        hour=0, minute=0, second=0, microsecond=0
    )
    return min(filter(None, (next_boundary(), midnight)))


def _build(
    folder: Path,
    new: Path,
    options: Options,
    state: dict[str, Any],
    known: Manifest,
    advance: Advance,
    begun: float,
) -> Exported:
    until = next_moment()
    renew()
    first = first_language()
    live = sorted(chrome_for(first).live_languages)
    crawl = Crawl(advance)
    with working(options, new, folder) as crew:
        crawl.follow(crew, list_seeds(live))
        _refuse_broken(crawl)
        lost = list(crawl.lost)
        crawl.follow(crew, old_addresses(crawl.files))
        crawl.lost = lost
    former = Folder(new, folder, known.files)
    _add(crawl, _write_moves(former, options, crawl, live, first))
    problems = tuple(crawl.problems())
    until = timezone.now() if crawl.is_unfinished else until
    write_manifest(new, Manifest(state, until, crawl.files, problems))
    changes = Counter(crawl.changes.values())
    changes["gone"] = len(known.files.keys() - crawl.files.keys())
    return Exported(
        len(crawl.files),
        _count_pages(crawl.files),
        time.monotonic() - begun,
        changes,
        problems,
        has_moved_on=ContentVersion.read() != state["version"],
    )


def _refuse_broken(crawl: Crawl) -> None:
    broken = crawl.broken()
    if broken:
        lines = "\n".join(broken[:20])
        raise CannotExport(f"{len(broken)} pages could not be made:\n{lines}")


def _write_moves(
    folder: Folder, options: Options, crawl: Crawl, live: list[str], first: str
) -> Iterable[Written]:
    """Write what leads old addresses on, for web servers and as pages."""
    answered = sorted(moves_of(crawl.moved, options), key=lambda move: move.old)
    entered = list(entered_moves(options, crawl.files))
    pages = [*write_below(folder, options, answered, crawl.files)]
    pages += write_entered(folder, options, entered)
    moves: list[Move] = [*answered, *(move for _rule, move in entered)]
    headers = read_headers(options)
    texts = {
        HEADERS: write_headers(options, headers, crawl.policies, live),
        REDIRECTS: write_redirects(moves),
        NGINX: write_nginx(options, headers, moves, crawl.policies, live, first),
    }
    return [*pages, *(folder.write(n, t.encode(), False) for n, t in texts.items())]


def _add(crawl: Crawl, files: Iterable[Written]) -> None:
    for written in files:
        crawl.files[written.place] = written.known
        crawl.changes[written.place] = written.change


def _count_pages(files: Iterable[str]) -> int:
    return sum(place.endswith(".html") for place in files)
