"""Folders with mistakes in every place: always a report with file and line, never a failure."""

import copy
import uuid
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assets.models import Image, MediaFile
from desk.exchange import export_content, load_export, read_export, yaml_text
from desk.loading import LoadOptions
from editorial.changes import change
from editorial.models import Record
from editorial.publishing import publish
from festivals.models import Venue
from films.models import Film, PressItem, Quote, Screening
from pages.models import Page, Redirect
from people.models import Company, Person, PersonName, Role
from tests.bad_input.video import small_video
from tests.desk.exchange.test_round_trip import empty_site
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PageFactory,
    PersonFactory,
    SelectionFactory,
    VersionFactory,
    add_trailer,
    make_image,
    picture_bytes,
    place,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def load(folder, **options):
    return load_export(read_export(folder), LoadOptions(**options))


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in {"lichtspiel.yaml": "format: 1\n", **files}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


@pytest.fixture
def site():
    """A live film with a row of every sort, and records of every kind."""
    film = FilmFactory(key="ferry")
    ada = PersonFactory(name="Ada Lind", key="ada-lind")
    CreditFactory(film=film, person=ada, character_en="The Stoker")
    VersionFactory(film=film, dialogue_languages=["et"])
    SelectionFactory(film=film)
    place(film, make_image())
    add_trailer(film)
    with change(None, "test"):
        PersonName.objects.create(person=ada, name="Ада Линд", kind="script", script="Cyrl")
        Company(name="Nord", other_names=["N"], key="nord").save()
        venue = Venue.objects.create(name="Kino", city="Riga", country="LV", zone="Europe/Riga")
        Screening.objects.create(film=film, venue=venue, local_time="2099-01-01T18:00Z")
        item = PressItem.objects.create(film=film, title="Quiet water")
        Quote.objects.create(press_item=item, text="A gem.")
        Redirect.objects.create(old_path="/alt.html", new_path="/de/")
    page = PageFactory(key="workshops")
    PageFactory(key="child", parent=page)
    publish(film.record, "en")
    publish(page.record, "de")
    with change(None, "test"):
        film.title_en = "Renamed"
        film.save()


WORDS = ["", "x", "a: b", "\u2028", "NO", "9" * 30, "-1", "0001-01-01T00:00+14:00", "Ferry/..",
         "2099-13-45", "9999-12-31T23:59:59-12:00", "a" * 3000, "javascript:alert(1)", "ferry",
         "6f0d0e8e-3a55-4b69-bb60-2f0f6a1a0b11", "../../etc/passwd", "{}", "%(x)s"]  # fmt: skip
VALUES = st.sampled_from(WORDS) | st.sampled_from(
    [None, True, -1, 0, 10**17, 1.5, [], {}, ["x"], [[]], {"en": 5}, {"xx": "x"}, {"uuid": "x"},
     [None], [{}], [{"uuid": []}], {"en": ["x"]}, [{"x": 1}] * 3]
)  # fmt: skip


def places_in(value, path=()):
    """Return the path of every value inside `value`."""
    yield path
    if isinstance(value, dict | list):
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places_in(inner, (*path, step))


def spoil(draw, data: dict) -> None:
    """Change, delete, double or rename one value of the data."""
    *steps, last = draw(st.sampled_from([path for path in places_in(data) if path]))
    inside = data
    for step in steps:
        inside = inside[step]
    how = draw(st.sampled_from(["change", "delete", "rename", "double"]))
    if how == "delete":
        del inside[last]
    elif how == "double" and isinstance(inside, list):
        inside.append(copy.deepcopy(inside[last]))
    elif how == "rename" and isinstance(inside, dict):
        inside[draw(st.sampled_from([word for word in WORDS if word]))] = inside.pop(last)
    else:
        inside[last] = draw(VALUES)


@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_spoilt_export_is_always_reported(data, spoilt):
    for name, text in spoilt.texts.items():
        (spoilt.root / name).write_text(text)
    names = data.draw(st.lists(st.sampled_from(sorted(spoilt.texts)), min_size=1, max_size=3))
    for name in set(names):
        content, _lines = yaml_text.load(spoilt.texts[name], name)
        spoil(data.draw, content)
        (spoilt.root / name).write_text(yaml_text.dump(content))
    report = load(spoilt.root, is_dry_run=True)
    crashes = [p.message for p in report.all_problems() if is_crash(p.message)]
    assert crashes == []


def is_crash(message: str) -> bool:
    """Tell a sentence for people from what Python says when our code has failed."""
    return " " not in message or "object" in message or "constraint" in message.lower()


