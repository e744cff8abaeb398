"""Two documents compared, in words."""

from copy import deepcopy
from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from editorial.changes import change
from editorial.documents import document_of
from editorial.history.differences import differences
from films.models import Country, Screening, Version
from people.models import Person
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PersonFactory,
    VenueFactory,
    make_image,
    place,
)

pytestmark = pytest.mark.django_db


def seen(before, after, **kwargs):
    return [
        (d.kind, d.place, d.label, d.language, d.before, d.after)
        for d in differences(before, after, **kwargs)
    ]


def test_equal_documents_have_no_differences():
    document = document_of(CreditFactory().film.record)
    assert differences(document, deepcopy(document)) == []
    assert differences(None, None) == []


def test_main_row_values_are_shown_as_people_read_them():
    before = document_of(FilmFactory(category="feature", year=2011).record)
    after = deepcopy(before)
    after["facts"] |= {"category": "short", "year": 2012}
    after["texts"]["de"]["facts"]["title"] = "Die Tagfähre"
    after["texts"]["de"]["facts"].pop("slug")
    with override("en"):
        found = differences(before, after)
    assert [(d.path, d.kind, d.label, d.before, d.after) for d in found[:2]] == [
        (("facts", "category"), "value", "Category", "Feature film", "Short film"),
        (("facts", "year"), "value", "Year", "2011", "2012"),
    ]
    assert [(d.path, d.kind, d.label, d.language) for d in found[2:]] == [
        (("texts", "de", "facts", "title"), "text", "Title", "de"),
        (("texts", "de", "facts", "slug"), "text", "Address", "de"),
    ]
    assert "".join(w.text for w in found[2].words if w.op == "added") == "Tagfähre"


def test_languages_choose_texts_but_keep_what_is_neutral():
    before = document_of(FilmFactory().record)
    after = deepcopy(before)
    after["facts"]["year"] = 1999
    for code in ("en", "de"):
        after["texts"][code]["facts"]["title"] = "Other"
    assert [d.language for d in differences(before, after, ["de"])] == ["", "de"]


def test_rows_are_named_by_role_and_person():
    credit = CreditFactory(person=PersonFactory(name="Ana Sol"), character_en="Captain")
    before = document_of(credit.film.record)
    after = deepcopy(before)
    after["credits"][0]["credited_as"] = "A. Sol"
    after["texts"]["en"]["credits"][str(credit.uuid)]["character"] = "The Captain"
    with override("en"):
        assert [row[:4] for row in seen(before, after)] == [
            ("text", "Credits: Director, Ana Sol", "Credited as", ""),
            ("text", "Credits: Director, Ana Sol", "Character", "en"),
        ]
    with override("de"):
        assert seen(before, after)[0][1] == "Stab und Besetzung: Regie, Ana Sol"


def test_added_and_removed_rows_say_all_they_hold():
    film = FilmFactory()
    before = document_of(film.record)
    CreditFactory(film=film, person=PersonFactory(name="Ana Sol"), character_en="Captain")
    after = document_of(film.record)
    line = "Director, Ana Sol; Character (English): Captain"
    with override("en"):
        assert seen(before, after) == [("added", "Credits", "Credit", "", "", line)]
        assert seen(after, before) == [("removed", "Credits", "Credit", "", line, "")]


def test_moved_rows_are_told_once_a_list():
    film = FilmFactory()
    with change(None, "test"):
        for position, code in enumerate(("DE", "FR", "XK", "PL")):
            Country.objects.create(film=film, code=code, position=position)
    before = document_of(film.record)
    after = deepcopy(before)
    after["countries"].append(after["countries"].pop(0))
    for position, row in enumerate(after["countries"]):
        row["position"] = position
    with override("en"):
        assert seen(before, after) == [("moved", "Countries", "Order", "", "", "Germany")]


def test_rows_that_only_made_room_are_not_told():
    film = FilmFactory()
    with change(None, "test"):
        row = Country.objects.create(film=film, code="DE", position=0)
    before = document_of(film.record)
    with change(None, "test"):
        row.position = 1
        row.save()
        Country.objects.create(film=film, code="FR", position=0)
    with override("en"):
        after = document_of(film.record)
        assert seen(before, after) == [("added", "Countries", "Country", "", "", "France")]


def test_a_placed_picture_is_shown():
    film, image = FilmFactory(), make_image()
    before = document_of(film.record)
    place(film, image)
    with override("en"):
        assert seen(before, document_of(film.record)) == [
            ("picture", "Pictures of the film", "Still, still.jpg", "", "", str(image.uuid))
        ]


def test_another_file_of_a_picture_is_shown():
    before = document_of(make_image().record)
    after = deepcopy(before)
    after["facts"] |= {"sha256": "f" * 64, "width": 1200, "height": 800}
    (found,) = differences(before, after)
    sha256 = before["facts"]["sha256"]
    assert (found.kind, found.before) == ("picture", f"{sha256} 900 600")
    assert found.after == f"{'f' * 64} 1200 800"


def test_a_screening_is_named_on_the_clock_of_its_venue():
    film, venue = FilmFactory(), VenueFactory(name="Kino Tarkowski", zone="Asia/Almaty")
    before = document_of(film.record)
    with change(None, "test"):
        Screening.objects.create(
            film=film, venue=venue, local_time=datetime(2026, 3, 4, 15, 30, tzinfo=UTC)
        )
    with override("de"):
        (found,) = differences(before, document_of(film.record))
    assert found.after == "4. März 2026, 20:30 Uhr, Kino Tarkowski, Rostock"


def test_runtime_and_languages_are_read_as_words():
    film = FilmFactory()
    with change(None, "test"):
        row = Version.objects.create(
            film=film, is_main=True, runtime_seconds=330, dialogue_languages=["de", "kk"]
        )
    before = document_of(film.record)
    with change(None, "test"):
        row.runtime_seconds, row.dialogue_languages = 5700, ["en"]
        row.save()
    with override("en"):
        assert seen(before, document_of(film.record)) == [
            ("value", "Versions: 95 min", "Runtime", "", "5:30 min", "95 min"),
            ("value", "Versions: 95 min", "Dialogue", "", "German, Kazakh", "English"),
        ]


def test_a_deleted_person_keeps_the_name():
    person = PersonFactory(name="Ana Sol")
    film = CreditFactory(person=person).film
    before = document_of(film.record)
    with change(None, "test"):
        film.credits.all().delete()
        Person.objects.filter(pk=person.pk).delete()
    with override("en"):
        (found,) = differences(before, document_of(film.record))
    assert found.before == "Director, Ana Sol (deleted)"


@pytest.mark.parametrize("rows", [1, 3])
def test_differences_cost_the_same_however_long_the_lists(rows, django_assert_num_queries):
    film = FilmFactory()
    before = document_of(film.record)
    for _row in range(rows):
        CreditFactory(film=film)
        place(film, make_image(colour=(_row, 2, 3)))
    after = document_of(film.record)
    with django_assert_num_queries(3):
        assert len(differences(before, after)) == 2 * rows
