"""Out and in again: whatever a record holds, the second export has the bytes of the first."""

import datetime
from pathlib import Path

import pytest
from django.db import models
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from assets.models import MediaFile
from desk.exchange import export_content, load_export, read_export
from desk.loading import LoadOptions
from editorial.changes import change
from editorial.documents import apply_document, document_of
from editorial.fields import column, languages
from editorial.kinds import all_kinds
from editorial.models import Address, Forward, Publication, Record
from editorial.publishing import Blocked, adopt, pin, publish, withdraw
from festivals.models import Edition, Festival, Venue
from films.models import Genre
from films.models.film import CODE
from pages.models import Page, Profile, Redirect
from people.models import Company, Department, Depiction, Person, PersonName, Role
from tests.editorial.documents import test_generated as generated
from tests.factories import FilmFactory, PageFactory, PersonFactory, add_trailer, make_image, place

pytestmark = pytest.mark.django_db
ODD = st.sampled_from(
    ["NO", "1:30", "null", "~", "- a", "a: b", "#x", "'", '"', "2011-10-07", "true", "0x1F", "1e3",
     "end\n", "\nstart", "a\n\nb", " lead", "trail ", "tab\tin", "line\r\nfeed", "\u2028", "\x85",
     "\ufeffmark", "%d", "{x}", "[y]", "@z", "|", ">", "---", "..", "€ 𝄞"]
)  # fmt: skip
TEXT = ODD | st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=9)


def valid_value(field: models.Field) -> st.SearchStrategy:
    """Return values that a form would take for the field."""
    if isinstance(field, models.URLField):
        return st.sampled_from(["https://films.example/a?b=1&c=ü", "http://example.org/"])
    if CODE in field.validators and not field.choices:
        return st.sampled_from(["DE", "NO", "SUHH"])
    return plain_value(field)


plain_value = generated.plain_value


@pytest.fixture
def valid(monkeypatch):
    """Let the generated films hold what forms take, and any text that a database does."""
    monkeypatch.setattr(generated, "plain_value", valid_value)
    monkeypatch.setattr(generated, "TEXT", TEXT)


def empty_site() -> None:
    """Delete every record and shared row but the vocabulary that comes with the migrations."""
    Publication.objects.all().delete()
    with change(None, "test"):
        Page.objects.filter(parent__isnull=False).delete()
        Depiction.objects.all().delete()
        for kind in ("film", "page", "profile", "person", "company", "festival", "image"):
            model = next(known.model for known in all_kinds() if known.name == kind)
            model._default_manager.all().delete()
        for model in (Venue, MediaFile, Redirect):
            model.objects.all().delete()
    Record.objects.all().delete()


def files_of(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}


def come_back(tmp_path: Path) -> None:
    """Export, empty the site, import, export; the two folders must be equal."""
    first, second = tmp_path / "first", tmp_path / "second"
    export_content(first)
    empty_site()
    report = load_export(read_export(first), LoadOptions())
    assert report.all_problems() == []
    export_content(second)
    assert files_of(second) == files_of(first)


@given(data=st.data())
@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_generated_film_comes_back_byte_equal(data, valid, tmp_path_factory):
    empty_site()
    world = generated.World()
    record = Record.objects.create(kind="film", key="generated")
    document = data.draw(generated.film_documents(world, record))
    with change(None, "test"):
        apply_document(record, document)
        if data.draw(st.booleans()):
            pin(record, data.draw(st.integers(1, 9)))
    for _round in range(data.draw(st.integers(0, 3))):
        publish_something(data, record)
        if data.draw(st.booleans()):
            with change(None, "test"):
                apply_document(record, data.draw(generated.film_documents(world, record)))
    come_back(tmp_path_factory.mktemp("generated"))


def publish_something(data, record: Record) -> None:
    moments = st.datetimes(datetime.datetime(2020, 1, 1), datetime.datetime(2040, 1, 1))
    moment = data.draw(moments).replace(tzinfo=datetime.UTC)
    over = moment + datetime.timedelta(days=data.draw(st.integers(1, 4000)))
    withdrawn_at = data.draw(st.none() | st.just(over))
    language = data.draw(st.sampled_from(["", *languages()]))
    with change(None, "test"):
        document = document_of(record)
        try:
            adopt(record, document, language, moment, withdrawn_at)
        except Blocked:
            pytest.fail("nothing else claims an address here")


