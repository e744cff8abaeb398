"""Who publishes what: editors everything, translators the texts of their languages."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from editorial.changes import change
from editorial.models import Publication
from editorial.publishing import Blocked, cancel, move_schedule, publish, withdraw
from tests.factories import FilmFactory, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    film = FilmFactory()
    publish(film.record, "en")
    return film


@pytest.fixture
def translator():
    return make_member("translator", languages=["de"])


def later(days=1):
    return timezone.now() + timedelta(days=days)


def live(film) -> list[str]:
    found = Publication.objects.live().filter(record=film.record).order_by("language")
    return list(found.values_list("language", flat=True))


def test_translator_publishes_the_texts_of_an_own_language(film, translator):
    with change(None, "test"):
        film.year, film.title_de = 1999, "Die Lampe"
        film.save()
    publish(film.record, "de", translator, texts_only=True)
    assert live(film) == ["", "de", "en"]
    assert Publication.objects.live().get(language="de").title == "Die Lampe"
    assert Publication.objects.live().get(language="").parts["facts"]["year"] == 2011


@pytest.mark.parametrize(("language", "texts_only"), [("en", True), ("de", False)])
def test_translator_publishes_nothing_else(film, translator, language, texts_only):
    with pytest.raises(PermissionDenied):
        publish(film.record, language, translator, texts_only=texts_only)
    assert live(film) == ["", "en"]


def test_translator_does_not_bring_facts_live(translator):
    film = FilmFactory()
    with pytest.raises(Blocked, match="An editor publishes first"):
        publish(film.record, "de", translator, texts_only=True)
    assert live(film) == []


def test_what_an_editor_withdrew_a_translator_does_not_bring_back(film, translator):
    publish(film.record, "de")
    withdraw(film.record, "de")
    with pytest.raises(Blocked, match="took this language off the site"):
        publish(film.record, "de", translator, texts_only=True)
    assert live(film) == ["", "en"]


def test_translator_schedules_moves_and_cancels_own_texts(film, translator):
    publish(film.record, "de", translator, later(), texts_only=True)
    move_schedule(film.record, "de", later(2), translator)
    assert Publication.objects.scheduled().count() == 1
    assert cancel(film.record, "de", translator)
    assert Publication.objects.scheduled().count() == 0


def test_schedule_of_an_editor_stays_the_editors(film, translator):
    publish(film.record, "de", None, later())
    with pytest.raises(PermissionDenied):
        cancel(film.record, "de", translator)
    with pytest.raises(PermissionDenied):
        move_schedule(film.record, "de", later(2), translator)
    with pytest.raises(Blocked, match="An editor has scheduled"):
        publish(film.record, "de", translator, later(3), texts_only=True)
    scheduled = Publication.objects.scheduled().order_by("language")
    assert list(scheduled.values_list("language", flat=True)) == ["", "de"]


@pytest.mark.parametrize("role", ["translator", "viewer"])
def test_only_editors_withdraw(film, role):
    publish(film.record, "de")
    with pytest.raises(PermissionDenied):
        withdraw(film.record, "de", make_member(role, languages=["de"]))
    assert live(film) == ["", "de", "en"]


def test_viewer_publishes_nothing(film):
    with pytest.raises(PermissionDenied):
        publish(film.record, "de", make_member("viewer", languages=["de"]), texts_only=True)


@pytest.mark.parametrize("role", ["editor", "owner"])
def test_editors_publish_and_withdraw_everything(film, role):
    user = make_member(role)
    publish(film.record, "de", user)
    withdraw(film.record, "en", user)
    assert live(film) == ["", "de"]
