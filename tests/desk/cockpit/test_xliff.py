"""Texts for an agency go out as XLIFF 1.2 and come back; what is hostile or stale is refused."""

import re
from xml.etree import ElementTree as ET

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from desk.cockpit.xliff import NAMESPACE, XliffError
from desk.cockpit.xliff_planning import Plan
from desk.cockpit.xliff_reading import read_xliff
from editorial.models import TranslationMark
from tests.desk.cockpit.conftest import ENGLISH, GERMAN, rewrite
from tests.editorial.translating.summaries import summaries
from tests.factories import FilmFactory, make_image, place
from tests.limited import SPOOLED, uploads_lost

NS = {"x": NAMESPACE}
# What may stand in an element, in this order (XLIFF 1.2, section 2.4); only what we write.
CHILDREN = {
    "xliff": ["file"],
    "file": ["header", "body"],
    "header": ["note"],
    "body": ["group"],
    "group": ["trans-unit"],
    "trans-unit": ["source", "target", "note", "alt-trans"],
    "alt-trans": ["source", "target"],
}
REQUIRED = {
    "xliff": {"version"},
    "file": {"original", "source-language", "datatype"},
    "trans-unit": {"id"},
    "group": set(),
}
TARGET_STATES = {
    "final", "needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n",
    "needs-review-translation", "needs-translation", "new", "signed-off", "translated",
}  # fmt: skip


def export(client, **params):
    response = client.get(reverse("translations_export"), {"language": "de", **params})
    assert response.status_code == 200
    return b"".join(response.streaming_content).decode()


def units_in(text):
    return {unit.get("id"): unit for unit in ET.fromstring(text).iterfind(".//x:trans-unit", NS)}


def check_structure(element):
    """Check names, order and required attributes against the specification."""
    name = element.tag.removeprefix(f"{{{NAMESPACE}}}")
    assert set(element.attrib) >= REQUIRED.get(name, set()), name
    if "state" in element.attrib:
        assert element.get("state") in TARGET_STATES
    children = [child.tag.removeprefix(f"{{{NAMESPACE}}}") for child in element]
    allowed = CHILDREN.get(name, [])
    assert children == sorted(children, key=allowed.index), name
    for child in element:
        check_structure(child)


def translate(text, **targets):
    """Return the file as an agency sends it back: texts by field."""
    ET.register_namespace("", NAMESPACE)
    root = ET.fromstring(text)
    for unit in root.iterfind(".//x:trans-unit", NS):
        field = unit.get("id").rpartition("/")[2]
        if field in targets:
            target = unit.find("x:target", NS)
            target.text, target.attrib["state"] = targets[field], "translated"
    return ET.tostring(root, encoding="UTF-8", xml_declaration=True)


def look_at(client, data):
    file = SimpleUploadedFile("back.xlf", data)
    return client.post(reverse("translations_import"), {"file": file})


def plans_of(response):
    return {
        line.unit.id.rpartition("/")[2]: line.plan
        for _plan, _title, lines, _quiet in response.context["groups"]
        for line in lines
    }


def write(client, response, **data):
    url = reverse("translations_import")
    return client.post(url, {"plan": response.context["plan"], **data}, follow=True)


def test_export_follows_the_specification(desk, film, editor):
    rewrite(film, editor, logline_de=GERMAN, tagline_en="Tag & <line> “ü”\x0b")
    rewrite(film, editor, logline_en="A boat.")
    text = export(desk, record=str(film.record.uuid), state="all")
    root = ET.fromstring(text)
    assert (root.tag, root.get("version")) == (f"{{{NAMESPACE}}}xliff", "1.2")
    check_structure(root)
    files = root.findall("x:file", NS)
    assert [file.get("original").partition("/")[0] for file in files] == ["film", "image"]
    assert {(f.get("source-language"), f.get("target-language")) for f in files} == {("en", "de")}
    unit = units_in(text)[f"{film.record.uuid}/facts//logline"]
    assert unit.find("x:target", NS).get("state") == "needs-review-translation"
    assert unit.find("x:alt-trans/x:source", NS).text == ENGLISH
    assert "At most 25 words." in unit.find("x:note", NS).text
    tagline = units_in(text)[f"{film.record.uuid}/facts//tagline"]
    assert tagline.find("x:source", NS).text == "Tag & <line> “ü”"


