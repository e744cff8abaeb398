"""Coming screenings at a cinema or in a town of that name, or with such guests or remarks."""

from desk.search_page.question import Question, has_all
from editorial.cities import city_spellings
from editorial.spelling import fold
from films.calendar import FilmScreening, upcoming


def find_screenings(question: Question, language: str) -> list[FilmScreening]:
    """Return the screenings that have all words, one at least in the place, the next one first."""
    return [screening for screening in upcoming(language) if _fits(question, screening)]


def _fits(question: Question, screening: FilmScreening) -> bool:
    cities = " ".join(city_spellings(screening.city, screening.country_code))
    told = f"{screening.note.value} {screening.guests.value} {screening.festival}"
    place = _words(f"{screening.venue} {cities} {screening.country} {told}")
    title = _words(screening.film.title)
    return has_all(question.words, f"{title}{place}") and any(
        has_all([word], place) for word in question.words
    )


def _words(text: str) -> str:
    return "".join(f" {word}" for word in fold(text).split())
