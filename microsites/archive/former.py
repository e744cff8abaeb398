"""Under which addresses an old site stood before: its own pages tell, by how they link out."""

import re

from assets.sites import Archive
from assets.sites.types import is_page
from microsites.archive.findings import MAX_TEXT_BYTES
from microsites.archive.links import find_links
from microsites.archive.texts import decode
from pages.redirecting.rules import Rule

BASE = r"(/(?:[A-Za-z0-9_.~-]{1,60}/){0,3}?)"


def find_former(archive: Archive, slugs: dict[str, str]) -> list[Rule]:
    """Return redirects, from folders of the former server to the film in each language.

    `slugs` are those of the film by language. A page of the old site that links to
    `/former/en/night-ferry/` says that the site stood below `/former/`, too.
    """
    patterns = {
        language: re.compile(rf"{BASE}{re.escape(language)}/{re.escape(slug)}(?:/.*)?")
        for language, slug in slugs.items()
        if slug
    }
    bases: set[str] = set()
    for name, member in archive.members.items():
        if not is_page(name) or member.size > MAX_TEXT_BYTES:
            continue
        for link in find_links(decode(archive.read(member))):
            for pattern in patterns.values():
                match = pattern.fullmatch(link.url.partition("#")[0].partition("?")[0])
                if match and match[1] != "/":
                    bases.add(match[1])
    return [
        Rule(f"{base}{language}/{slugs[language]}", "", True, f"/{language}/{slugs[language]}/")
        for base in sorted(bases)
        for language in patterns
    ]