def test_filter_of_the_matrix_decides_what_is_exported(desk, film):
    FilmFactory()
    assert [ident.rpartition("/")[2] for ident in units_in(export(desk))] == ["logline"]
    assert units_in(export(desk, state="outdated")) == {}
    assert [i.rpartition("/")[2] for i in units_in(export(desk, kind="image"))] == ["caption"]


def test_picture_of_two_films_is_exported_once(desk, film):
    other, image = FilmFactory(), film.placements.get().image
    place(other, image)
    text = export(desk, record=[str(row.record.uuid) for row in (film, other, image)])
    captions = [unit for unit in read_xliff(text.encode()) if unit.id.endswith("/caption")]
    assert [unit.id for unit in captions] == [f"{image.record.uuid}/facts//caption"]


def test_all_pictures_of_a_film_are_exported(desk, film, monkeypatch):
    monkeypatch.setattr("desk.cockpit.items.MOST_PICTURES", 1)
    place(film, make_image(colour=(1, 2, 3), caption_en="The harbour by day."), position=1)
    idents = units_in(export(desk, record=str(film.record.uuid)))
    assert sum(ident.endswith("/caption") for ident in idents) == 2


@pytest.mark.parametrize("count", [1, 3])
def test_export_costs_the_same_with_one_film_and_with_three(
    desk, film, django_assert_num_queries, count
):
    films = [film, *(FilmFactory(logline_en=ENGLISH) for _ in range(count - 1))]
    uuids = [str(one.record.uuid) for one in films]
    export(desk, record=uuids)
    with django_assert_num_queries(9):
        export(desk, record=uuids)


def test_round_trip_writes_what_the_agency_wrote(desk, film, editor):
    text = export(desk, record=str(film.record.uuid))
    response = look_at(desk, translate(text, logline=GERMAN, caption="Der Hafen bei Nacht."))
    assert plans_of(response) == {"logline": Plan.WRITE, "caption": Plan.WRITE}
    film.refresh_from_db()
    assert not film.logline_de
    write(desk, response)
    film.refresh_from_db()
    assert film.logline_de == GERMAN
    assert film.placements.get().image.caption_de == "Der Hafen bei Nacht."
    mark = TranslationMark.objects.get(record=film.pk, field="logline")
    assert (mark.source_text, mark.user) == (ENGLISH, editor)
    assert summaries([film.pk])[film.pk]["de"].open == 0


def test_untouched_file_changes_nothing(desk, film):
    response = look_at(desk, export(desk, record=str(film.record.uuid), state="all").encode())
    assert set(plans_of(response).values()) == {Plan.UNCHANGED, Plan.EMPTY}


def test_stale_source_is_refused_and_offered(desk, film, editor):
    text = export(desk, record=str(film.record.uuid))
    rewrite(film, editor, logline_en="A boat is sold.")
    data = translate(text, logline=GERMAN)
    response = look_at(desk, data)
    assert plans_of(response)["logline"] == Plan.STALE
    write(desk, response)
    film.refresh_from_db()
    assert not film.logline_de
    write(desk, look_at(desk, data), take=f"{film.record.uuid}/facts//logline")
    film.refresh_from_db()
    assert film.logline_de == GERMAN
    assert TranslationMark.objects.get(record=film.pk, field="logline").source_text == ENGLISH
    assert summaries([film.pk])[film.pk]["de"].outdated == 1


def test_colleagues_work_stays(desk, film, editor):
    text = export(desk, record=str(film.record.uuid))
    rewrite(film, editor, logline_de="Ein Boot.")
    assert plans_of(look_at(desk, translate(text, logline=GERMAN)))["logline"] == Plan.CONFLICT


def test_colleagues_work_between_looking_and_saving_stays(desk, film, editor):
    text = export(desk, record=str(film.record.uuid))
    response = look_at(desk, translate(text, logline=GERMAN))
    rewrite(film, editor, logline_de="Ein Boot.")
    page = write(desk, response).content.decode()
    film.refresh_from_db()
    assert film.logline_de == "Ein Boot."
    assert page.count("changed on the desk meanwhile, left as it is.") == 1


