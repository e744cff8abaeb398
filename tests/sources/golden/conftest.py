import pytest
from django.db import transaction


@pytest.fixture
def rolled_back(db):
    """Call something and leave nothing of it in the database."""

    def call(act):
        with transaction.atomic():
            result = act()
            transaction.set_rollback(True)
        return result

    return call
