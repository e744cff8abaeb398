"""Old revisions thinned out."""

from datetime import UTC, datetime, timedelta

import pytest

from editorial.changes import change
from editorial.history.thinning import thin_revisions
from editorial.models import Revision, ShareLink
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


def history(*moments) -> list[Revision]:
    """Return revisions of one film at these moments, the oldest first, and one of today."""
    film = FilmFactory()
    for number, _moment in enumerate(moments):
        with change(None, "test"):
            film.year = 1950 + number
            film.save()
    rows = list(Revision.objects.filter(record=film.record).order_by("pk"))
    for row, moment in zip(rows, (*moments, NOW), strict=True):
        Revision.objects.filter(pk=row.pk).update(created_at=moment)
    return rows


def left() -> list[int]:
    return list(Revision.objects.order_by("pk").values_list("pk", flat=True))


def test_of_the_last_months_all_stay():
    history(*(NOW - timedelta(days=89, hours=n) for n in (3, 2, 1)))
    assert thin_revisions(NOW) == 0


def test_of_older_days_the_last_stays():
    day = NOW - timedelta(days=120)
    rows = history(day - timedelta(days=1), day, day + timedelta(hours=1))
    assert thin_revisions(NOW) == 1
    assert left() == [rows[0].pk, rows[2].pk, rows[3].pk]


def test_of_weeks_more_than_a_year_ago_the_last_stays():
    monday = datetime(2025, 6, 2, 12, tzinfo=UTC)
    rows = history(*(monday + timedelta(days=n) for n in (0, 2, 6, 7)))
    assert thin_revisions(NOW) == 2
    assert left() == [row.pk for row in rows[2:]]


def test_what_is_named_published_shared_or_the_latest_stays():
    day = NOW - timedelta(days=120)
    rows = history(*(day + timedelta(minutes=n) for n in range(5)))
    Revision.objects.filter(pk=rows[0].pk).update(name="First cut")
    Revision.objects.filter(pk=rows[1].pk).update(line="published", language="en")
    ShareLink.objects.create(
        record=rows[2].record, revision=rows[2], token_hash="x", expires_at=NOW
    )
    rows[5].delete()
    assert thin_revisions(NOW) == 1
    assert left() == [rows[0].pk, rows[1].pk, rows[2].pk, rows[4].pk]


def test_zero_keeps_all(settings):
    settings.REVISION_FULL_DAYS = 0
    day = NOW - timedelta(days=500)
    history(day, day + timedelta(minutes=1))
    assert thin_revisions(NOW) == 0