def test_text_that_the_agency_lets_stand_is_confirmed(desk, film, editor):
    rewrite(film, editor, logline_de=GERMAN)
    rewrite(film, editor, logline_en="A ferry crosses the sound for the very last time.")
    text = export(desk, record=str(film.record.uuid))
    response = look_at(desk, translate(text, logline=GERMAN))
    assert plans_of(response)["logline"] == Plan.CONFIRM
    write(desk, response)
    assert summaries([film.pk])[film.pk]["de"].reviewed == 1


def test_mark_up_and_length_are_refused_text_by_text(desk, film):
    text = export(desk, record=str(film.record.uuid), state="all")
    data = translate(text, title="x" * 251, logline="Eine BOLD Fähre").decode()
    data = data.replace("BOLD", '<g id="1">alte</g>')
    response = look_at(desk, data.encode())
    assert (plans_of(response)["title"], plans_of(response)["logline"]) == (Plan.PROBLEM,) * 2
    page = response.content.decode()
    assert page.count("The text has 251 characters, 250 at most.") == 1
    assert page.count("which cannot be kept") == 1


def test_segments_of_a_translation_program_are_joined(desk, film):
    data = translate(export(desk, record=str(film.record.uuid)), logline="ONE").decode()
    marked = '<mrk mid="0" mtype="seg">Eine Fähre.</mrk> <mrk mid="1" mtype="seg">Ein Sund.</mrk>'
    response = look_at(desk, data.replace("ONE", marked).encode())
    write(desk, response)
    film.refresh_from_db()
    assert film.logline_de == "Eine Fähre. Ein Sund."


@pytest.mark.parametrize("language", ["en", "xx", ""])
def test_translator_cannot_write_another_language(client, translator, film, language):
    client.force_login(translator)
    text = export(client, record=str(film.record.uuid))
    data = translate(text, logline="A boat.").decode()
    data = data.replace('target-language="de"', f'target-language="{language}"')
    assert set(plans_of(look_at(client, data.encode())).values()) == {Plan.PROBLEM}


def test_unknown_ids_are_named(desk, film):
    text = export(desk, record=str(film.record.uuid))
    for old, new in (("facts//logline", "facts//slug"), ("facts//caption", "nothing")):
        text = text.replace(old, new)
    response = look_at(desk, text.encode())
    assert set(plans_of(response).values()) == {Plan.PROBLEM}
    page = response.content.decode()
    assert page.count("This text is not known here.") == 1
    names = [name.rpartition(": ")[2] for name in re.findall(r"<li>([^<]+) <span", page)]
    assert names == ["Logline", "Caption"]
    assert page.count("<li>Ferry: Logline <") == 1


def test_file_in_a_wrong_language_is_told_so_once(desk, film):
    text = export(desk, record=str(film.record.uuid), state="all")
    data = text.replace('target-language="de"', 'target-language="fr"').encode()
    page = look_at(desk, data).content.decode()
    assert page.count("“fr” is no language of this site.") == 1
    assert page.count("<li>Ferry: ") == 3


