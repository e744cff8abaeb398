"""Reading a list of redirects in the admin: first look, then take."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from editorial.changes import change
from editorial.publishing import publish
from pages.models import Redirect
from tests.factories import FilmFactory, make_member
from tests.limited import SPOOLED, uploads_lost

pytestmark = pytest.mark.django_db
URL = reverse("admin:pages_redirect_import")


def make(old, new):
    with change(None, "test"):
        Redirect.objects.create(old_path=old, new_path=new)


def pairs():
    return list(Redirect.objects.values_list("old_path", "old_query", "is_prefix", "new_path"))


def test_nothing_is_saved_before_the_list_was_looked_at(desk):
    response = desk.post(URL, {"text": "/a.html,/en/a/"})
    assert response.context["plan"].new[0].old_path == "/a.html"
    assert pairs() == []


def test_a_list_is_taken_with_what_is_new_and_what_has_changed(desk):
    make("/a.html", "/en/former/")
    make("/b.html", "/en/b/")
    text = "old;new\n/a.html;/en/a/\n/b.html;/en/b/\n/c.php?id=1;/en/c/\n/d/*;/en/d/\nx;/en/\n"
    plan = desk.post(URL, {"text": text}).context["plan"]
    assert (len(plan.new), len(plan.changed), plan.same, len(plan.problems)) == (2, 1, 1, 1)
    response = desk.post(URL, {"text": text, "apply": "1"}, follow=True)
    assert pairs() == [
        ("/a.html", "", False, "/en/a/"),
        ("/b.html", "", False, "/en/b/"),
        ("/c.php", "id=1", False, "/en/c/"),
        ("/d/", "", True, "/en/d/"),
    ]
    assert [str(m) for m in response.context["messages"]] == [
        "3 redirects were taken.", "One line was left out.",
    ]  # fmt: skip


def test_chains_and_doubles_inside_a_list_are_named_by_line(desk):
    make("/z.html", "/en/z/")
    text = "/a,/b\n/b,/en/b/\n/b,/en/c/\n/y,/z.html\n"
    plan = desk.post(URL, {"text": text}).context["plan"]
    assert [(p.number, p.what, p.message) for p in plan.problems] == [
        (1, "/a", "“/b” is itself led to “/en/b/”. Lead to that address at once."),
        (3, "/b", "Line 2 leads this address to “/en/b/” already."),
        (4, "/y", "“/z.html” is itself led to “/en/z/”. Lead to that address at once."),
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_a_file_of_any_table_program_is_read(desk, encoding):
    data = "/fähre.html;/de/faehre/\n".encode(encoding)
    response = desk.post(URL, {"file": SimpleUploadedFile("list.csv", data)})
    assert response.context["plan"].new[0].old_path == "/fähre.html"


def test_a_file_that_is_lost_on_its_way_is_said_at_the_field(desk):
    text = "/a.html,/en/a/\n" * 80_000
    data = {"file": SimpleUploadedFile("list.csv", bytes(SPOOLED * 6 // 10)), "text": text}
    with uploads_lost():
        response = desk.post(URL, data, headers={"Accept-Language": "de"})
    form = response.context["form"]
    assert (response.status_code, [*form.errors]) == (400, ["file"])
    assert form.errors["file"].as_text().startswith("* Der Datenträger ist voll")
    assert form["text"].value() == text
    assert 'id="id_file_error"' in response.content.decode()


def test_nothing_to_read_is_said(desk):
    response = desk.post(URL, {"text": "  "})
    assert response.status_code == 400
    assert response.context["form"].non_field_errors() == ["Choose a file or paste lines."]


def test_five_thousand_lines_are_taken(desk, django_assert_max_num_queries):
    text = "".join(f"/alt/{n}.html,/en/film-{n}/\n" for n in range(5000))
    with django_assert_max_num_queries(60):
        desk.post(URL, {"text": text, "apply": "1"})
    assert Redirect.objects.count() == 5000


def test_the_export_is_what_the_import_takes(desk):
    make("/a.html", "/en/a/")
    response = desk.get(reverse("admin:pages_redirect_export"))
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response.content.decode() == "old,new\r\n/a.html,/en/a/\r\n"


def test_translators_may_not_read_a_list(client):
    client.force_login(make_member("translator", languages=["de"]))
    assert client.get(URL).status_code == 403


def test_addresses_that_cannot_be_read_are_named_by_line(desk):
    text = f"http://[::1/a,/en/\n/a?{220 * '&'},/en/\n/b,/en/?{220 * '&'}\n/c,/en/c/\n"
    plan = desk.post(URL, {"text": text}).context["plan"]
    assert [rule.old_path for rule in plan.new] == ["/c"]
    assert [problem.number for problem in plan.problems] == [1, 2, 3]


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("old_path", {"old_path": "http://[::1/a"}),
        ("old_path", {"old_path": f"/a?{220 * '&'}"}),
        ("old_query", {"old_query": 220 * "&"}),
        ("new_path", {"new_path": f"/en/?{220 * '&'}"}),
    ],
)
def test_the_form_names_the_field_that_cannot_be_read(desk, field, typed):
    form = {"old_path": "/a", "old_query": "", "new_path": "/en/", **typed}
    response = desk.post(reverse("admin:pages_redirect_add"), form)
    assert list(response.context["adminform"].form.errors) == [field]
    assert pairs() == []


def test_lines_that_would_never_be_asked_are_named(desk):
    plan = desk.post(URL, {"text": "/en/films/,/en/a/\n/en/films/*,/en/a/\n"}).context["plan"]
    assert [rule.is_prefix for rule in plan.new] == [True]
    assert [(problem.number, problem.what) for problem in plan.problems] == [(1, "/en/films/")]


@pytest.mark.parametrize(
    ("old", "warnings"),
    [("/en/ferry/", 1), ("/de/ferry/", 0), ("/de/impressum/", 1), ("/en/alt/", 0), ("/alt", 0)],
)
def test_the_form_warns_where_something_is_shown(desk, old, warnings):
    publish(FilmFactory(key="ferry", slug_en="ferry").record, "en")
    form = {"old_path": old, "old_query": "", "new_path": "/en/people/"}
    response = desk.post(reverse("admin:pages_redirect_add"), form, follow=True)
    assert len(pairs()) == 1
    shown = [str(one) for one in response.context["messages"] if one.level_tag == "warning"]
    text = f"“{old}” shows something now, which comes first."
    assert [message[: len(text)] for message in shown] == [text] * warnings
