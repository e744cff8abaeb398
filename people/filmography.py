"""What a person did for the films that are live: roles, characters, the name in the credits."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from editorial.models import Publication, Reference
from editorial.publishing.window import live_titles
from editorial.texts import Text
from pages.tiles import FilmTile, make_tiles
from people.models import Person
from people.role_words import role_rank, role_word

CAST = "actor"


@dataclass(frozen=True)
class FilmographyEntry:
    """A film with what the person did for it; `credited_as` has names other than the usual one."""

    tile: FilmTile
    roles: tuple[str, ...]
    characters: tuple[Text, ...]
    credited_as: tuple[str, ...] = ()

    @property
    def done(self) -> list[str]:
        """All of it as words for one line."""
        played = [_("as %(character)s") % {"character": part.value} for part in self.characters]
        return [*self.roles, *played]


def make_filmography(
    person: Person, references: Sequence[Reference], language: str
) -> list[FilmographyEntry]:
    """Return the films live in `language` that credit the person, newest first. Five queries."""
    credits: dict[int, list[Reference]] = defaultdict(list)
    for reference in references:
        if reference.usage == "credit":
            credits[reference.publication.record_id].append(reference)
    titles = list(live_titles("film", language).filter(record__in=credits))
    tiles = sorted(make_tiles(titles, language), key=lambda tile: -(tile.year or 0))
    played = _characters(references, language)
    printed = _printed(credits, titles)
    return [
        _make_entry(person, tile, credits[tile.record_id], played, printed, language)
        for tile in tiles
    ]


def _make_entry(
    person: Person,
    tile: FilmTile,
    credits: Iterable[Reference],
    played: dict[Any, Text],
    printed: dict[str, tuple[str, str]],
    language: str,
) -> FilmographyEntry:
    words, characters, names = [], [], []
    for reference in sorted(credits, key=lambda credit: role_rank(credit.role)):
        role_text, name = printed.get(str(reference.row), ("", ""))
        character = played.get(reference.row)
        if character:
            characters.append(character)
        # Whoever plays a part needs no word for it.
        if not (character and reference.role == CAST):
            words.append(role_word(reference.role, person.word_form, language) or role_text)
        names.append(name)
    return FilmographyEntry(
        tile,
        tuple(dict.fromkeys(word for word in words if word)),
        tuple(dict.fromkeys(characters)),
        tuple(dict.fromkeys(name for name in names if name and name != person.name)),
    )


def _characters(references: Iterable[Reference], language: str) -> dict[Any, Text]:
    """Return the characters by credit: in the page's language or in another that is live."""
    found: dict[Any, Text] = {}
    for reference in references:
        spoken = reference.publication.language
        if reference.usage == "character" and (spoken == language or reference.row not in found):
            found[reference.row] = Text(reference.character, spoken, spoken != language)
    return found


def _printed(
    credits: dict[int, list[Reference]], titles: Iterable[Publication]
) -> dict[str, tuple[str, str]]:
    """Return (role as printed, name in the credits) by credit, of one query's parts."""
    wanted = {str(credit.row) for listed in credits.values() for credit in listed}
    facts = {credit.publication_id for listed in credits.values() for credit in listed}
    found = Publication.objects.filter(pk__in=[*facts, *(title.pk for title in titles)])
    names: dict[str, str] = {}
    roles: dict[str, str] = {}
    for rows, texts in found.values_list("parts__credits", "parts__texts__credits"):
        for row in rows or ():
            if row["uuid"] in wanted:
                names[row["uuid"]] = row.get("credited_as", "")
        for uuid, text in (texts or {}).items():
            if uuid in wanted:
                roles[uuid] = text.get("role_text", "")
    return {uuid: (roles.get(uuid, ""), names.get(uuid, "")) for uuid in wanted}