@dataclass(repr=False)
class Spoilt:
    root: Path
    texts: dict[str, str]


@pytest.fixture(params=["site that has it", "empty site"])
def spoilt(request, site, out):
    export_content(out)
    load(out)
    if request.param == "empty site":
        empty_site()
    for name in ("roles.yaml", "departments.yaml"):
        (out / name).unlink()
    return Spoilt(out, {str(p.relative_to(out)): p.read_text() for p in out.rglob("*.yaml")})


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("films/a/film.yaml", "title: {en: A}\nuuid: my-film\n", 2),
        ("films/a/film.yaml", "title: {en: A}\nuuid: [1]\n", 2),
        ("images/a.yaml", "caption: {en: A}\nuuid: nonsense\n", 2),
        ("pages/a/page.yaml", "title: {en: A}\nparent: [b]\n", 2),
        ("people/a/person.yaml", "name: A\nformer_uuids: [x]\n", 2),
        ("people/a/person.yaml", "name: A\nformer_uuids: x\n", 2),
        ("people/a/person.yaml", "name: A\nnames: 5\n", 2),
        ("people/a/person.yaml", "born_on: 1968\nname: [A]\n", 2),
        ("companies/a/company.yaml", "name: A\nother_names: {x: 1}\n", 2),
        ("companies/a/company.yaml", "name: A\nother_names: [[x]]\n", 2),
        ("films/a/film.yaml", "title: {en: A}\npinned: -3\n", 2),
        ("films/a/film.yaml", "title: {en: A}\npinned: first\n", 2),
        ("films/a/film.yaml", "title: {en: A}\npinned: true\n", 2),
        ("venues.yaml", "riga:\n  name: K\n  city: R\n  country: LV\n  zone: UTC\n  uuid: x\n", 6),
        ("genres.yaml", "A strange key!:\n  name: {en: A}\n", 1),
        ("genres.yaml", "noir:\n  name: A\n", 2),
        ("films/a/film.yaml", "title: {en: A}\norphaned_texts: {fr: 5}\n", 2),
    ],
)
def test_mistake_is_named_with_its_line(out, name, text, line):
    report = load(write(out, {name: text}))
    assert (name, line) in [(problem.file, problem.line) for problem in report.all_problems()]


@pytest.mark.parametrize("key", ["My Film!", "a" * 101, "Nördlich"])
def test_folder_name_that_is_no_key_is_refused(out, key):
    report = load(write(out, {f"films/{key}/film.yaml": "title: {en: A}\n"}))
    assert [problem.value for problem in report.all_problems()] == [key]
    assert not Record.objects.exists()


def test_copied_film_with_the_same_identifier_is_refused(out):
    text = f"uuid: {uuid.uuid4()}\ntitle: {{en: A}}\n"
    folder = write(out, {"films/a/film.yaml": text, "films/b/film.yaml": text})
    report = load(folder)
    (problem,) = report.all_problems()
    assert (problem.file, problem.line) == ("films/b/film.yaml", 1)
    assert [film.key for film in Film.objects.all()] == ["a"]


def test_identifier_of_another_kind_is_refused_with_its_line(out):
    person = PersonFactory()
    folder = write(out, {"films/a/film.yaml": f"title: {{en: A}}\nuuid: {person.uuid}\n"})
    (problem,) = load(folder).all_problems()
    assert (problem.file, problem.line) == ("films/a/film.yaml", 2)
    assert not Film.objects.exists()


def test_same_row_twice_is_reported_and_taken_once(out):
    row = "- name: {en: Best Sound}\n  uuid: 6f0d0e8e-3a55-4b69-bb60-2f0f6a1a0b11\n"
    folder = write(out, {"films/a/film.yaml": f"title: {{en: A}}\nawards:\n{row}{row}"})
    (problem,) = load(folder).all_problems()
    assert problem.line == 6
    assert Film.objects.get().awards.count() == 1


def test_row_of_another_film_is_named_with_its_line(out):
    other = CreditFactory()
    text = (
        f"title: {{en: A}}\ncredits:\n- role: director\n  group: {{en: Us}}\n  uuid: {other.uuid}\n"
    )
    (problem,) = load(write(out, {"films/a/film.yaml": text})).all_problems()
    assert (problem.file, problem.line) == ("films/a/film.yaml", 5)


