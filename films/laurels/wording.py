"""What a laurel says: the words of prize or selection as they were entered, and nothing else."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from editorial.texts import Text
from films.choices import Premiere
from films.sheet.objects import AwardSheet, FilmSheet, PictureSheet, SelectionSheet

# How many stand on a film's page; the list below names them all.
SHOWN = 8
# Which premieres deserve a laurel there, the most important first.
PREMIERES = (Premiere.WORLD, Premiere.INTERNATIONAL, Premiere.EUROPEAN, Premiere.NATIONAL)
RESULTS = ("won", "mention", "nominated")


@dataclass(frozen=True)
class Laurel:
    """One laurel: `head` is its prize or section, `note` the result or the premiere."""

    uuid: str
    head: Text
    note: str
    festival: Text
    year: int | None
    artwork: PictureSheet | None

    @property
    def spoken(self) -> str:
        """All its words in one line."""
        parts = (self.note, self.head.value, self.festival.value, str(self.year or ""))
        return ", ".join(part for part in parts if part)


def laurel_title(laurel: Laurel, film: FilmSheet) -> str:
    """Return what names the laurel wherever it stands: its words and its film."""
    words = {"words": laurel.spoken, "title": film.title.value}
    return _("Laurel: %(words)s (“%(title)s”)") % words


def make_laurels(film: FilmSheet) -> tuple[Laurel, ...]:
    """Return all laurels of a film: prizes, mentions, nominations, then selections."""
    awards = sorted(film.awards, key=lambda award: RESULTS.index(award.result))
    selections = sorted(film.selections, key=_rank)
    made = [_award_laurel(award) for award in awards]
    made += [_selection_laurel(selection) for selection in selections]
    return tuple(laurel for laurel in made if laurel.festival or laurel.head)


def choose_laurels(film: FilmSheet) -> tuple[tuple[Laurel, ...], tuple[Laurel, ...]]:
    """Return those that a film's page shows: of prizes, and of premieres that brought none."""
    awards = {award.uuid for award in film.awards}
    crowned = {award.selection for award in film.awards}
    deserving = {s.uuid for s in film.selections if s.premiere or s.laurel} - crowned
    made = make_laurels(film)
    prizes = [laurel for laurel in made if laurel.uuid in awards][:SHOWN]
    premieres = [laurel for laurel in made if laurel.uuid in deserving]
    return tuple(prizes), tuple(premieres[: SHOWN - len(prizes)])


def _rank(selection: SelectionSheet) -> int:
    if selection.premiere in PREMIERES:
        return PREMIERES.index(Premiere(selection.premiere))
    return len(PREMIERES)


def _award_laurel(award: AwardSheet) -> Laurel:
    note = award.result_label if award.result != "won" else ""
    head = award.name or Text(award.result_label)
    given = Text(award.festival) if award.festival else award.body
    if not award.name:
        note = ""
    return Laurel(award.uuid, head, note, given, award.year, award.laurel)


def _selection_laurel(selection: SelectionSheet) -> Laurel:
    """Return a selection's laurel. Only a section that says so makes a selection official."""
    return Laurel(
        selection.uuid,
        selection.section or Text(_("Selection")),
        selection.premiere_label,
        Text(selection.festival),
        selection.year,
        selection.laurel,
    )
