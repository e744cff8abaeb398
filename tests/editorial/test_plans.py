"""The hot questions of public pages are answered from indexes, on both databases."""

import pytest
from django.db import connection
from django.db.models import Q
from django.utils import timezone

from editorial.models import Publication, Reference
from editorial.models.window import being_live
from editorial.publishing.window import live_neutral, live_titles
from pages.listing import live_facts_of_films

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def questions():
    """Return by name the question, and the index that must answer it."""
    credits = Reference.objects.filter(
        being_live(NOW, "publication__"), target=1, usage="credit"
    ).order_by()
    at = Publication.objects.live(NOW).filter(
        record__addresses__language="en", record__addresses__path="ferry"
    )
    return {
        "address": (
            at.order_by(),
            "publication_facts|publication_counting|editorial_publication_record_id",
        ),
        "titles": (live_titles("film", "en", NOW).order_by().values("record"), "publication_live"),
        "neutral": (
            live_neutral(NOW).filter(kind="film").order_by().values("record"),
            "publication_live",
        ),
        "year": (
            live_facts_of_films(Q(year__in=[2024])).values("record"),
            "publication_year|publication_live",
        ),
        "person": (credits.values("publication__record"), "reference_target"),
        "tiles": (
            Reference.objects.filter(publication__in=[1, 2], usage="still").order_by(),
            "reference_shown",
        ),
        "sitemap part": (
            live_neutral(NOW)
            .filter(kind="film", record__pk__range=(1, 99))
            .order_by()
            .values("pk"),
            "publication_facts|publication_live",
        ),
        "screenings": (
            Publication.objects.live(NOW).filter(screens_until__gte=NOW).order_by(),
            "publication_screens",
        ),
    }


@pytest.mark.one_machine  # of tables this small PostgreSQL reads whole indexes
@pytest.mark.parametrize("name", list(questions()))
def test_question_is_answered_from_its_index(name):
    question, indexes = questions()[name]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            # A table of no rows is faster read whole.
            cursor.execute("SET LOCAL enable_seqscan = off")
    plan = question.explain()
    assert any(index in plan for index in indexes.split("|")), plan
