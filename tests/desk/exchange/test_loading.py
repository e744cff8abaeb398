"""An export into a site that is not empty, edited by hand, or broken."""

import pytest

from desk.exchange import export_content, load_export, read_export
from desk.loading import LoadOptions
from editorial.changes import change
from editorial.documents import document_of
from editorial.models import Publication, Record
from editorial.publishing import publish, withdraw
from films.models import Country, Credit, Film, PressItem, Quote
from people.models import Person
from tests.factories import CreditFactory, FilmFactory, PersonFactory, make_image, place

pytestmark = pytest.mark.django_db


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def load(folder, **options):
    return load_export(read_export(folder), LoadOptions(**options))


def edit(path, old: str, new: str) -> None:
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))


@pytest.fixture
def ferry(out):
    """A folder with one film, `ferry`, and its director."""
    film = FilmFactory(key="ferry", title_en="Night Ferry", tagline_en="One crossing.")
    CreditFactory(film=film, person=PersonFactory(name="Ada Lind"))
    export_content(out)
    return out


def facts(folder):
    return folder / "films" / "ferry" / "film.yaml"


def test_own_export_changes_nothing(ferry):
    before = document_of(Film.objects.get().record)
    report = load(ferry)
    assert {item.status for item in report.items} == {"unchanged"}
    assert report.is_clean
    assert report.proposals == []
    assert document_of(Film.objects.get().record) == before


def test_what_the_folder_changed_since_the_last_import_is_taken(ferry):
    load(ferry)
    edit(facts(ferry), "One crossing.", "One last crossing.")
    assert load(ferry).films[0].status == "updated"
    assert Film.objects.get().tagline_en == "One last crossing."


def test_what_editors_changed_is_kept_and_reported(ferry):
    load(ferry)
    film = Film.objects.get()
    with change(None, "test"):
        film.tagline_en = "An editor's line."
        film.year = 2012
        film.save()
    edit(facts(ferry), "One crossing.", "The folder's line.")
    report = load(ferry)
    film.refresh_from_db()
    assert (film.tagline_en, film.year) == ("An editor's line.", 2012)
    assert [problem.key for problem in report.films[0].problems] == ["texts.en.facts.tagline"]


def test_first_import_over_other_content_keeps_the_desk(ferry):
    edit(facts(ferry), "One crossing.", "The folder's line.")
    report = load(ferry)
    assert Film.objects.get().tagline_en == "One crossing."
    assert len(report.all_problems()) == 1


def test_existing_film_stays_as_published_as_it_was(ferry):
    film = Film.objects.get()
    publish(film.record, "en")
    export_content(ferry)
    withdraw(film.record, "en")
    load(ferry)
    assert list(Publication.objects.live().exclude(language="")) == []


def test_dry_run_leaves_nothing(ferry):
    with change(None, "test"):
        Film.objects.get().delete()
        Person.objects.get().delete()
    Record.objects.all().delete()
    report = load(ferry, is_dry_run=True)
    assert report.count("created") == 2
    assert (Film.objects.count(), Record.objects.count()) == (0, 0)


def test_film_written_by_hand_needs_no_identifiers(out):
    folder = out / "films" / "harbour"
    folder.mkdir(parents=True)
    (out / "lichtspiel.yaml").write_text("format: 1\nlanguages: [en, de]\n")
    (folder / "film.yaml").write_text(
        "title: {en: Harbour, de: Hafen}\n"
        "selections:\n- edition: tage/2012\n  uuid: main\n"
        "awards:\n- name: {en: Best Sound}\n  selection: main\n"
        "credits:\n- role: director\n  person: jo\n- role: music\n  person: jo\n"
    )
    (out / "people" / "jo").mkdir(parents=True)
    (out / "people" / "jo" / "person.yaml").write_text("name: Jo Thamm\n")
    (out / "festivals" / "tage").mkdir(parents=True)
    (out / "festivals" / "tage" / "festival.yaml").write_text(
        "name: {de: Filmtage}\neditions:\n- year: 2012\n"
    )
    assert load(out).all_problems() == []
    film = Film.objects.get()
    assert film.awards.get().selection == film.selections.get()
    assert [credit.person.name for credit in film.credits.all()] == ["Jo Thamm", "Jo Thamm"]
    assert {item.status for item in load(out).items} == {"unchanged"}


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("year: 2011", "year: soon", 3, "must be an integer"),
        ("year: 2011", "year: [1, 2]", 3, "Expected one value"),
        ("year: 2011", "yaer: 2011", 3, "key is not known"),
        ("role: director", "role: wizard", 10, "no role of this name"),
        ("person: ada-lind", "person: nobody", 11, "no person of this name"),
        ("  en: One crossing.", "  fr: Une.", 12, "does not have the language"),
    ],
)
def test_mistake_is_reported_with_its_line(ferry, old, new, line, message):
    edit(facts(ferry), old, new)
    found = [p for p in load(ferry).films[0].problems if message in p.message]
    assert [problem.file for problem in found] == ["films/ferry/film.yaml"]
    lines = facts(ferry).read_text().splitlines()
    assert lines[found[0].line - 1].strip() in (new.strip(), f"- {new}")


