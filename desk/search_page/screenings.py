"""Coming screenings at a cinema or in a town of that name, or with such guests or remarks."""

from desk.search_page.question import Question, has_all
from editorial.cities import city_spellings
from editorial.memory import remember
from editorial.spelling import fold
from films.calendar import FilmScreening, upcoming

# The words of a screening's title and of its place, by film and row.
Texts = dict[tuple[int, str], tuple[str, str]]


def find_screenings(question: Question, language: str) -> list[FilmScreening]:
    """Return the screenings that have all words, one at least in the place, the next one first."""
    texts = remember(("screening texts", language), Texts)
    return [entry for entry in upcoming(language) if _fits(question, *_read(entry, texts))]


def _fits(question: Question, title: str, place: str) -> bool:
    return has_all(question.words, f"{title}{place}") and any(
        has_all([word], place) for word in question.words
    )


def _read(screening: FilmScreening, texts: Texts) -> tuple[str, str]:
    """Return the words of the title and those of the place; `texts` keeps them."""
    key = (screening.film.record_id, screening.uuid)
    found = texts.get(key)
    if found is None:
        found = texts[key] = (_words(screening.film.title), _words(_place(screening)))
    return found


def _place(screening: FilmScreening) -> str:
    cities = " ".join(city_spellings(screening.city, screening.country_code))
    told = f"{screening.note.value} {screening.guests.value} {screening.festival}"
    return f"{screening.venue} {cities} {screening.country} {told}"


def _words(text: str) -> str:
    return "".join(f" {word}" for word in fold(text).split())
