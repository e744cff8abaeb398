"""Members of the desk who publish."""

import pytest

from editorial.models import Membership


@pytest.fixture
def member(client, django_user_model):
    def log_in(role: str, *languages: str):
        user = django_user_model.objects.create_user(role, password="x", is_staff=True)
        Membership.objects.create(user=user, role=role, languages=list(languages))
        client.force_login(user)
        return client

    return log_in
