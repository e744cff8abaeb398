"""The rows of some films: twenty credits in the middle, festivals, screenings, words of the press.

Rows are made in memory and written table by table; the chance is seeded, so that two databases
get the same catalogue.
"""

import random
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bench.size.shared import (
    FIRST_YEAR,
    IMAGES_A_FILM,
    LAST_YEAR,
    Shared,
    make_records,
    make_uuid,
    write,
)
from bench.size.words import COUNTRIES, OUTLETS, make_name, make_text, make_title, weighted
from editorial.models import Record
from editorial.models.base import make_key
from films.choices import Category

CREW = (
    "director", "screenplay", "producer", "cinematography", "editing", "original_music",
    "sound_design", "production_design", "costume_design", "makeup",
)  # fmt: skip
FEWEST_CAST, MOST_CAST = 4, 16
# So few films have screenings to come.
SCREENED = 0.03
TODAY = datetime(LAST_YEAR, 11, 1, tzinfo=UTC)
Rows = dict[type[Any], list[Any]]


def make_films(dice: random.Random, shared: Shared, start: int, count: int) -> list[Record]:
    """Write so many films with all their rows; return their records."""
    titles = [make_title(dice) for _n in range(count)]
    slugs = [{code: make_key(f"{title[code]} {start + n}") for code in title}
             for n, title in enumerate(titles)]  # fmt: skip
    records = make_records(dice, Record.Kind.FILM, (slug["en"] for slug in slugs))
    rows: Rows = defaultdict(list)
    for n, record in enumerate(records):
        _fill(rows, dice, shared, record, start + n, titles[n], slugs[n])
    for model, made in rows.items():
        write(model, made)
    return records


def _fill(
    rows: Rows, dice: random.Random, shared: Shared, record: Record, number: int,
    title: dict[str, str], slug: dict[str, str],
) -> None:  # fmt: skip
    from films.models import Film

    category = weighted(dice, Category.values, (40, 20, 30, 4, 6))
    # More films are new than old.
    year = LAST_YEAR - int((LAST_YEAR - FIRST_YEAR) * dice.random() ** 2)
    texts: dict[str, str] = {}
    lengths = {"logline": 1, "synopsis_short": 4, "synopsis_medium": 8}
    if number % 3 == 0:
        lengths |= {"synopsis_long": 18, "directors_statement": 8}
    for name, sentences in lengths.items():
        texts |= {f"{name}_{code}": text for code, text in make_text(dice, sentences).items()}
    names = {f"title_{c}": t for c, t in title.items()} | {f"slug_{c}": s for c, s in slug.items()}
    film = Film(record=record, category=category, year=year, **names, **texts)
    rows[Film].append(film)
    rows[Film.genres.through] += [
        Film.genres.through(film_id=record.pk, genre_id=pk)
        for pk in dice.sample(shared.genres, dice.randint(1, 2))
    ]
    _add_facts(rows, dice, film, number)
    _add_credits(rows, dice, shared, film)
    _add_festivals(rows, dice, shared, film)
    _add_pictures(rows, dice, shared, film, number)
    _add_press(rows, dice, film, title)


def _add(rows: Rows, dice: random.Random, model: type[Any], **values: Any) -> Any:
    row = model(uuid=make_uuid(dice), **values)
    rows[model].append(row)
    return row


def _add_facts(rows: Rows, dice: random.Random, film: Any, number: int) -> None:
    from films.models import AlternativeTitle, Country, ExternalId, Release, Version

    for place, code in enumerate(dict.fromkeys(dice.choices(COUNTRIES, k=dice.randint(1, 3)))):
        _add(rows, dice, Country, film=film, code=code, position=place)
    seconds = dice.randint(5, 30) * 60 if film.category == "short" else dice.randint(70, 140) * 60
    _add(rows, dice, Version, film=film, is_main=True, runtime_seconds=seconds, format="DCP",
         dialogue_languages=["de"], subtitle_languages=["en"])  # fmt: skip
    if dice.random() < 0.5:
        _add(rows, dice, ExternalId, film=film, scheme="imdb", value=f"tt{9_000_000 + number}")
    if dice.random() < 0.2:
        other = make_title(dice)["en"]
        _add(rows, dice, AlternativeTitle, film=film, title=other, kind="working", language="en")
    if dice.random() < 0.3:
        _add(rows, dice, Release, film=film, country="DE", date=date(film.year, 9, 12),
             status="done")  # fmt: skip


def _add_credits(rows: Rows, dice: random.Random, shared: Shared, film: Any) -> None:
    from films.models import CompanyCredit, Credit

    cast = dice.randint(FEWEST_CAST, MOST_CAST)
    for place, role in enumerate((*CREW, *("actor",) * cast)):
        character = make_name(dice).partition(" ")[0] if role == "actor" else ""
        # Some people are in many films, most in a few.
        person = shared.people[int(len(shared.people) * dice.random() ** 1.3)]
        _add(rows, dice, Credit, film=film, role_id=shared.roles[role], person_id=person,
             position=place, character_en=character, character_de=character)  # fmt: skip
    for function in dice.sample(
        ("production_company", "distributor", "world_sales"), dice.randint(1, 2)
    ):
        _add(rows, dice, CompanyCredit, film=film, company_id=dice.choice(shared.companies),
             function=function)  # fmt: skip


def _add_festivals(rows: Rows, dice: random.Random, shared: Shared, film: Any) -> None:
    from films.models import Award, Screening, Selection

    for place, (edition, _year) in enumerate(_editions(dice, shared, film.year)):
        selection = _add(rows, dice, Selection, film=film, edition_id=edition, position=place,
                         section_en="Competition", section_de="Wettbewerb")  # fmt: skip
        if dice.random() < 0.25:
            _add(rows, dice, Award, film=film, selection=selection, name_en="Audience Award",
                 name_de="Publikumspreis", body="Jury", year=film.year)  # fmt: skip
    if dice.random() < SCREENED:
        for _n in range(dice.randint(1, 4)):
            moment = TODAY + timedelta(days=dice.randint(-60, 200), hours=dice.randint(10, 20))
            _add(rows, dice, Screening, film=film, venue_id=dice.choice(shared.venues),
                 local_time=moment)  # fmt: skip


def _editions(dice: random.Random, shared: Shared, year: int) -> Iterable[tuple[int, int]]:
    """Return up to four editions, each of another festival; old films were at none that is kept."""
    if year < LAST_YEAR - 9:
        return ()
    ten = dice.sample(range(len(shared.editions) // 10), min(4, dice.randint(0, 4)))
    return (shared.editions[n * 10 + year - (LAST_YEAR - 9)] for n in ten)


def _add_pictures(rows: Rows, dice: random.Random, shared: Shared, film: Any, number: int) -> None:
    from films.models import Placement

    first = number * IMAGES_A_FILM
    for place, image in enumerate(shared.images[first : first + IMAGES_A_FILM]):
        usage = "still" if place else "poster"
        _add(rows, dice, Placement, film=film, image_id=image, usage=usage, position=place)


def _add_press(rows: Rows, dice: random.Random, film: Any, title: dict[str, str]) -> None:
    from films.models import PressItem, Quote

    for place in range(dice.choice((0, 0, 1, 2))):
        item = _add(rows, dice, PressItem, film=film, outlet=dice.choice(OUTLETS), position=place,
                    title=f"Seen: {title['en']}", author=make_name(dice), language="en",
                    date=date(film.year, 10, 3))  # fmt: skip
        words = make_text(dice, 1)
        _add(rows, dice, Quote, press_item=item, text=words["en"], translation_de=words["de"],
             is_featured=place == 0)  # fmt: skip