@pytest.mark.parametrize(
    "text",
    ["title: [", "a: &x 1\nb: *x\n", "a: !!python/object:os.system 1\n", "title: 1\ntitle: 2\n"],
)
def test_broken_file_is_reported_and_the_rest_is_read(ferry, text):
    (ferry / "films" / "ferry" / "film.yaml").write_text(text)
    report = load(ferry)
    assert report.films == []
    assert [item.status for item in report.others] == ["unchanged"]
    assert report.problems[0].file == "films/ferry/film.yaml"


def test_hostile_address_is_refused(ferry):
    with facts(ferry).open("a") as file:
        file.write("links:\n- url: javascript:alert(1)\n")
    report = load(ferry)
    assert [p.message for p in report.films[0].problems] == [
        "Enter a valid URL. Only http and https addresses are accepted."
    ]
    assert Film.objects.get().links.count() == 0


def test_row_of_another_film_is_refused(ferry):
    other = FilmFactory(key="other")
    stolen = CreditFactory(film=other)
    load(ferry)
    mine = str(Film.objects.get(record__key="ferry").credits.get().uuid)
    edit(facts(ferry), mine, str(stolen.uuid))
    report = load(ferry)
    assert [item.status for item in report.films] == ["failed"]
    assert Credit.objects.get(uuid=stolen.uuid).film == other


def test_link_out_of_the_folder_is_not_followed(ferry, tmp_path_factory):
    secret = tmp_path_factory.mktemp("else") / "secret.md"
    secret.write_text("private")
    (ferry / "films" / "ferry" / "logline_en.md").symlink_to(secret)
    report = load(ferry)
    assert [p.file for p in report.problems] == ["films/ferry/logline_en.md"]
    assert Film.objects.get().logline_en in ("", None)


def test_file_that_is_no_picture_leaves_the_film_without_it(out):
    film = FilmFactory(key="ferry")
    image = make_image()
    key = image.key
    place(film, image)
    export_content(out)
    (out / "films" / "ferry" / "images" / f"{key}.jpg").write_bytes(b"<html>")
    with change(None, "test"):
        film.delete()
        image.delete()
    Publication.objects.all().delete()
    Record.objects.all().delete()
    report = load(out)
    assert {item.slug: item.status for item in report.items} == {
        key: "failed",
        "ferry": "created",
    }
    assert Film.objects.get().placements.count() == 0
    assert len(report.all_problems()) == 2


def test_newer_format_is_refused_whole(ferry):
    (ferry / "lichtspiel.yaml").write_text("format: 99\n")
    report = load(ferry)
    assert report.items == []
    assert (
        report.problems[0].message == "This export was written by a newer version. Upgrade first."
    )


def test_one_film_of_a_folder_brings_its_people(ferry):
    FilmFactory(key="other")
    export_content(ferry)
    empty = read_export(ferry, "ferry")
    assert [record.key for record in empty.records["film"]] == ["ferry"]
    assert [record.key for record in empty.records["person"]] == ["ada-lind"]


def test_shortened_quote_with_other_words_is_reported_and_left_out(out):
    film = FilmFactory(key="ferry")
    with change(None, "test"):
        item = PressItem.objects.create(film=film, title="Quiet water")
        Quote.objects.create(press_item=item, text="A quiet gem.", abridged="A gem.")
    export_content(out)
    with change(None, "test"):
        film.delete()
    (problem,) = load(out).all_problems()
    assert (problem.key, problem.value) == ("press_items.0.quotes.0.abridged", "A gem.")
    assert problem.message.startswith("Words are left out before “gem”.")
    assert [(quote.text, quote.abridged) for quote in Quote.objects.all()] == [("A quiet gem.", "")]


def test_rows_that_another_site_numbered_otherwise_are_not_added_again(ferry):
    film = Film.objects.get()
    with change(None, "by hand"):
        Country.objects.create(film=film, code="DE", note="the coast")
    folder = facts(ferry)
    text = folder.read_text()
    credit = str(Credit.objects.get().uuid)
    text = text.replace(credit, "11111111-2222-4333-8444-555555555555")
    text += "countries:\n- code: DE\n  uuid: 11111111-2222-4333-8444-666666666666\n"
    folder.write_text(text)
    assert load(ferry).films[0].status == "unchanged"
    assert list(Country.objects.values_list("code", "note")) == [("DE", "the coast")]
    assert Credit.objects.count() == 1
