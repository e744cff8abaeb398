"""A row is added after the last, whatever was deleted before it."""

import pytest

from editorial.positions import next_position
from films.models import Credit
from tests.factories import CreditFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("positions", "following"), [([], 0), ([0, 1], 2), ([0, 5], 6), ([32_767], 32_767)]
)
def test_next_position_is_after_the_last(positions, following, django_assert_num_queries):
    for position in positions:
        CreditFactory(position=position)
    with django_assert_num_queries(1):
        assert next_position(Credit.objects.all()) == following