def test_everything_a_site_holds_comes_back_byte_equal(tmp_path):
    with change(None, "test"):
        image = make_image()
        person = Person(name="Ada Lind", portrait=image, born_on="1968-04", word_form="f")
        company = Company(name="Nord & Söhne", other_names=["Nord"], address="Hof 7\nBerlin")
        festival = Festival(key="tage", website="https://tage.example.org/")
        for row in (person, company, festival):
            for name in ("biography", "description", "name"):
                if hasattr(row, column(name, "de")):
                    setattr(row, column(name, "de"), f"{name} auf Deutsch\n\nmit Absatz")
            row.save()
        Depiction.objects.create(image=image, person=person)
        PersonName.objects.create(person=person, name="Ада Линд", kind="script", script="Cyrl")
        Edition.objects.create(festival=festival, year=2012, number=7)
        Edition.objects.create(festival=festival)
        for city in ("Kiel", "Kiel", "Riga"):
            Venue.objects.create(name="Kino", city=city, country="DE")
        parent = Page(key="workshops", title_en="Workshops", slug_en="workshops", body_en="Text.")
        parent.save()
        Page(key="a-child", parent=parent, title_de="Kind", slug_de="kind", image=image).save()
        Profile(key="profile", name="Nordlicht", claim_de="Filme", logo=image).save()
        Redirect.objects.create(old_path="/alt.html", new_path="/de/")
        Genre.objects.create(key="noir", name_en="Film noir", name_de="Film noir")
        Role.objects.filter(key="music").update(name_de="Klang")
        Role.objects.filter(key="casting").delete()
        Department.objects.filter(key="music").update(position=99)
    add_trailer(FilmFactory())
    Forward.objects.create(uuid="6f0d0e8e-3a55-4b69-bb60-2f0f6a1a0b11", record=person.record)
    Address.objects.create(language="en", path="former", record=parent.record)
    come_back(tmp_path)


def test_page_keeps_the_address_under_which_it_is_live(tmp_path):
    """The page above has moved since, and was withdrawn; the one below is where it was."""
    parent = PageFactory(key="workshops")
    child = PageFactory(key="child", parent=parent)
    publish(parent.record, "en")
    publish(child.record, "en")
    withdraw(parent.record, "en")
    with change(None, "test"):
        parent.slug_en = "courses"
        parent.save()
    publish(parent.record, "en")
    come_back(tmp_path)
    live = Publication.objects.live().exclude(language="").order_by("path")
    assert [line.path for line in live] == ["courses", "workshops/child"]


def test_people_on_a_film_s_picture_go_with_an_export_of_the_film(tmp_path):
    film, image, ada = FilmFactory(), make_image(), PersonFactory(name="Ada Lindqvist")
    place(film, image)
    with change(None, "test"):
        Depiction.objects.create(image=image, person=ada)
    export_content(tmp_path / "one", only=film.key)
    empty_site()
    assert load_export(read_export(tmp_path / "one"), LoadOptions()).all_problems() == []
    assert [str(row.person) for row in Depiction.objects.all()] == ["Ada Lindqvist"]


def test_second_import_of_people_on_pictures_changes_nothing(tmp_path):
    image = make_image()
    with change(None, "test"):
        Depiction.objects.create(image=image, person=PersonFactory(portrait=image))
    export_content(tmp_path / "one")
    empty_site()
    load_export(read_export(tmp_path / "one"), LoadOptions())
    again = load_export(read_export(tmp_path / "one"), LoadOptions())
    assert {item.status for item in again.others} == {"unchanged"}


def test_redirects_keep_query_and_star(tmp_path):
    with change(None, "test"):
        Redirect.objects.create(old_path="/index.php", old_query="film=3", new_path="/de/a/")
        Redirect.objects.create(old_path="/presse/", is_prefix=True, new_path="/de/press/")
    export_content(tmp_path / "out")
    columns = ("old_path", "old_query", "is_prefix", "new_path")
    before = list(Redirect.objects.values_list(*columns))
    with change(None, "test"):
        Redirect.objects.all().delete()
    assert load_export(read_export(tmp_path / "out"), LoadOptions()).problems == []
    assert list(Redirect.objects.values_list(*columns)) == before
