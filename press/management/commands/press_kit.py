"""press_kit SLUG --language de --output DIR: the press kits of a film as files."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import override

from editorial.audit.deeds import Deed
from editorial.audit.noting import note
from editorial.fields import languages
from editorial.models import Address, Record
from editorial.names import spoken
from press.building.exporting import write_kit
from press.kit.contents import KitContents, NothingLive, desk_contents, live_contents
from press.kit.formats import FORMATS
from press.models import Kit


class Command(BaseCommand):
    # They take a quarter of its time, and tell of nothing that a kit is made of.
    requires_system_checks = ()
    help = (
        "Write the press kits of a film into a folder. Two languages with a comma make one "
        "bilingual kit; without --format every format is written."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("slug", help="the film's key, or its address in any language")
        parser.add_argument("--language", required=True, help="e.g. de, or de,en")
        parser.add_argument("--format", default="", help="e.g. pdf,docx,zip")
        parser.add_argument("--output", type=Path, required=True, help="a folder; made if need be")
        parser.add_argument("--draft", action="store_true", help="from the desk, not from the site")

    def handle(self, *args: Any, **options: Any) -> None:
        slug, language, format = options["slug"], options["language"], options["format"]
        output, draft = options["output"], options["draft"]
        codes, formats = read_languages(language), read_formats(format)
        film = find_film(slug)
        contents = read_contents(film, codes, draft)
        with override(codes[0]):
            for one in formats:
                try:
                    path = write_kit(contents, one, output)
                except OSError as error:
                    raise CommandError(str(error)) from error
                note(Deed.KIT_TAKEN, film, language=language[:10], detail=one.value)
                self.stdout.write(str(path))


def read_languages(text: str) -> tuple[str, ...]:
    """Return the languages, each once. Raises `CommandError` for one the site does not have."""
    codes = tuple(dict.fromkeys(code.strip() for code in text.split(",")))
    unknown = [code for code in codes if code not in languages()]
    if unknown:
        raise CommandError(_misfit(unknown, languages(), _("language")))
    return codes


def read_formats(text: str) -> list[Kit.Format]:
    """Return the formats, all without a choice. Raises `CommandError` for an unknown one."""
    offered = {format.value: format for format in FORMATS}
    wanted = [name.strip() for name in text.split(",")] if text else list(offered)
    unknown = [name for name in wanted if name not in offered]
    if unknown:
        raise CommandError(_misfit(unknown, offered, _("format")))
    return [offered[name] for name in dict.fromkeys(wanted)]


def _misfit(unknown: Iterable[str], known: Iterable[str], what: str) -> str:
    return _("There is no %(what)s “%(given)s”; there are: %(known)s.") % {
        "what": what, "given": ", ".join(unknown), "known": ", ".join(known)
    }  # fmt: skip


def find_film(slug: str) -> Record:
    """Return the record by key or address. Raises `CommandError`."""
    films = Record.objects.filter(kind=Record.Kind.FILM, binned_at=None)
    addresses = Address.objects.filter(path=slug).values("record")
    film = films.filter(key=slug).first() or films.filter(pk__in=addresses).first()
    if film is None:
        raise CommandError(_("There is no film “%(name)s”.") % {"name": slug})
    return film


def read_contents(film: Record, codes: tuple[str, ...], is_draft: bool) -> KitContents:
    """Return what the kits hold. Raises `CommandError` where nothing is live."""
    make = desk_contents if is_draft else live_contents
    try:
        return make(film, codes)
    except NothingLive as error:
        names = ", ".join(spoken(code) for code in error.languages)
        message = _("“%(film)s” is not live in %(languages)s; --draft writes it from the desk.")
        raise CommandError(message % {"film": film.key, "languages": names}) from error
