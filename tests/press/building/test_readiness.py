"""What a kit lacks is named, each thing with the way to its field."""

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from assets.naming import original_name_of
from editorial.changes import change
from films.models import CompanyCredit, Release
from pages.models import Profile
from people.models import Company
from press.building.gaps import WEIGHTS, Gap, weigh
from press.building.readiness import find_gaps
from press.building.saying import say_gap
from press.desk.shown import sum_gaps
from tests.assets.object_store.conftest import keep_in
from tests.factories import CreditFactory, FilmFactory, make_image, place

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    """A film of which everything is said, in one language."""
    texts = {f"{name}_en": "A ferry sails." for name in
             ("logline", "synopsis_short", "synopsis_medium", "synopsis_long")}  # fmt: skip
    film = FilmFactory(**texts)
    with change(None, "test"):
        agent = Company.objects.create(name="Holtfreter", email="press@example.org")
        CompanyCredit.objects.create(film=film, company=agent, function="press_agent")
        Release.objects.create(film=film, country="DE", date="2020-03-01")
        Profile.objects.create(name="Nord", press_terms_en="Free for reviews.")
    sizes = {"still": (2480, 1748), "poster": (600, 900), "background": (900, 600)}
    for usage, (width, height) in sizes.items():
        image = make_image(width=width, height=height, colour=(width % 251, 9, 9))
        edit(image, caption_en="The ferry", photographer="Ada")
        place(film, image, usage=usage)
    return film


def codes(film, *languages):
    return [gap.code for gap in find_gaps(film, languages)]


def edit(row, **facts):
    with change(None, "test"):
        for name, value in facts.items():
            setattr(row, name, value)
        row.save()


def test_film_of_which_everything_is_said_lacks_nothing(film):
    assert codes(film, "en") == []


def test_still_must_be_large_enough_for_a5_whichever_way_it_stands(film):
    still = film.placements.get(usage="still")
    upright = make_image(width=1748, height=2480, colour=(9, 9, 9))
    small = make_image(width=1747, height=2480, colour=(9, 9, 200))
    for image, found in ((upright, []), (small, ["small still"])):
        edit(image, caption_en="The ferry", photographer="Ada")
        edit(still, image=image)
        assert codes(film, "en") == found
    (gap,) = find_gaps(film, ("en",))
    assert gap.values == {"name": str(small), "width": 1747, "height": 2480}
    assert gap.url == f"/admin/films/film/{film.pk}/stills/{still.uuid}/#id_file"


@pytest.mark.parametrize(
    ("facts", "code"),
    [({"caption_en": ""}, "no caption"), ({"photographer": "", "copyright": ""}, "no credit")],
    ids=["caption", "credit"],
)
def test_picture_without_words_is_named(film, facts, code):
    edit(film.placements.get(usage="poster").image, **facts)
    assert codes(film, "en") == [code]


def test_picture_that_nobody_may_see_is_missing(film):
    edit(film.placements.get(usage="still").image, access="internal")
    assert codes(film, "en") == ["no still"]


def test_synopsis_over_its_limit_leads_to_its_field(film):
    edit(film, synopsis_short_en="word " * 51)
    (gap,) = find_gaps(film, ("en",))
    assert gap.values == {"field": "synopsis_short", "words": 51, "limit": 50}
    assert gap.url == f"/admin/films/film/{film.pk}/change/#id_synopsis_short_en"


def test_synopsis_of_no_language_is_empty(film):
    edit(film, synopsis_long_en="")
    assert codes(film, "en") == ["empty"]


def test_text_that_another_language_has_is_untranslated_then_outdated(film, django_user_model):
    edit(film, title_de="Fähre", synopsis_short_de="Eine Fähre fährt.")
    found = [gap.values.get("field") for gap in find_gaps(film, ("de",))
             if gap.code == "untranslated"]  # fmt: skip
    assert found == ["logline", "synopsis_medium", "synopsis_long"]
    with change(django_user_model.objects.create_superuser("ed"), "test"):
        film.synopsis_short_en = "A ferry sinks."
        film.save()
    outdated = [gap for gap in find_gaps(film, ("de",)) if gap.code == "outdated"]
    assert [gap.values["field"] for gap in outdated] == ["synopsis_short"]