def test_what_stays_is_named_on_demand(desk, film):
    page = look_at(desk, export(desk, record=str(film.record.uuid), state="all").encode())
    content = page.content.decode()
    assert re.findall(r'<summary id="plan-(\w+)">([^<]+)', content) == [
        ("unchanged", "Unchanged: 2"), ("empty", "Not translated yet: 2"),
    ]  # fmt: skip
    assert content.count("<li>Ferry: Title</li>") == 1


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
FILES = {
    "empty": (b"", "The file is empty."),
    "not XML": (b"PK\x03\x04 a zip", "This is no well-formed XML: line 1"),
    "cut off": (
        f'<xliff version="1.2" xmlns="{NAMESPACE}">'.encode(),
        "This is no well-formed XML: line 1, the file ends too early.",
    ),
    "billion laughs": (BOMB.encode() + b"<x>&b;</x>", "declares a document type or entities"),
    "external": (
        b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', "declares a document type or entities"
    ),
    "another XML": (b"<html/>", "it begins with &lt;html&gt;."),
    "XLIFF 2": (
        b'<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>',
        "Expected XLIFF 1.2, found version “2.0”.",
    ),
    "deep": (
        f'<xliff version="1.2" xmlns="{NAMESPACE}">'.encode() + b"<g>" * 5000,
        "lie too deep in each other",
    ),
    "unknown encoding": (b'<?xml version="1.0" encoding="x-unknown"?><xliff/>', "encoding"),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_hostile_file_is_refused_with_a_reason(desk, name):
    data, reason = FILES[name]
    response = look_at(desk, data)
    assert response.status_code == 400
    page = response.content.decode()
    assert reason in page


def test_file_of_50_megabytes_is_refused(desk):
    response = look_at(desk, b" " * (50 * 1024 * 1024))
    assert (response.status_code, response.context["error"]) == (
        400,
        "The file is too large: 10 MB at most.",
    )


def test_file_in_utf_16_is_read(desk, film):
    data = translate(export(desk, record=str(film.record.uuid)), logline=GERMAN).decode()
    data = data.partition("?>")[2].encode("utf-16")
    assert plans_of(look_at(desk, data))["logline"] == Plan.WRITE


def test_endless_text_is_no_text():
    unit = '<trans-unit id="a"><source>{0}</source><target>{0}</target></trans-unit>'
    body = unit.format("x" * 150_000)
    data = f'<xliff version="1.2" xmlns="{NAMESPACE}"><file><body>{body}</body></file></xliff>'
    (read,) = read_xliff(data.encode())
    assert read.problem == "The text is too long."


def test_more_texts_than_anybody_has_are_refused(monkeypatch):
    monkeypatch.setattr("desk.cockpit.xliff_reading.MAX_UNITS", 2)
    units = "".join(f'<trans-unit id="{n}"/>' for n in range(3))
    data = f'<xliff version="1.2" xmlns="{NAMESPACE}"><file>{units}</file></xliff>'
    with pytest.raises(XliffError, match="more than 2 texts"):
        read_xliff(data.encode())


def test_file_that_is_lost_on_its_way_is_said_at_its_field(desk):
    file = SimpleUploadedFile("de.xlf", bytes(SPOOLED))
    with uploads_lost():
        response = desk.post(
            reverse("translations_import"), {"file": file}, headers={"Accept-Language": "de"}
        )
    assert response.status_code == 400
    assert response.context["error"].startswith("Der Datenträger ist voll")


def test_forged_plan_is_not_carried_out(desk, film):
    page = desk.post(reverse("translations_import"), {"plan": "forged"}, follow=True)
    assert "Choose the file once more." in page.content.decode()


def test_plan_of_somebody_else_is_not_carried_out(desk, client, translator, film):
    text = export(desk, record=str(film.record.uuid))
    response = look_at(desk, translate(text, logline=GERMAN))
    client.force_login(translator)
    write(client, response)
    film.refresh_from_db()
    assert not film.logline_de


def test_doors_ask_for_rights(client, translator, viewer, film):
    export_url, import_url = reverse("translations_export"), reverse("translations_import")
    assert client.get(import_url).status_code == 302
    client.force_login(viewer)
    assert client.get(export_url, {"language": "de"}).status_code == 403
    assert client.get(import_url).status_code == 403
    client.force_login(translator)
    assert client.get(export_url, {"language": "de"}).status_code == 200
    assert client.get(export_url, {"language": "en"}).status_code == 403
    assert client.get(export_url, {"language": "xx"}).status_code == 404
    assert client.get(import_url).status_code == 200


def test_page_shows_the_first_thousand_of_what_cannot_be_used(desk, film):
    units = "".join(f'<trans-unit id="x{n}"><source>a</source></trans-unit>' for n in range(1100))
    body = f'<file target-language="de"><body>{units}</body></file>'
    data = f'<xliff version="1.2" xmlns="{NAMESPACE}">{body}</xliff>'
    page = look_at(desk, data.encode()).content.decode()
    assert page.count("<li>x") == 1000
    assert page.count("The first 1000 are shown.") == 1
