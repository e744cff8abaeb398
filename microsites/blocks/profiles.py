"""Who made the film: portrait, what he or she did, biography."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from editorial.texts import EMPTY, Text
from films.sheet.objects import FilmSheet, NameSheet, PictureSheet
from films.sheet.profiles import ProfileSheet
from microsites.blocks.base import BlockKind
from microsites.initials import initials_of
from microsites.sheet.objects import BlockSheet, EntrySheet, MicrositeSheet
from people.role_words import role_word


@dataclass(frozen=True)
class Shown:
    """A person in the block. `slug` leads to his or her page, `done` are roles and characters."""

    name: str
    slug: str
    portrait: PictureSheet | None
    done: tuple[Text, ...]
    text: Text
    initials: str


class Profiles(BlockKind):
    key = "profiles"
    label = _("People")
    help = _(
        "Portrait, role and biography, from the record. Without entries: directors and leads. An "
        "entry names a person; its title replaces the role, its text the biography, its picture "
        "the portrait."
    )
    fields = ("heading", "text")
    variants = (("rows", _("One below the other")), ("cards", _("Cards side by side")))
    entry_fields = ("person", "title", "text", "image")
    entries_label = _("People")
    is_from_record = True

    def fill(self, block: BlockSheet, site: MicrositeSheet) -> Mapping[str, Any] | None:
        is_brief = self.variant_of(block) == "cards"
        if block.entries:
            shown = [_from_entry(entry, site.film, is_brief) for entry in block.entries]
        else:
            shown = [_from_profile(profile, site.film, is_brief) for profile in _usual(site)]
        people = tuple(person for person in shown if person.name)
        if not people:
            return None
        return {"people": people, "has_portraits": any(person.portrait for person in people)}

    def default_heading(self, block: BlockSheet, site: MicrositeSheet) -> str:
        return pgettext("heading", "People")


def _usual(site: MicrositeSheet) -> list[ProfileSheet]:
    """Return directors and leads of whom more is known than the name, each once."""
    leads = [name for name in site.film.cast if name.is_lead]
    keys = dict.fromkeys(
        name.slug for name in (*site.film.directors, *leads) if name.kind == "person"
    )
    found = (site.profiles[key] for key in keys if key in site.profiles)
    return [person for person in found if person.portrait or _tell(person, False)]


def _from_entry(entry: EntrySheet, film: FilmSheet, is_brief: bool) -> Shown:
    """Return what an entry shows. One without a person in the record has the name as its title."""
    if entry.person is None:
        name = entry.title.value
        return Shown(name, "", entry.picture, (), entry.text, initials_of(name))
    person = _from_profile(entry.person, film, is_brief)
    return Shown(
        person.name,
        person.slug,
        entry.picture or person.portrait,
        (entry.title,) if entry.title else person.done,
        entry.text or person.text,
        person.initials,
    )


def _from_profile(person: ProfileSheet, film: FilmSheet, is_brief: bool) -> Shown:
    done = tuple(dict.fromkeys(_done(person.slug, film))) if person.slug else ()
    text = _tell(person, is_brief)
    return Shown(person.name, person.slug, person.portrait, done, text, initials_of(person.name))


def _done(slug: str, film: FilmSheet) -> Iterable[Text]:
    """Yield the roles in the form that fits the person, then the characters."""
    for role in film.crew:
        for name in role.names:
            if _is(name, slug):
                yield Text(role_word(role.key, name.word_form, film.language) or role.label)
    for name in film.cast:
        if _is(name, slug):
            word = role_word("actor", name.word_form, film.language)
            yield name.character or Text(word)


def _is(name: NameSheet, slug: str) -> bool:
    return name.kind == "person" and name.slug == slug


def _tell(person: ProfileSheet, is_brief: bool) -> Text:
    """Return the biography that fits the form; one in the page's own language comes first."""
    texts = [person.short_biography, person.biography]
    ordered = texts if is_brief else texts[::-1]
    own = [text for text in ordered if text and not text.is_foreign]
    return next((text for text in (*own, *ordered) if text), EMPTY)