def test_press_contact_must_be_there_and_reachable(film):
    agent = Company.objects.get(name="Holtfreter")
    edit(agent, email="")
    assert codes(film, "en") == ["silent press contact"]
    with change(None, "test"):
        film.company_credits.all().delete()
    assert codes(film, "en") == ["no press contact"]


def test_terms_for_the_press_are_asked_for_in_the_language_of_the_kit(film):
    assert "no terms" in codes(film, "de")


def test_gap_is_said_in_the_language_of_who_looks():
    values = {"field": "synopsis_short", "words": 63, "limit": 50}
    with translation.override("de"):
        assert say_gap("too long", values) == "Kurzinhalt: 63 Wörter, erlaubt sind 50"
        assert say_gap("open rows", {"count": 1}) == (
            "1 Text in einer Zeile ist nicht übersetzt oder veraltet"
        )
    assert say_gap("of another day", {}) == "of another day"


def test_every_gap_has_a_sentence(film):
    with change(None, "test"):
        film.company_credits.all().delete()
    edit(film, synopsis_long_en="", synopsis_short_en="word " * 51)
    for placement in film.placements.all():
        edit(placement.image, caption_en="", photographer="", copyright="", width=10)
    for gap in find_gaps(film, ("en", "de")):
        assert say_gap(gap.code, gap.values) != gap.code


def test_queries_do_not_depend_on_how_many_pictures_there_are(film):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            find_gaps(film, ("en", "de"))
        return len(queries)

    count()
    before = count()
    for number in range(3):
        place(film, make_image(colour=(number, 99, 9)))
    assert (count(), before <= QUERIES) == (before, True)


QUERIES = 32


def test_film_without_release_date_or_key_art_says_so(film):
    with change(None, "test"):
        film.releases.all().update(date=None)
    edit(film.placements.get(usage="background").image, access="internal")
    found = {gap.code: gap.url for gap in find_gaps(film, ("en",))}
    form = f"/admin/films/film/{film.pk}"
    assert found == {
        "no release": f"{form}/change/#releases-group",
        "no key art": f"{form}/stills/",
    }


def test_lost_file_of_a_picture_is_named_before_all_else(film):
    image = film.placements.get(usage="poster").image
    edit(image, caption_en="")
    edit(film, synopsis_long_en="")
    default_storage.delete(original_name_of(image.sha256, image.extension))
    assert codes(film, "en") == ["lost picture", "empty", "no caption"]


def test_store_is_asked_for_each_picture_and_says_which_is_lost(object_store, settings, request):
    keep_in(settings, object_store.new_url())
    film = request.getfixturevalue("film")
    assert codes(film, "en") == []
    image = film.placements.get(usage="still").image
    default_storage.delete(original_name_of(image.sha256, image.extension))
    assert codes(film, "en") == ["lost picture"]


def test_letters_without_a_font_are_named_at_text_and_person(film):
    edit(film, logline_en="A ferry sails to \U00012000.")
    credit = CreditFactory(film=film)
    edit(credit.person, name="\U00012000 Ada")
    person, text = [gap for gap in find_gaps(film, ("en",)) if gap.code == "letters"]
    assert person.url == f"/admin/people/person/{credit.person_id}/change/#id_name"
    assert text.url == f"/admin/films/film/{film.pk}/change/#id_logline_en"
    assert text.values == {"field": "logline", "letters": "\U00012000"}
    with translation.override("de"):
        assert say_gap(person.code, person.values) == (
            "\U00012000 Ada: Die Schriften des PDF haben kein \U00012000"
        )


def test_grave_gaps_come_first(film):
    found = weigh([Gap(code, "", {}, "") for code in reversed(WEIGHTS)])
    assert [gap.code for gap in found] == list(WEIGHTS)


def test_films_are_compared_by_what_they_lack(film):
    other = FilmFactory(title_en="Raft")
    found = {film: [Gap("small still", "", {}, "/a"), Gap("small still", "", {}, "/b")],
             other: [Gap("no poster", "", {}, "/c"), Gap("small still", "", {}, "/d")]}  # fmt: skip
    assert [(one.name, one.films) for one in sum_gaps(found)] == [
        ("No poster for the press", (("Raft", 1, "/c"),)),
        ("Stills too small for print", ((str(film), 2, "/a"), ("Raft", 1, "/d"))),
    ]
