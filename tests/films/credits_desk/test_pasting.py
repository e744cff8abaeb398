"""A list is pasted, shown, corrected and confirmed."""

import re
from html import unescape

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from editorial.changes import change
from films.models import CompanyCredit, Credit
from people.models import Company, Person, Role
from tests.factories import CreditFactory, FilmFactory, PersonFactory

pytestmark = pytest.mark.django_db
NAMES = ["Anna Eins", "Berta Zwei", "Cora Drei"]


@pytest.fixture
def film():
    return FilmFactory()


def at(film):
    return reverse("admin:films_film_credits_paste", args=[film.pk])


def sheet_of(desk, film, text):
    return desk.post(at(film), {"text": text}).context["sheet"]


def sent(sheet, **changes):
    """What the page would send."""
    data = {"rows": len(sheet.rows), "lines": len(sheet.unread), "language": "en"}
    data |= {f"line-{n}": text for n, text in enumerate(sheet.unread)}
    for row in sheet.rows:
        for field in row:
            if field.value() not in (None, False, ""):
                data[field.html_name] = field.value()
    return data | changes


def credits(film):
    rows = Credit.objects.filter(film=film).order_by("position").select_related("role")
    return [
        (r.role.key if r.role else r.role_text_en, str(r.person or r.company or r.group_en))
        for r in rows
    ]


def test_nothing_is_written_before_it_is_confirmed(desk, film):
    sheet = sheet_of(desk, film, "Regie: Ana Sol\nKamera: Ida Torm")
    assert [(r["role"].value(), r["name"].value(), r["who"].value()) for r in sheet.rows] == [
        ("Director", "Ana Sol", "new"),
        ("Cinematography", "Ida Torm", "new"),
    ]
    assert (Credit.objects.count(), Person.objects.count()) == (0, 0)
    assert desk.post(at(film), sent(sheet)).status_code == 302
    assert credits(film) == [("director", "Ana Sol"), ("cinematography", "Ida Torm")]


def test_one_new_name_makes_one_person(desk, film):
    desk.post(at(film), sent(sheet_of(desk, film, "Buch und Regie: Ana Sol\nSchnitt: Ana  Sol")))
    assert [person.name for person in Person.objects.all()] == ["Ana Sol"]
    assert len(credits(film)) == 3


def test_known_people_are_proposed_and_doubt_is_said(desk, film):
    known = PersonFactory(name="Jürgen Mühlbach")
    twins = [PersonFactory(name="Ana Sol"), PersonFactory(name="Ana Sol")]
    near = PersonFactory(name="Jonas Lindqvist")
    text = "Ton: Juergen Muehlbach\nRegie: Ana Sol\nMusik: Jonas Lindqvost\nMaske: Ida Torm"
    rows = sheet_of(desk, film, text).rows
    assert [row["who"].value() for row in rows] == [f"p{known.pk}", f"p{twins[0].pk}", "new", "new"]
    assert [row.doubts for row in rows] == [[], ["Who is meant?"], ["Who is meant?"], []]
    assert next(token for token, _l in rows[2].fields["who"].widget.choices) == f"p{near.pk}"


def test_printed_spelling_is_kept_as_credited_as(desk, film):
    PersonFactory(name="Jürgen Mühlbach")
    desk.post(at(film), sent(sheet_of(desk, film, "Ton: Juergen Muehlbach")))
    credit = Credit.objects.get()
    assert (credit.person.name, credit.credited_as) == ("Jürgen Mühlbach", "Juergen Muehlbach")
    (row,) = sheet_of(desk, FilmFactory(), "Ton: Juergen Muehlbach").rows
    assert row["who"].value() == f"p{credit.person_id}"


