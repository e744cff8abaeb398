"""import_content over a film that somebody entered by hand: nothing stands there twice."""

import pytest
from django.db import IntegrityError, transaction

from desk.importing.folder import read_folder
from desk.loading import LoadOptions, load_folder
from desk.loading.clashes import say_clash
from editorial.changes import change
from films.models import Country, Credit, Film, Version
from pages.models import Page
from people.models import Person
from tests.factories import CreditFactory, FilmFactory, PersonFactory, VersionFactory

pytestmark = pytest.mark.django_db
TEXT = """---
title: Night Ferry
category: short
director: Ada Lindqvist
release_year: 2019
duration: 12 minutes
country: Germany / Estonia
description: A ferry crosses the sound for the last time.
---
Nobody on board knows that it is the last crossing.
"""


@pytest.fixture
def folder(tmp_path):
    film = tmp_path / "films" / "night-ferry"
    film.mkdir(parents=True)
    (film / "index_en.md").write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def film():
    film = FilmFactory(key="night-ferry", title_en="Night Ferry", year=2019, category="short")
    with change(None, "by hand"):
        Country.objects.create(film=film, code="EE", note="the sound")
    VersionFactory(film=film, runtime_seconds=720)
    CreditFactory(film=film, person=PersonFactory(name="Ada Lindqvist"))
    return film


def load(folder):
    return load_folder(read_folder(folder, ["en", "de"]), LoadOptions()).films[0]


def test_what_stands_here_already_is_not_added_again(folder, film):
    item = load(folder)
    assert item.status == "updated"
    assert sorted(film.countries.values_list("code", "note")) == [
        ("DE", ""), ("EE", "the sound"),
    ]  # fmt: skip
    assert (Version.objects.count(), Credit.objects.count(), Person.objects.count()) == (1, 1, 1)
    assert load(folder).status == "unchanged"


def test_what_the_folder_gives_up_later_goes(folder, film):
    load(folder)
    text = folder / "films" / "night-ferry" / "index_en.md"
    text.write_text(TEXT.replace("Germany / Estonia", "Germany"), encoding="utf-8")
    load(folder)
    # The editor's own note on Estonia was never the folder's to delete.
    assert sorted(film.countries.values_list("code", flat=True)) == ["DE", "EE"]


def test_a_row_that_was_deleted_by_hand_stays_away(folder, film):
    load(folder)
    with change(None, "by hand"):
        film.countries.get(code="EE").delete()
    assert load(folder).status == "unchanged"
    assert sorted(film.countries.values_list("code", flat=True)) == ["DE"]


def test_a_country_that_became_another_by_hand_makes_no_second_one(folder, film):
    load(folder)
    with change(None, "by hand"):
        german = film.countries.get(code="DE")
        german.code = "FI"
        german.save()
    text = folder / "films" / "night-ferry" / "index_en.md"
    text.write_text(TEXT.replace("Estonia", "Estonia / Finland"), encoding="utf-8")
    item = load(folder)
    assert sorted(film.countries.values_list("code", flat=True)) == ["EE", "FI"]
    assert [p.message for p in item.problems] == [
        "“country FI” stands here already, changed by hand; it was left out."
    ]


def test_what_the_database_refuses_is_said_in_words(film):
    with pytest.raises(IntegrityError) as caught, transaction.atomic(), change(None, "twice"):
        Country.objects.create(film=film, code="EE")
    assert say_clash(caught.value) == (
        "“country”: two entries say the same (film, country), and only one can."
    )
    assert Film.objects.count() == 1


def test_an_imported_imprint_serves_its_purpose_unless_another_page_does(tmp_path):
    for slug in ("imprint", "impressum"):
        page = tmp_path / "pages" / slug
        page.mkdir(parents=True)
        (page / "index_en.md").write_text("---\ntitle: Who we are\n---\nA courtyard.\n")
    load_folder(read_folder(tmp_path, ["en", "de"]), LoadOptions())
    purposes = Page.objects.order_by("record__key").values_list("record__key", "purpose", "menu")
    assert sorted(purposes) == [("impressum", "imprint", "foot"), ("imprint", "", "foot")]
