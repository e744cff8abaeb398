"""/admin/films/film/<id>/sources/: what comes in, what is shown, taken, refused and taken back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from editorial.changes import change
from films.models import Credit, Film
from people.models import Role
from sources.models import Claim, Intake, Source
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PersonFactory,
    VersionFactory,
    make_member,
)
from tests.limited import SPOOLED, uploads_lost

pytestmark = pytest.mark.django_db
TEXT = """The Night Ferry
Germany, 2011, 92mn
Directed by: Ana Sol
Cinematography: Ida Torm
We use cookies to please you
"""


@pytest.fixture
def film():
    return FilmFactory(key="ferry", title_en="The Night Ferry", title_de="Die Nachtfähre")


@pytest.fixture
def editor(client):
    client.force_login(make_member("editor"))
    return client


def at(name, film, *args):
    return reverse(name, args=[film.pk, *args])


def add(editor, film, text=TEXT, **fields):
    """Keep a text as a source and return it."""
    data = {"text": text, "title": "Ferry record", "kind": "database", **fields}
    response = editor.post(at("source_new", film), data)
    assert response.status_code == 302
    return Source.objects.latest("pk")


def open_page(editor, film, source):
    return editor.get(at("source_read", film, source.pk)).context["sheet"]


def form_of(sheet):
    """Return what a browser sends of the page as it stands."""
    data = {"take": [entry.key for entry in sheet.entries if entry.is_ticked]}
    for entry in sheet.entries:
        data |= {box.html_name: box.text for box in entry.boxes}
        if entry.meaning and not entry.is_taken:
            data[f"{entry.key}-who"] = entry.who
    return data


def find(sheet, label):
    return next(entry for entry in sheet.entries if entry.label == label)


def box_of(entry, name):
    return next(box for box in entry.boxes if box.slot.name == name)


def take(editor, film, source, **changes):
    data = form_of(open_page(editor, film, source)) | changes
    return editor.post(at("source_read", film, source.pk), data, follow=True)


def messages(response):
    return [str(message) for message in response.context["messages"]]


def test_a_film_without_sources_says_what_to_do(editor, film):
    page = editor.get(at("film_sources", film)).content.decode()
    assert "No source yet." in page
    assert at("source_new", film) in page


def test_a_file_that_is_lost_on_its_way_is_said_at_the_field(editor, film):
    data = {"file": SimpleUploadedFile("a.txt", bytes(SPOOLED)), "text": TEXT}
    with uploads_lost():
        response = editor.post(at("source_new", film), data, headers={"Accept-Language": "de"})
    form = response.context["texts"]
    assert (response.status_code, [*form.errors]) == (422, ["file"])
    assert form.errors["file"][0].startswith("Der Datenträger ist voll")
    assert form["text"].value() == TEXT


def test_the_text_is_asked_first_then_what_is_known_of_it(editor, film):
    response = editor.post(at("source_new", film), {"text": TEXT})
    assert response.status_code == 200
    assert response.context["form"].initial["title"] == "The Night Ferry"
    assert response.context["texts"]["text"].value() == TEXT
    assert Source.objects.count() == 0
    source = add(editor, film)
    assert (source.title, source.text, source.added_by.username) == (
        "Ferry record", TEXT.rstrip("\n") + "\n", "editor"
    )  # fmt: skip


def test_what_was_typed_stays_when_something_is_wrong(editor, film):
    data = {"text": TEXT, "title": "", "date": "soon", "author": "Ida Torm"}
    response = editor.post(at("source_new", film), data)
    assert response.status_code == 422
    form = response.context["form"]
    assert sorted(form.errors) == ["date", "kind", "title"]
    assert form["author"].value() == "Ida Torm"
    assert response.context["texts"]["text"].value() == TEXT


def test_a_file_is_read_in_its_encoding(editor, film):
    file = SimpleUploadedFile("record.txt", "Regie: Änne Müller".encode("cp1252"))
    response = editor.post(at("source_new", film), {"file": file})
    assert response.context["texts"]["text"].value() == "Regie: Änne Müller"


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("record.pdf", b"%PDF-1.7", "This is a file of the kind PDF, not a text."),
        ("empty.txt", b"", "This file is empty."),
    ],
)
def test_a_file_that_is_no_text_is_refused_and_the_pasted_text_stays(
    editor, film, name, data, message
):
    response = editor.post(
        at("source_new", film), {"text": TEXT, "file": SimpleUploadedFile(name, data)}
    )
    assert response.status_code == 422
    assert response.context["texts"].errors["file"][0].startswith(message)
    assert response.context["texts"]["text"].value() == TEXT


def test_nothing_at_all_is_refused(editor, film):
    response = editor.post(at("source_new", film), {"text": "  \n"})
    assert response.context["texts"].errors == {"text": ["Paste a text or choose a file."]}


def test_a_text_that_is_known_leads_to_its_source(editor, film):
    source = add(editor, film)
    response = editor.post(at("source_new", film), {"text": f"  {TEXT}\n\n"}, follow=True)
    assert response.redirect_chain == [(at("source_read", film, source.pk), 302)]
    assert messages(response)[-1].startswith(
        "This text is known: editor added it as “Ferry record”"
    )
    assert Source.objects.count() == 1


def test_the_page_says_line_by_line_what_was_understood(editor, film):
    VersionFactory(film=film, runtime_seconds=95 * 60)
    CreditFactory(film=film, person=PersonFactory(name="Ana Sol"))
    sheet = open_page(editor, film, add(editor, film))
    said = {(entry.label, entry.text): entry.outlook for entry in sheet.entries}
    assert said["Runtime", "92 min"].text == (
        "The film says “95 min”. The point stays open until somebody decides."
    )
    assert said["Director", "Ana Sol"].text == "One more witness of “Ana Sol”."
    assert said["Year", "2011"].text == "The film says so, too: one more witness."
    assert said["Cinematography", "Ida Torm"].text == "New for the film."
    assert [row.is_aside for row in sheet.rows].count(True) == sheet.aside
    assert "".join(words for row in sheet.rows for words, _url in row.pieces) == "".join(
        line.strip() for line in TEXT.splitlines()
    )


def test_what_is_ticked_is_taken_in_and_told(editor, film):
    source = add(editor, film)
    response = take(editor, film, source)
    intake = Intake.objects.get()
    assert response.redirect_chain == [(f"{at('film_sources', film)}?taken={intake.pk}", 302)]
    names = Credit.objects.filter(film=film).values_list("role__key", "person__name")
    assert sorted(names) == [("cinematography", "Ida Torm"), ("director", "Ana Sol")]
    told = "2 rows added, 2 fields filled in, 1 further witness."
    assert messages(response)[-1] == told
    assert {entry.is_taken for entry in open_page(editor, film, source).entries} == {True}


def test_what_is_not_ticked_is_not_taken(editor, film):
    source = add(editor, film)
    sheet = open_page(editor, film, source)
    take(editor, film, source, take=[find(sheet, "Director").key])
    assert [claim.values["name"] for claim in Claim.objects.all()] == ["Ana Sol"]


def test_without_a_tick_nothing_happens(editor, film):
    source = add(editor, film)
    response = editor.post(at("source_read", film, source.pk), {})
    assert response.status_code == 422
    assert messages(response)[-1] == "Nothing is ticked: tick what is to be taken in."
    assert Intake.objects.count() == 0


def test_a_correction_is_written_and_what_was_printed_stays(editor, film):
    source = add(editor, film)
    entry = find(open_page(editor, film, source), "Cinematography")
    take(editor, film, source, **{box_of(entry, "name").html_name: "Ida Thorm"})
    claim = Claim.objects.get(values__name="Ida Torm")
    assert Credit.objects.filter(film=film, person__name="Ida Thorm").count() == 1
    assert "Ida Torm" in claim.printed
    entries = open_page(editor, film, source).entries
    assert [entry.label for entry in entries if not entry.is_taken] == []


def test_a_wrong_correction_stays_on_the_page_with_its_reason(editor, film):
    source = add(editor, film)
    entry = find(open_page(editor, film, source), "Runtime")
    response = take(editor, film, source, **{box_of(entry, "runtime_seconds").html_name: "long"})
    assert response.status_code == 422
    later = find(response.context["sheet"], "Runtime")
    box = box_of(later, "runtime_seconds")
    assert (box.text, box.errors) == (
        "long", ["“long” is no runtime. Write 95 min or 5:30 min."]
    )  # fmt: skip
    # The rest was taken in.
    assert Credit.objects.filter(film=film).count() == 2
    assert "Undo" in response.content.decode()


def test_who_is_meant_is_asked_and_heard(editor, film):
    old = PersonFactory(name="Ida Torm")
    other = PersonFactory(name="Ida Torm")
    source = add(editor, film)
    entry = find(open_page(editor, film, source), "Cinematography")
    tokens = [option.token for option in entry.meaning.options]
    assert tokens == [f"p{old.pk}", f"p{other.pk}", "new", "group", "newc"]
    take(editor, film, source, **{f"{entry.key}-who": f"p{other.pk}"})
    assert Credit.objects.get(film=film, role__key="cinematography").person == other


def test_an_answer_that_leads_to_nobody_is_refused_with_the_reason(editor, film):
    source = add(editor, film)
    entry = find(open_page(editor, film, source), "Director")
    response = take(editor, film, source, **{f"{entry.key}-who": "p999999"})
    assert response.status_code == 422
    assert find(response.context["sheet"], "Director").errors == ["Say who is meant by “Ana Sol”."]


def test_a_row_of_its_own_is_added_when_somebody_says_so(editor, film):
    CreditFactory(film=film, person=PersonFactory(name="Ana Sol"))
    source = add(editor, film)
    entry = find(open_page(editor, film, source), "Director")
    take(editor, film, source, **{f"{entry.key}-apart": "on", f"{entry.key}-who": "new"})
    assert Credit.objects.filter(film=film, role__key="director").count() == 2


def test_taking_back_is_one_step(editor, film):
    source = add(editor, film)
    take(editor, film, source)
    undo = at("intake_undo", film, Intake.objects.get().pk)
    response = editor.post(undo, follow=True)
    assert response.redirect_chain == [(at("film_sources", film), 302)]
    assert messages(response)[0].startswith("Taken back: ")
    assert (Credit.objects.filter(film=film).count(), Claim.objects.count()) == (0, 0)
    again = editor.post(undo, follow=True)
    assert messages(again) == ["This was taken back already."]


def test_what_was_sent_twice_is_taken_once(editor, film):
    source = add(editor, film)
    data = form_of(open_page(editor, film, source))
    editor.post(at("source_read", film, source.pk), data)
    editor.post(at("source_read", film, source.pk), data)
    assert (Intake.objects.count(), Credit.objects.filter(film=film).count()) == (1, 2)


def test_a_film_changed_meanwhile_is_said(editor, film):
    source = add(editor, film)
    data = form_of(open_page(editor, film, source)) | {"version": str(film.record.version)}
    with change(None, "test"):
        Credit.objects.create(film=film, role=Role.objects.get(key="director"),
                              person=PersonFactory(name="Mira Holt"))  # fmt: skip
    response = editor.post(at("source_read", film, source.pk), data, follow=True)
    assert "The film was changed meanwhile: all was compared anew." in messages(response)


def test_a_film_deleted_meanwhile_is_not_found(editor, film):
    source = add(editor, film)
    url = at("source_read", film, source.pk)
    data = form_of(open_page(editor, film, source))
    with change(None, "test"):
        Film.objects.get(pk=film.pk).delete()
    assert editor.post(url, data).status_code == 404


def test_a_source_is_deleted_and_the_film_keeps_its_rows(editor, film):
    source = add(editor, film)
    take(editor, film, source)
    page = editor.get(at("source_delete", film, source.pk))
    claims = Claim.objects.count()
    assert page.context["films"] == [(film, claims)]
    assert Source.objects.count() == 1
    editor.post(at("source_delete", film, source.pk))
    assert (Source.objects.count(), Claim.objects.count()) == (0, 0)
    assert Credit.objects.filter(film=film).count() == 2


def test_a_source_is_named_on_the_film_page_and_no_longer(editor, film):
    source = add(editor, film)
    editor.post(at("source_naming", film, source.pk), {"is_named": "on"})
    source.refresh_from_db()
    assert source.is_named
    editor.post(at("source_naming", film, source.pk), {"is_named": ""})
    source.refresh_from_db()
    assert not source.is_named


def test_a_source_is_edited(editor, film):
    source = add(editor, film)
    data = {"title": "Record of the ferry", "kind": "review", "date": "2011-10", "url": "a.example"}
    editor.post(at("source_edit", film, source.pk), data)
    source.refresh_from_db()
    assert (source.title, source.kind, source.date, source.url) == (
        "Record of the ferry", "review", "2011-10", "https://a.example"
    )  # fmt: skip
    assert source.text.startswith("The Night Ferry")


def test_a_viewer_reads_and_is_offered_nothing(client, film):
    with change(None, "test"):
        source = Source.objects.create(title="Record", text=TEXT)
    client.force_login(make_member("viewer"))
    page = client.get(at("source_read", film, source.pk)).content.decode()
    assert "Ida Torm" in page
    assert 'name="take"' not in page
    assert at("source_new", film) not in client.get(at("film_sources", film)).content.decode()


def test_the_door_stands_in_the_form_of_the_film(editor, film):
    page = editor.get(reverse("admin:films_film_change", args=[film.pk])).content.decode()
    assert at("film_sources", film) in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_much_for_one_source_as_for_three(
    editor, film, count, django_assert_num_queries
):
    for number in range(count):
        source = add(editor, film, f"{TEXT}Editing: Jo Ebb {number}")
        take(editor, film, source)
    with django_assert_num_queries(LIST):
        editor.get(at("film_sources", film))


LIST = 11
# However many facts there are.
READ = 20


@pytest.mark.parametrize("count", [3, 300])
def test_reading_asks_as_much_for_three_facts_as_for_three_hundred(
    editor, film, count, django_assert_num_queries
):
    lines = [f"Editing: Xo{number}ra Qu{number}ist" for number in range(count)]
    source = add(editor, film, "\n".join(lines))
    with django_assert_num_queries(READ):
        sheet = open_page(editor, film, source)
    assert len(sheet.entries) == count