def test_line_that_is_not_understood_stays_and_is_corrected_in_place(desk, film):
    sheet = sheet_of(desk, film, "Regie: Ana Sol\nsomething of Ida")
    assert sheet.unread == ["something of Ida"]
    page = desk.post(at(film), sent(sheet))
    assert credits(film) == [("director", "Ana Sol")]
    left = page.context["sheet"]
    assert (left.rows, left.unread) == ([], ["something of Ida"])
    page = desk.post(at(film), sent(left, check="1", **{"line-0": "Musik: Ida Torm"}))
    again = page.context["sheet"]
    assert [row["name"].value() for row in again.rows] == ["Ida Torm"]
    assert desk.post(at(film), sent(again)).status_code == 302
    assert credits(film) == [("director", "Ana Sol"), ("music", "Ida Torm")]


def fields_of(page):
    """Every field of the page's form as a browser would send it, whatever it is called."""
    html = page.content.decode()
    form = html[html.index('id="content-main"') :]
    data = {}
    for tag in re.findall(r"<input[^>]*>", form):
        facts = {key: unescape(value) for key, value in re.findall(r'([\w-]+)="([^"]*)"', tag)}
        if facts.get("type") == "checkbox" and not re.search(r"\bchecked\b", tag):
            continue
        if "name" in facts:
            data[facts["name"]] = facts.get("value", "on")
    for name, options in re.findall(r'<select name="([^"]*)"[^>]*>(.*?)</select>', form, re.S):
        chosen = re.search(r'value="([^"]*)" selected', options)
        data[name] = (chosen or re.search(r'value="([^"]*)"', options))[1]
    for name, text in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>([^<]*)<', form):
        data[name] = unescape(text)
    data.pop("csrfmiddlewaretoken", None)
    return data


def named(film):
    return sorted(name for _role, name in credits(film))


def said(page):
    return [str(message) for message in get_messages(page.wsgi_request)]


def test_row_that_asked_for_a_look_is_added_by_the_second_press(desk, film):
    PersonFactory(name="Cora Vierck")
    page = desk.post(at(film), {"text": "Regieassistenz, Anna Eins; Berta Zwei; Cora Drei"})
    page = desk.post(at(film), fields_of(page) | {"row-2-name": "Cora Vierk"})
    assert named(film) == ["Anna Eins", "Berta Zwei"]
    assert [row["name"].value() for row in page.context["sheet"].rows] == ["Cora Vierk"]
    assert desk.post(at(film), fields_of(page)).status_code == 302
    assert len(named(film)) == 3


def test_corrected_line_is_added_by_the_second_press(desk, film):
    text = "Wunderwuzzi, Karl Käfer\nRegieassistenz, Dora Funf"
    page = desk.post(at(film), {"text": text})
    page = desk.post(at(film), fields_of(page) | {"line-0": "Wunderwuzzi: Karl Käfer"})
    assert named(film) == ["Dora Funf"]
    assert desk.post(at(film), fields_of(page)).status_code == 302
    assert named(film) == ["Dora Funf", "Karl Käfer"]


def test_row_with_an_error_stays_when_a_corrected_line_is_read(desk, film):
    page = desk.post(at(film), {"text": "Musik: Ana Sol; Jana Hofmann\nsomething of Ida"})
    page = desk.post(at(film), fields_of(page) | {"row-1-role": ""})
    page = desk.post(at(film), fields_of(page) | {"line-0": "Ton: Ida Torm", "check": "1"})
    assert [row["name"].value() for row in page.context["sheet"].rows] == [
        "Jana Hofmann", "Ida Torm",
    ]  # fmt: skip
    row = page.context["sheet"].rows[0].prefix
    assert desk.post(at(film), fields_of(page) | {f"{row}-role": "Musik"}).status_code == 302
    assert named(film) == ["Ana Sol", "Ida Torm", "Jana Hofmann"]


