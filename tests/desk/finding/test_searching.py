"""The search of the desk: everything, in every language and spelling, and kept true."""

import pytest
from django.utils.translation import override

from assets.models import MediaFile
from desk.finding.entry import SearchEntry
from desk.finding.indexing import fill_index
from desk.finding.searching import search_desk, with_pages, words_in
from editorial.changes import change
from editorial.publishing import publish
from festivals.models import Venue
from films.models import AlternativeTitle, PressItem
from people.models import Company, PersonName
from tests.factories import (
    CreditFactory,
    FestivalFactory,
    FilmFactory,
    PageFactory,
    PersonFactory,
    VenueFactory,
    make_image,
)

pytestmark = pytest.mark.django_db


def found(question: str, **options) -> list[tuple[str, str]]:
    groups = search_desk(question, 8, **options)
    return [(hit.kind, hit.title) for group in groups for hit in group.hits]


def write(make):
    with change(None, "test"):
        return make()


@pytest.mark.parametrize(
    "question",
    [
        "müßige",
        "MUESSIGE",
        "mussige",
        "Tage",
        "müßige söhne",
        "sohne muss",
        "Idle",
        "1999",
        "idle sons",
    ],
)
def test_film_is_found_in_every_language_and_spelling(question):
    FilmFactory(title_en="Idle Sons", title_de="Müßige Söhne, müßige Tage", year=1999)
    FilmFactory(title_en="Another", title_de="Ein anderer", year=2000)
    assert found(question) == [("film", "Idle Sons")]


def test_every_word_must_be_found():
    FilmFactory(title_en="Idle Sons", title_de="")
    assert found("idle daughters") == []


@pytest.mark.parametrize(
    "question", ["Чулпан", "чулпан хаматова", "Chulpan", "Khamatova", "Chamatowa"]
)
def test_person_is_found_by_every_name_in_every_script(question):
    person = PersonFactory(name="Chulpan Khamatova")
    for name, kind in (("Чулпан Хаматова", "legal"), ("Tschulpan Chamatowa", "transliteration")):
        write(
            lambda name=name, kind=kind: PersonName.objects.create(
                person=person, name=name, kind=kind
            )
        )
    assert found(question) == [("person", "Chulpan Khamatova")]


def test_misspelled_person_is_offered_as_similar():
    PersonFactory(name="Emilia Kusturica")
    group = search_desk("Kusturitza", 8)[0]
    assert (group.kind, group.is_similar, group.hits[0].title) == (
        "person",
        True,
        "Emilia Kusturica",
    )


def test_everything_with_a_form_is_found():
    film = FilmFactory(title_en="Zanzibar film", title_de="")
    write(
        lambda: AlternativeTitle.objects.create(
            film=film, title="Zanzibar mon amour", kind="original"
        )
    )
    PersonFactory(name="Zanzibar Jones")
    write(lambda: Company.objects.create(name="Zanzibar Pictures"))
    FestivalFactory(name_en="Zanzibar International", name_de="")
    VenueFactory(name="Kino Zanzibar")
    PageFactory(title_en="Zanzibar workshops", title_de="")
    make_image(caption_de="Am Strand von Zanzibar")
    write(
        lambda: MediaFile.objects.create(
            kind="video", sha256="a" * 64, extension="mp4", size=1, original_name="zanzibar.mp4"
        )
    )
    write(lambda: PressItem.objects.create(film=film, title="Back from Zanzibar", outlet="Variety"))
    assert [kind for kind, _title in found("zanzibar")] == [
        "film", "person", "company", "festival", "venue", "page", "image", "video", "press_item",
    ]  # fmt: skip


def test_picture_is_found_by_file_name_and_photographer():
    make_image(photographer="Wanda Öhler")
    assert found("oehler") == found("ohler") != []


def test_longer_texts_are_searched_when_asked_for():
    FilmFactory(title_en="Ferry", logline_en="A lighthouse keeper learns to dance.")
    assert (found("lighthouse"), found("lighthouse ferry", in_prose=True)) == (
        [],
        [("film", "Ferry")],
    )


def test_likeliest_comes_first():
    for title in ("Open Windows", "A Sea of Windows", "Windows", "Swindowser"):
        FilmFactory(title_en=title, title_de="", slug_en=title.lower().replace(" ", "-"))
    assert [title for _kind, title in found("windows")][:2] == ["Windows", "A Sea of Windows"]
    assert found("windows")[-1] == ("film", "Swindowser")


