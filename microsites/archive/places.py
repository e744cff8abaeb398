"""Which file of an archive answers an address, and where an address leads on.

Sites of two languages stood on old servers in two ways. *Mounted*: `/en/film/site/` showed the
folder `en/`, and what lay beside it (`assets/`) as if it lay inside. *Plain*: the folders stood
below each other, and pages in `en/` ask for `../assets/`. The pages tell which.
"""

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from urllib.parse import unquote

from assets.sites import Archive, open_archive
from assets.sites.directory import Member
from assets.sites.types import INDEX_NAMES, is_page
from microsites.archive.links import find_links
from microsites.archive.texts import decode

# Pages of a language that are asked how they were meant.
ASKED_PAGES = 10
MAX_ASKED_BYTES = 512 * 1024


@dataclass(frozen=True)
class Place:
    """What is at an address: a file, or another address (language, path), or nothing."""

    member: Member | None = None
    leads_to: tuple[str, str] | None = None


def find_place(archive: Archive, language: str, path: str) -> Place:
    """Return what answers `path` in a language."""
    mounted = is_mounted(archive.sha256)
    first, _slash, rest = path.partition("/")
    if mounted and first.lower() in archive.languages and path != first:
        return Place(leads_to=(first.lower(), rest))
    if path and not path.endswith("/"):
        member = _find_file(archive, language, path, mounted)
        if member is not None:
            return Place(member)
        return Place(leads_to=(language, f"{path}/")) if _is_folder(archive, language, path) else (
            Place()
        )  # fmt: skip
    for name in INDEX_NAMES:
        member = _find_file(archive, language, path + name, mounted)
        if member is not None:
            return Place(member)
    return _find_start(archive, language, mounted) if not path else Place()


def _find_file(archive: Archive, language: str, path: str, mounted: bool) -> Member | None:
    own = archive.find(f"{language}/{path}") if mounted and language in archive.languages else None
    return own or archive.find(path)


def _is_folder(archive: Archive, language: str, path: str) -> bool:
    return bool({path.casefold(), f"{language}/{path}".casefold()} & archive.folders)


def _find_start(archive: Archive, language: str, mounted: bool) -> Place:
    """Return where the start page is, if not at the top: in this language, else in another."""
    spoken = [language, *archive.languages] if language in archive.languages else archive.languages
    for code in spoken:
        if any(archive.find(f"{code}/{name}") for name in INDEX_NAMES):
            return Place(leads_to=(code, "") if mounted else (language, f"{code}/"))
    return Place()


@lru_cache(maxsize=64)
def is_mounted(sha256: str) -> bool:
    """Tell whether folders of languages are meant to stand for the whole site."""
    archive = open_archive(sha256)
    plain = mounted = 0
    for language in archive.languages:
        start = f"{language}/"
        pages = (name for name in archive.members if name.startswith(start) and is_page(name))
        for name in islice(pages, ASKED_PAGES):
            member = archive.members[name]
            if member.size > MAX_ASKED_BYTES:
                continue
            for link in find_links(decode(archive.read(member))):
                here, root = join_path(name, link.url), join_path(name[len(start) :], link.url)
                if here is None or (here.startswith(start) and archive.find(here)):
                    continue
                if not here.startswith(start):
                    plain += archive.find(here) is not None
                elif root is not None:
                    mounted += archive.find(root) is not None
    return mounted >= plain


def join_path(base: str, url: str) -> str | None:
    """Return the path in the archive to which a relative URL on the page `base` leads.

    None for what leads elsewhere: another host, the root of the server, above the site.
    """
    path = url.partition("#")[0].partition("?")[0].strip()
    if not path or path.startswith("/") or ":" in path.partition("/")[0]:
        return None
    steps = base.split("/")[:-1]
    for step in unquote(path).split("/"):
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step != ".":
            steps.append(step)
    return "/".join(steps)
