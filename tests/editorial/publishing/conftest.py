"""Members of the desk who publish."""

import pytest

from tests.factories import make_member


@pytest.fixture
def member(client):
    def log_in(role: str, *languages: str):
        client.force_login(make_member(role, languages=list(languages)))
        return client

    return log_in