def test_count_tells_of_those_that_are_not_shown():
    for number in range(5):
        FilmFactory(title_en=f"Island {number}")
    group = search_desk("island", 2)[0]
    assert (group.count, len(group.hits)) == (5, 2)


@pytest.mark.parametrize("question", ["", " ", "-", "'", "%", "_", "\\", "((", "?" * 50])
def test_signs_find_nothing(question):
    FilmFactory(title_en="Plain")
    assert found(question) == []


def test_long_question_is_cut():
    assert len(words_in(" ".join(f"word{n}" for n in range(99)))) == 8


def test_changes_are_found_at_once():
    film = FilmFactory(title_en="Old name", title_de="")
    with change(None, "test"):
        film.title_en = "New name"
        film.save()
    assert (found("old"), found("new")) == ([], [("film", "New name")])
    with change(None, "test"):
        film.delete()
    assert found("new") == []


def test_venues_are_kept_true_too():
    venue = VenueFactory(name="Arsenal", city="Berlin")
    write(lambda: Venue.objects.filter(pk=venue.pk).update(name="Delphi"))
    assert (found("arsenal"), found("delphi berlin")) == ([], [("venue", "Delphi")])
    write(venue.delete)
    assert found("delphi") == []


def test_venues_made_in_bulk_are_found():
    write(
        lambda: Venue.objects.bulk_create([Venue(name="Rex", zone="Europe/Berlin", country="DE")])
    )
    assert found("rex") == [("venue", "Rex")]


def test_old_site_is_indexed_once():
    FilmFactory(title_en="Before the search")
    VenueFactory(name="Old cinema")
    SearchEntry.objects.all().delete()
    assert (fill_index(), fill_index()) == (2, 0)
    assert found("before") == [("film", "Before the search")]


def test_hits_say_where_visitors_see_them():
    film = CreditFactory(person__name="Ana Sol", film__title_en="Seen").film
    publish(film.record, "en")
    FilmFactory(title_en="Seen by nobody")
    groups = with_pages(search_desk("seen", 8)) + with_pages(search_desk("ana sol", 8))
    pages = {hit.title: [page.url for page in hit.shown] for group in groups for hit in group.hits}
    address = film.record.addresses.get().path
    assert pages == {
        "Seen": [f"/en/{address}/"],
        "Seen by nobody": [],
        "Ana Sol": [f"/en/people/{film.credits.get().person.key}/"],
    }


@pytest.mark.parametrize("count", [1, 3])
def test_search_costs_the_same_for_one_hit_and_three(count, django_assert_num_queries):
    for number in range(count):
        publish(FilmFactory(title_en=f"Island {number}").record, "en")
        PersonFactory(name=f"Island Jones {number}")
    with django_assert_num_queries(3):
        groups = with_pages(search_desk("island", 8))
    assert [group.count for group in groups] == [count, count]


def test_words_are_found_on_postgresql_alike():
    """What the database compares is folded before: no collation has a say."""
    film = FilmFactory(title_en="ÄÖÜ ß É Ñ Ł Ж", title_de="")
    assert SearchEntry.objects.get(record=film.record_id, kind="film").text.startswith(" ")
    assert found("äöü ss e n l ж") == [("film", "ÄÖÜ ß É Ñ Ł Ж")]


def test_line_of_a_record_keeps_its_number():
    film = FilmFactory(title_en="Night Ferry")
    before = SearchEntry.objects.get(kind="film").pk
    with change(None, "test"):
        film.title_en = "Night Ferries"
        film.save()
    assert SearchEntry.objects.get(kind="film").pk == before
    assert found("ferries") == [("film", "Night Ferries")]


def test_line_is_the_same_in_whatever_language_somebody_saves():
    film = FilmFactory(title_en="Idle Sons", title_de="Müßige Söhne")
    with override("de"), change(None, "test"):
        film.year = 1999
        film.save()
    assert found("idle") == [("film", "Idle Sons")]


def test_press_item_that_goes_is_found_no_more():
    film = FilmFactory(title_en="Night Ferry")
    item = write(lambda: PressItem.objects.create(film=film, title="Calm seas", outlet="Variety"))
    assert [kind for kind, _title in found("calm")] == ["press_item"]
    write(item.delete)
    assert found("calm") == []
