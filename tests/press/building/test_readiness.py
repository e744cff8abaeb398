"""What a kit lacks is named, each thing with the way to its field."""

import pytest
from django.utils import translation

from editorial.changes import change
from films.models import CompanyCredit
from pages.models import Profile
from people.models import Company
from press.building.readiness import Gap, find_gaps
from press.building.saying import say_gap
from tests.factories import FilmFactory, make_image, place

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
        Profile.objects.create(name="Nord", press_terms_en="Free for reviews.")
    for usage, colour in (("still", (9, 9, 9)), ("poster", (200, 9, 9))):
        image = make_image(colour=colour)
        with change(None, "test"):
            image.caption_en, image.photographer = "The ferry", "Ada"
            image.width, image.height = 2480, 1748
            image.save()
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
    edit(still.image, width=1748, height=2480)
    assert codes(film, "en") == []
    edit(still.image, width=1747)
    values = {"name": str(still.image), "width": 1747, "height": 2480}
    url = f"/admin/films/film/{film.pk}/stills/{still.uuid}/"
    assert find_gaps(film, ("en",)) == [Gap("small still", "", values, url)]


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


@pytest.mark.parametrize("more", [0, 3])
def test_queries_do_not_depend_on_how_many_pictures_there_are(
    film, more, django_assert_num_queries
):
    for number in range(more):
        place(film, make_image(colour=(number, 99, 9)))
    find_gaps(film, ("en", "de"))
    with django_assert_num_queries(QUERIES):
        find_gaps(film, ("en", "de"))


QUERIES = 32
