"""PDFs in the storage: kept once, found by backups, gone when nothing names them."""

from datetime import timedelta

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.utils import timezone

from assets.adding import add_document
from assets.models import MediaFile
from assets.naming import document_name_of
from assets.pdf import accept_document
from desk.backup.facts import read_facts
from desk.bin.files import delete_unused_files
from editorial.changes import change
from tests.assets.pdfs import pdf_bytes

pytestmark = pytest.mark.django_db


def add(name="press.pdf"):
    with change(None, "test"):
        return add_document(accept_document(pdf_bytes(), name))


def test_same_file_is_kept_once_under_its_first_name():
    first = add()
    assert (add("other.pdf"), MediaFile.objects.get().original_name) == (first, "press.pdf")
    with default_storage.open(document_name_of(first.sha256)) as stored:
        assert stored.read() == pdf_bytes()


def test_backup_knows_the_file():
    file = add()

    def query(sql):
        with connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall()

    facts = read_facts(query, [MediaFile._meta.db_table])
    assert facts.files == {document_name_of(file.sha256)}


def test_file_that_nothing_names_is_deleted_after_a_day():
    file = add()
    later = timezone.now() + timedelta(days=2)
    assert delete_unused_files(later) == []
    with change(None, "test"):
        MediaFile.objects.all().delete()
    assert delete_unused_files() == []
    assert delete_unused_files(later) == [document_name_of(file.sha256)]