@pytest.mark.parametrize("rows", [{}, {"rows": "1"}, {"rows": "x" * 9}], ids=str)
@pytest.mark.parametrize("numbers", ["012", "777", "9 0x 3", "300000 1 2"])
def test_every_typed_row_is_added_or_shown_again_or_named(desk, film, rows, numbers):
    """However the rows are numbered, and whatever the form says of their number."""
    places = numbers.split() if " " in numbers else list(numbers)
    facts = [
        {"name": "Anna Eins", "seen": "Anna Eins", "role": "Musik", "who": "new", "take": "on"},
        {"name": "Berta Zwei", "seen": "Berta Zwei", "role": "", "who": "new", "take": "on"},
        {"name": "Cora Drei", "seen": "Cora Drei", "role": "Ton", "who": "new"},
    ]
    data = {"line-5": ["Dora Vier"], "rest": ["Elsa Fünf"]}
    for place, values in zip(places, facts, strict=True):
        for name, value in values.items():
            data.setdefault(f"row-{place}-{name}", []).append(value)
    page = desk.post(at(film), data | {key: [value] for key, value in rows.items()})
    sheet = page.context["sheet"]
    shown = named(film) + [row["name"].value() for row in sheet.rows]
    told = "".join(str(message) for message in page.context["messages"])
    assert [shown.count(name) + (name in told) for name in NAMES] == [1, 1, 1]
    assert (sheet.unread, sheet.rest) == (["Dora Vier"], "Elsa Fünf")


def test_form_sent_twice_adds_nothing_twice_and_says_so(desk, film):
    text = (
        "Chor: Students of the Harbour School\nProduktionsfirma: Nordlicht Film GmbH\n"
        "Musik: Ana Sol\nSandburgen: Ida Torm"
    )
    first = fields_of(desk.post(at(film), {"text": text}))
    assert desk.post(at(film), first).status_code == 302
    page = desk.post(at(film), first)
    rows = page.context["sheet"].rows
    assert [(row["take"].value(), row.doubts[-1]) for row in rows] == [
        (False, "Is in the credits already")
    ] * 4
    assert (Credit.objects.count(), CompanyCredit.objects.count()) == (3, 1)
    # Who has seen that may still want it twice.
    take = next(row.add_prefix("take") for row in rows if row["name"].value() == "Ana Sol")
    desk.post(at(film), fields_of(page) | {take: "on"})
    assert named(film).count("Ana Sol") == 2


def test_rows_not_taken_are_named(desk, film):
    data = sent(sheet_of(desk, film, "Regie: Ana Sol\nMusik: Ida Torm"))
    del data["row-0-take"]
    assert said(desk.post(at(film), data)) == [
        "1 credit added.",
        "Not added, because you did not take them: Director, Ana Sol.",
    ]


def test_heading_without_names_and_very_long_line_come_back(desk, film):
    lines = ["Kamera:", "x" * 2001 + " end"]
    page = desk.post(at(film), {"line-0": lines[0], "line-1": lines[1]})
    assert page.context["sheet"].unread == lines


def test_many_names_in_few_lines_come_in_portions(desk, film):
    letters = "abcdefghijklmnopqrstuvwxyz"
    names = [f"{a}na Sol{b}".capitalize() for a in letters for b in letters]
    line = "Musik: " + "; ".join(names[:130])
    sheet = sheet_of(desk, film, "\n".join([line] * 9))
    assert (len(sheet.rows), sheet.rest) == (7 * 130, "\n".join([line] * 2))


def test_name_corrected_to_one_that_nobody_has_is_not_asked_for(desk, film):
    sheet = sheet_of(desk, film, "Musik: Jana Hofmann")
    assert desk.post(at(film), sent(sheet, **{"row-0-name": "Xaver Quint"})).status_code == 302
    assert named(film) == ["Xaver Quint"]


def test_page_says_how_many_are_new(desk, film):
    PersonFactory(name="Ana Sol")
    page = desk.post(at(film), {"text": "Musik: Ana Sol; Ida Torm\nTon: Ida Torm; Peer Lund"})
    assert page.context["new"] == 2


def test_corrected_lines_are_confirmed_before_they_are_written(desk, film):
    sheet = sheet_of(desk, film, "what is this")
    page = desk.post(at(film), sent(sheet, **{"line-0": "Musik: Ida Torm"}))
    assert [row["name"].value() for row in page.context["sheet"].rows] == ["Ida Torm"]
    assert credits(film) == []


