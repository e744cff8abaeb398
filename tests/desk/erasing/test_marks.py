"""What translations were made from names nobody any more, and says of them what it said before."""

import pytest

from desk.erasing.erasing import erase_person, redact_name
from desk.erasing.report import ErasureOptions
from editorial.changes import change
from editorial.models import TranslationMark
from tests.desk.erasing.world import NAME, make_world
from tests.editorial.translating.summaries import summaries
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db


def test_translation_stays_outdated_or_right_without_the_name():
    world = make_world()
    before = summaries([world.film.pk, world.page.pk])
    assert TranslationMark.objects.filter(source_text__contains="Lindqvist").count() == 2
    erase_person(world.person, ErasureOptions())
    (mark,) = TranslationMark.objects.filter(record__in=[world.film.pk, world.page.pk])
    assert (mark.record_id, "Lindqvist" in mark.source_text) == (world.film.pk, False)
    after = summaries([world.film.pk, world.page.pk])
    assert after[world.page.pk] == before[world.page.pk]
    assert after[world.film.pk]["de"].outdated == before[world.film.pk]["de"].outdated == 1


def test_name_is_redacted_from_former_sources():
    film = FilmFactory(synopsis_short_en=f"{NAME} films a ferry.")
    with change(None, "test"):
        film.synopsis_short_en = "A ferry leaves."
        film.save()
    redact_name(NAME)
    assert NAME not in TranslationMark.objects.get(record=film.pk).source_text
