"""Who else has a form open."""

from datetime import timedelta

import pytest
from django.utils import timezone

from editorial.guard.presence import note_editing, others_in
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("hours", "count"), [(0, 1), (1, 0), (-24, 0)])
def test_somebody_is_there_for_a_minute_whatever_the_clock_does(editor, hours, count):
    """At -24 the clock was set back by a day."""
    record, now = FilmFactory().record, timezone.now()
    note_editing(record, editor, now)

    assert len(others_in(record, None, now + timedelta(hours=hours))) == count
