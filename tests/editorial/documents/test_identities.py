"""What a document names by uuid is found here."""

import uuid

import pytest

from editorial.changes import change
from editorial.documents import apply_document, document_of
from editorial.models import Forward
from films.models import Credit
from tests.editorial.documents.films import rich_film
from tests.factories import PersonFactory

pytestmark = pytest.mark.django_db


def test_merged_person_is_followed():
    film = rich_film()
    document = document_of(film.record)
    old = next(row for row in document["credits"] if "person" in row)
    survivor = PersonFactory()
    gone = str(uuid.uuid4())
    Forward.objects.create(uuid=gone, record=survivor.record)
    old["person"] = gone
    with change(None, "test"):
        apply_document(film.record, document)
    assert Credit.objects.get(uuid=old["uuid"]).person == survivor
