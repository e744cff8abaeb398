"""What a laurel says: the words of prize or selection as they were entered, and nothing else."""

from dataclasses import dataclass, replace
from unicodedata import category

from django.utils.translation import gettext as _

from assets.naming import is_visible
from editorial.texts import Text
from films.choices import Premiere
from films.sheet.objects import AwardSheet, FilmSheet, PictureSheet, SelectionSheet
from films.sheet.telling import say_result

# How many stand on a film's page; the list below names them all.
SHOWN = 8
# Which premieres deserve a laurel there, the most important first.
PREMIERES = (Premiere.WORLD, Premiere.INTERNATIONAL, Premiere.EUROPEAN, Premiere.NATIONAL)
# Letters, numbers, punctuation and symbols (Unicode's general categories).
SEEN = "LNPS"
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
    """Return all laurels of a film: prizes, mentions, nominations, then selections.

    Without a word that can be seen there is none, unless there is artwork.
    """
    awards = sorted(film.awards, key=lambda award: RESULTS.index(award.result))
    selections = sorted(film.selections, key=_rank)
    made = [_award_laurel(award) for award in awards]
    made += [_selection_laurel(selection) for selection in selections]
    return tuple(laurel for laurel in made if laurel)


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


def _award_laurel(award: AwardSheet) -> Laurel | None:
    name = _see(award.name)
    given = _see(Text(award.festival)) or _see(award.body)
    if not (name or given or award.laurel):
        return None
    note = say_result(award.result, name.value) if name else ""
    head = name or Text(award.result_label)
    return Laurel(award.uuid, head, note, given, award.year, award.laurel)


def _selection_laurel(selection: SelectionSheet) -> Laurel | None:
    """Return a selection's laurel. Only a section that says so makes a selection official."""
    section, festival = _see(selection.section), _see(Text(selection.festival))
    if not (section or festival or selection.laurel):
        return None
    return Laurel(
        selection.uuid,
        section or Text(_("Selection")),
        selection.premiere_label,
        festival,
        selection.year,
        selection.laurel,
    )


def _see(text: Text) -> Text:
    """Return what can be seen of a text: nothing of one made of accents and joiners only."""
    kept = (char if char.isspace() or is_visible(char) else "" for char in text.value)
    words = " ".join("".join(kept).split())
    is_seen = any(category(char)[0] in SEEN for char in words)
    return replace(text, value=words if is_seen else "")
