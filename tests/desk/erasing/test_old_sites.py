import pytest

from desk.erasing.findings import find_left
from desk.erasing.spelling import Names
from editorial.changes import change
from tests.factories import FilmFactory
from tests.microsites.archive.old_site import give_site

pytestmark = pytest.mark.django_db
PAGES = {
    "index.html": b"<p>A film. With <b>Ada Lindqvist</b> and others.</p><!-- Ada Lindqvist -->",
    "crew.html": b"<p>Nobody else.</p>",
}


def told() -> list[tuple[str, str, str]]:
    found = find_left(Names(["Ada Lindqvist"]), frozenset())
    return [(f.where, f.label, f.sentence) for f in found]


def test_pages_of_old_sites_that_name_a_person_are_left_for_a_human():
    give_site(FilmFactory(key="ferry"), PAGES)
    assert told() == [("desk", "Old site: index.html", "With Ada Lindqvist and others.")]


def test_archives_that_only_history_refers_to_are_told_too():
    site = give_site(FilmFactory(key="ferry"), PAGES)
    with change(None, "test"):
        site.delete()
    assert [where for where, _label, _sentence in told()] == ["history"]
