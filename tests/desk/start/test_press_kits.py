"""Press kits on the start page: those that failed, why and the way there; those in work."""

import pytest
from django.urls import reverse
from django.utils import translation

from desk.start.press_kits import failed_kits, open_kits
from press.models import Kit
from tests.factories import FilmFactory, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    return FilmFactory(title_en="Ferry", title_de="Fähre")


def add_kit(film, state="failed", **facts):
    facts = {"languages": "en", "format": "pdf", "problem": "full:", **facts}
    return Kit.objects.create(record=film.record, state=state, **facts)


def test_failed_kit_is_named_with_why_and_the_way_there(film):
    kit = add_kit(film)
    with translation.override("de"):
        (item,) = failed_kits(make_member("editor")).items
    assert item.title == "Fähre: PDF, alles, Englisch"
    assert item.note.partition(": ")[2] == (
        "Die Festplatte ist voll. Schaffen Sie Platz und erstellen Sie die Mappe noch einmal."
    )
    assert item.url == f"/admin/films/film/{film.pk}/press-kits/#kit-{kit.pk}"
    assert item.retry == f"/admin/films/film/{film.pk}/press-kits/{kit.pk}/again/"


@pytest.mark.parametrize("state", ["waiting", "building", "ready", "failed"])
def test_kit_that_was_asked_for_again_is_named_once_at_most(film, state):
    add_kit(film)
    latest = add_kit(film, state)
    block = failed_kits(make_member("editor"))
    shown = [item.url.partition("#kit-")[2] for item in block.items] if block else []
    assert shown == ([str(latest.pk)] if state == "failed" else [])


def test_only_who_may_build_a_kit_is_told_that_it_failed(film):
    add_kit(film)
    draft = add_kit(film, languages="de", is_draft=True)
    assert failed_kits(make_member("viewer")) is None
    translator = make_member("translator", languages=["de", "en"])
    assert failed_kits(translator).count == 1
    draft.delete()
    assert failed_kits(make_member("translator", "other", languages=["de"])) is None


def test_kits_in_work_are_named_with_their_step(client, film):
    add_kit(film, "building", step="Setting the pages", problem="")
    add_kit(film, "waiting", languages="de", problem="")
    with translation.override("de"):
        notes = [(item.title, str(item.note)) for item in open_kits()]
    assert notes == [
        ("Fähre: PDF, alles, Englisch", "Die Seiten werden gesetzt"),
        ("Fähre: PDF, alles, Deutsch", "wartet"),
    ]
    client.force_login(make_member("viewer"))
    page = client.get(reverse("admin:index")).content.decode()
    assert page.count("/press-kits/#kit-") == 2


def test_queries_do_not_depend_on_how_many_kits_there_are(film, django_assert_num_queries):
    user = make_member("editor")
    add_kit(film)
    failed_kits(user)
    for number in range(2):
        add_kit(FilmFactory(), languages="en")
        with django_assert_num_queries(QUERIES):
            failed_kits(user)
            open_kits()
        assert failed_kits(user).count == number + 2


QUERIES = 3
