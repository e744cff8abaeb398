"""The festival run of a film: counted from the rows, by year, prizes where they were won."""

from dataclasses import replace

import pytest
from django.utils.translation import override

from editorial.changes import change
from editorial.models import Publication
from editorial.publishing import publish
from films.laurels.wording import choose_laurels
from films.models import Award
from films.run import make_run
from films.sheet import live_sheet
from tests.factories import EditionFactory, FestivalFactory, FilmFactory, SelectionFactory

pytestmark = pytest.mark.django_db


def sheet_of(film, language="en"):
    publish(film.record, language)
    return live_sheet(list(Publication.objects.live().filter(record=film.record)), language)


def give(film, **facts):
    with change(None, "test"):
        return Award.objects.create(film=film, **facts)


def test_small_numbers_are_not_counted_out():
    film = FilmFactory()
    for year in (2010, 2011, 2012, 2013):
        give(film, name_en="Golden Buoy", year=year)
    assert make_run(sheet_of(film)).counts == ()


def test_result_stands_beside_names_that_do_not_say_it():
    film = FilmFactory()
    give(film, name_en="Special mention of the jury", result="mention")
    give(film, name_en="Best Sound", result="mention")
    give(film, name_en="Golden Buoy")
    sheet = sheet_of(film)
    assert [award.result_note for award in sheet.awards] == ["", "Special mention", ""]
    assert [laurel.note for laurel in choose_laurels(sheet)[0]] == ["", "", "Special mention"]


@pytest.mark.parametrize(
    ("country", "english", "german"),
    [
        ("NL", "Premiere in the Netherlands", "Premiere in den Niederlanden"),
        ("FK", "National premiere (Falkland Islands)", "Nationale Premiere (Falklandinseln)"),
        ("", "National premiere", "Nationale Premiere"),
    ],
)
def test_national_premiere_tells_of_which_nation(country, english, german):
    film = FilmFactory()
    edition = EditionFactory(festival=FestivalFactory(country=country))
    SelectionFactory(film=film, edition=edition, premiere="national")
    publish(film.record, "de")
    for language, label in (("en", english), ("de", german)):
        with override(language):
            assert sheet_of(film, language).selections[0].premiere_label == label


def test_counts_have_their_number_and_their_words():
    film, festival = FilmFactory(), FestivalFactory(country="DE")
    for year in (2012, 2013):
        SelectionFactory(film=film, edition=EditionFactory(festival=festival, year=year))
    give(film, name_en="Golden Buoy", name_de="Goldene Boje")
    for name in ("Sound", "Light", "Costumes", "Hats", "Boats"):
        give(film, name_en=name, name_de=name, result="nominated")
    sheet = sheet_of(film)
    with override("en"):
        counts = [(count.number, count.label) for count in make_run(sheet).counts]
    assert counts == [(1, "festival"), (1, "country"), (1, "prize"), (5, "nominations")]
    with override("de"):
        labels = [count.label for count in make_run(sheet).counts]
    assert labels == ["Festival", "Land", "Preis", "Nominierungen"]


def test_prize_stands_at_the_selection_it_was_won_in():
    film, festival = FilmFactory(), FestivalFactory(name_en="Harbour Film Days")
    first = SelectionFactory(film=film, edition=EditionFactory(festival=festival, year=2012))
    SelectionFactory(film=film, edition=EditionFactory(festival=festival, year=2013))
    give(film, name_en="Named", selection=first)
    give(film, name_en="By year", festival=festival, year=2013)
    give(film, name_en="Lola", body_en="Film Academy", year=2013)
    years = make_run(sheet_of(film)).years
    told = [
        (year.year, [(s.name.value, [a.name.value for a in s.awards]) for s in year.stops])
        for year in years
    ]
    assert told == [
        (2013, [("Harbour Film Days", ["By year"]), ("Film Academy", ["Lola"])]),
        (2012, [("Harbour Film Days", ["Named"])]),
    ]


def test_laurels_are_for_prizes_first_then_for_premieres_without_one():
    film = FilmFactory()
    won = SelectionFactory(film=film, premiere="world")
    european = SelectionFactory(film=film, premiere="european")
    world = SelectionFactory(film=film, premiere="world")
    SelectionFactory(film=film)
    nominated = give(film, name_en="Sound", result="nominated")
    prize = give(film, name_en="Golden Buoy", selection=won)
    prizes, premieres = choose_laurels(sheet_of(film))
    assert [laurel.uuid for laurel in prizes] == [str(prize.uuid), str(nominated.uuid)]
    assert [laurel.uuid for laurel in premieres] == [str(world.uuid), str(european.uuid)]


def test_page_shows_eight_laurels_at_most():
    film = FilmFactory()
    SelectionFactory(film=film, premiere="world")
    give(film, name_en="Golden Buoy")
    sheet = sheet_of(film)
    many = replace(sheet, awards=sheet.awards * 9)
    assert [len(laurels) for laurels in choose_laurels(many)] == [8, 0]
