"""Addresses that lead somewhere already: a translator takes them at no door, an editor at each."""

from datetime import timedelta

import pytest
from django.utils import timezone

from desk.accounts.language import COOKIE
from desk.cockpit.addresses import give_address
from editorial.changes import change
from editorial.models import Address
from editorial.publishing import Blocked, publish, withdraw
from editorial.publishing.window import live_at
from editorial.rights.bounds import BeyondBounds
from pages.models import Redirect
from tests.editorial.guard.editors import Window
from tests.factories import FilmFactory, PageFactory, make_member

pytestmark = pytest.mark.django_db

FORMER = (
    "/en/ferry/ is or was an address of “{other}”. Only an editor can give it to something else. "
    "Choose another."
)
LED = (
    "A redirect leads on from /en/ferry/. Only an editor can give this address to something else. "
    "Choose another."
)
GERMAN = (
    "/en/ferry/ ist oder war eine Adresse von „{other}“. Nur die Redaktion kann sie etwas anderem "
    "geben. Eine andere wählen."
)


@pytest.fixture
def translator():
    return make_member("translator", languages=["en"])


@pytest.fixture
def film():
    """A film that was renamed: /en/ferry/ leads to it."""
    film = FilmFactory(slug_en="ferry")
    publish(film.record, "en")
    rename(film, "night-ferry")
    publish(film.record, "en")
    return film


@pytest.fixture
def page():
    page = PageFactory(slug_en="harbour")
    publish(page.record, "en")
    return page


def rename(row, slug, user=None):
    with change(user, "test"):
        row.slug_en = slug
        row.save()


def shown_at(path):
    return {p.record_id for p in live_at("en", path) if p.language == "en"}


@pytest.mark.parametrize("language", ["en", "de"])
def test_form_refuses_a_translator_the_address_a_film_had(translator, film, page, language):
    window = Window(translator, page)
    window.client.cookies[COOKIE] = language
    window.type(slug_en="ferry")
    answer = window.save()
    message = (FORMER if language == "en" else GERMAN).format(other=film.record.key)
    assert answer.context["adminform"].form.errors == {"slug_en": [message]}
    page.refresh_from_db()
    assert page.slug_en == "harbour"


def test_form_refuses_a_translator_the_address_of_a_redirect(translator, page):
    with change(None, "test"):
        Redirect.objects.create(old_path="/en/Ferry", new_path="/en/films/")
        Redirect.objects.create(old_path="/en", is_prefix=True, new_path="/de/")
    window = Window(translator, page)
    window.type(slug_en="ferry")
    assert window.save().context["adminform"].form.errors == {"slug_en": [LED]}
    window.type(slug_en="pier")
    assert window.save().status_code == 302


def test_form_gives_an_editor_the_address(film, page):
    editor = make_member("editor")
    window = Window(editor, page)
    window.type(slug_en="ferry")
    assert window.save().status_code == 302
    publish(page.record, "en", editor)
    assert shown_at("ferry") == {page.pk}


def test_translator_saves_beside_an_address_that_an_editor_chose(translator, film, page):
    rename(page, "ferry")
    window = Window(translator, page)
    window.type(title_en="Harbour")
    assert window.save().status_code == 302


def test_no_other_door_lets_a_translator_write_the_address(translator, film, page):
    with pytest.raises(BeyondBounds) as refused:
        rename(page, "ferry", translator)
    assert str(refused.value) == FORMER.format(other=film.record.key)
    page.refresh_from_db()
    rename(page, "pier", translator)
    publish(page.record, "en", translator, texts_only=True)
    rename(page, "harbour", translator)  # its own
    publish(page.record, "en", translator, texts_only=True)
    assert shown_at("pier") == {page.pk}


def test_title_of_a_translator_makes_no_such_address(translator, film):
    page = PageFactory(slug_en="", title_en="Ferry")
    with change(translator, "test"):
        give_address(page.record, "en")
    page.refresh_from_db()
    assert not page.slug_en


@pytest.mark.parametrize("days", [0, 1])
def test_translator_publishes_at_no_address_that_leads_elsewhere(translator, film, page, days):
    rename(page, "ferry")
    at = timezone.now() + timedelta(days=days) if days else None
    with pytest.raises(Blocked) as refused:
        publish(page.record, "en", translator, at, texts_only=True)
    assert refused.value.messages == [FORMER.format(other=film.record.key)]
    assert Address.objects.get(path="ferry").record_id == film.pk
    assert shown_at("ferry") == {film.pk}


def test_address_of_a_film_taken_off_for_a_while_waits_for_it(translator, page):
    film = FilmFactory(slug_en="ferry")
    publish(film.record, "en")
    withdraw(film.record, "en")
    rename(page, "ferry")
    with pytest.raises(Blocked):
        publish(page.record, "en", translator, texts_only=True)
    publish(film.record, "en")
    assert shown_at("ferry") == {film.pk}