def test_name_changed_without_script_is_asked_for_again(desk, film):
    known = PersonFactory(name="Ida Torm")
    sheet = sheet_of(desk, film, "Musik: Ida Trom")
    page = desk.post(at(film), sent(sheet, **{"row-0-name": "Ida Torm"}))
    (row,) = page.context["sheet"].rows
    assert row.errors["who"] == ["The name has changed: say who is meant by “Ida Torm”."]
    assert next(token for token, _l in row.fields["who"].widget.choices) == f"p{known.pk}"
    data = sent(page.context["sheet"], **{"row-0-who": f"p{known.pk}"})
    assert desk.post(at(film), data).status_code == 302
    assert credits(film) == [("music", "Ida Torm")]


def test_rows_not_taken_are_left_out(desk, film):
    data = sent(sheet_of(desk, film, "Regie: Ana Sol\nMusik: Ida Torm"))
    del data["row-0-take"]
    desk.post(at(film), data)
    assert credits(film) == [("music", "Ida Torm")]


def test_what_is_there_already_is_not_taken_by_itself(desk, film):
    role = Role.objects.get(key="director")
    CreditFactory(film=film, role=role, person=PersonFactory(name="Ana Sol"))
    (row,) = sheet_of(desk, film, "Regie: Ana Sol").rows
    assert (row["take"].value(), row.doubts) == (False, ["Is in the credits already"])


def test_groups_companies_characters_and_unknown_roles(desk, film):
    text = (
        "Chor: Students of the Harbour School\n"
        "Produktionsfirma: Nordlicht Film GmbH\n"
        "Mira Holt as Nele\n"
        "Sandburgen: Ana Sol"
    )
    sheet = sheet_of(desk, film, text)
    assert desk.post(at(film), sent(sheet)).status_code == 302
    assert credits(film) == [
        ("Chor", "Students of the Harbour School"),
        ("actor", "Mira Holt"),
        ("Sandburgen", "Ana Sol"),
    ]
    company = CompanyCredit.objects.get()
    assert (company.function, company.company.name) == ("production_company", "Nordlicht Film GmbH")
    assert Credit.objects.get(role__key="actor").character_en == "Nele"
    assert Company.objects.count() == 1


def test_company_is_added_after_the_last_though_one_before_was_deleted(desk, film):
    for name in ("Nordlicht Film GmbH", "Südlicht Film GmbH"):
        desk.post(at(film), sent(sheet_of(desk, film, f"Produktionsfirma: {name}")))
    with change(None, "test"):
        CompanyCredit.objects.get(position=0).delete()
    desk.post(at(film), sent(sheet_of(desk, film, "Produktionsfirma: Ostlicht Film GmbH")))
    positions = CompanyCredit.objects.order_by("position").values_list("position", flat=True)
    assert list(positions) == [1, 2]


def test_long_lists_come_in_portions_and_lose_nothing(desk, film):
    text = "\n".join(f"Musik: Ana Sol{'abcdefghij'[n % 10]}{'klmnopqrst'[n // 10 % 10]}"
                     f"{'uvwxyz'[n // 100]}" for n in range(160))  # fmt: skip
    sheet = sheet_of(desk, film, text)
    assert (len(sheet.rows), len(sheet.rest.splitlines())) == (150, 10)
    page = desk.post(at(film), sent(sheet, rest=sheet.rest))
    following = page.context["sheet"]
    assert (len(following.rows), following.rest) == (10, "")
    assert desk.post(at(film), sent(following)).status_code == 302
    assert Credit.objects.count() == 160


@pytest.mark.parametrize("rows", ["-1", "x", "999999999", "²", ""])
def test_impossible_counts_are_harmless(desk, film, rows):
    assert desk.post(at(film), {"rows": rows, "lines": rows}).status_code == 302


def test_empty_text_is_asked_for(desk, film):
    page = desk.post(at(film), {"text": "  "})
    assert page.status_code == 422