def test_two_pictures_of_one_name_are_told_apart(out):
    files = {f"films/{key}/film.yaml": f"title: {{en: {key}}}\n" for key in "ab"}
    files |= {f"films/{key}/images/poster.yaml": f"caption: {{en: {key}}}\n" for key in "ab"}
    write(out, files)
    for key, colour in (("a", (1, 2, 3)), ("b", (90, 9, 9))):
        (out / f"films/{key}/images/poster.jpg").write_bytes(picture_bytes(colour=colour))
    (problem,) = load(out).all_problems()
    assert (problem.file, problem.value) == ("films/b/images/poster.yaml", "poster")
    assert Image.objects.count() == 1


def test_prose_of_a_language_that_the_site_lacks_is_reported(out):
    files = {"films/a/film.yaml": "title: {en: A}\n", "films/a/logline_fr.md": "Une nuit.\n"}
    (problem,) = load(write(out, files)).all_problems()
    assert (problem.file, problem.value) == ("films/a/logline_fr.md", "fr")


def test_prose_saved_on_windows_is_the_same_text(out):
    film = FilmFactory(key="ferry", synopsis_long_en="One.\n\nTwo.")
    export_content(out)
    load(out)
    file = out / "films" / "ferry" / "synopsis_long_en.md"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert {item.status for item in load(out).items} == {"unchanged"}
    film.refresh_from_db()
    assert film.synopsis_long_en == "One.\n\nTwo."


def test_text_that_looks_like_a_number_stays_as_written(out):
    text = "title: {en: 1.50, de: true}\ntagline: {en: -0}\n"
    assert load(write(out, {"films/a/film.yaml": text})).all_problems() == []
    film = Film.objects.get()
    assert (film.title_en, film.title_de, film.tagline_en) == ("1.50", "true", "-0")


def test_unreadable_value_keeps_what_was_there(out):
    film = FilmFactory(key="ferry", year=2011, tagline_en="Old.")
    CreditFactory(film=film, person=PersonFactory(key="ada-lind"))
    export_content(out)
    load(out)
    file = out / "films" / "ferry" / "film.yaml"
    text = file.read_text().replace("year: 2011", "year: soon").replace("ada-lind", "nobody")
    file.write_text(text.replace("Old.", "New."))
    assert len(load(out).all_problems()) == 2
    film.refresh_from_db()
    assert (film.year, film.tagline_en, film.credits.count()) == (2011, "New.", 1)


def test_person_that_fails_does_not_cost_the_film(out):
    files = {
        "people/jo/person.yaml": "born_on: 1968\n",
        "films/a/film.yaml": "title: {en: A}\ncredits:\n- role: director\n  person: jo\n",
    }
    report = load(write(out, files))
    assert [(p.file, p.key) for p in report.all_problems()] == [
        ("films/a/film.yaml", "credits.0.person"),
        ("people/jo/person.yaml", ""),
    ]
    assert Film.objects.get().credits.count() == 0
    assert not Person.objects.exists()


def test_page_cannot_come_to_stand_under_itself(out):
    upper, lower = PageFactory(key="upper"), PageFactory(key="lower")
    with change(None, "test"):
        lower.parent = upper
        lower.save()
    export_content(out)
    load(out)
    with (out / "pages" / "upper" / "page.yaml").open("a") as file:
        file.write("parent: lower\n")
    (problem,) = load(out).all_problems()
    assert problem.message == "A page cannot stand under itself."
    assert Page.objects.get(pk=upper.pk).parent is None


def test_part_of_an_export_does_not_shrink_the_vocabulary(out):
    CreditFactory(film=FilmFactory(key="ferry"))
    export_content(out, "ferry")
    empty_site()
    before = Role.objects.count()
    load(out)
    assert Role.objects.count() == before


def test_broken_vocabulary_costs_one_row(out):
    text = f"noir:\n  name: {{en: Noir}}\nlong:\n  name: {{en: {'x' * 5000}}}\n"
    report = load(write(out, {"genres.yaml": text, "films/a/film.yaml": "title: {en: A}\n"}))
    assert [p.line for p in report.all_problems()] == [4]
    assert Film.objects.count() == 1


def test_video_with_another_content_is_a_new_one(out):
    film = FilmFactory(key="ferry")
    add_trailer(film)
    export_content(out)
    load(out)
    old = MediaFile.objects.get().sha256
    file = next((out / "films" / "ferry" / "videos").glob("*.mp4"))
    file.write_bytes(small_video() + b"\0\0\0\x08free")
    report = load(out)
    assert report.all_problems() == []
    assert film.trailers.get().video.sha256 != old
