"""import_content: folders become rows, twice, and nothing of the editors is overwritten."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command

from desk.models import ImportedDocument, ImportRun
from editorial.changes import change
from editorial.models import Address, Publication, Record, Revision
from films.models import Credit, Film, Placement
from pages.models import Page
from people.models import Company, Person
from tests.factories import picture_bytes

pytestmark = pytest.mark.django_db
ENGLISH = """---
title: Night Ferry
category: short
director: Ada Lindqvist
release_year: 2019
duration: 12 minutes
country: Germany / Estonia
cast:
  - Mart Kask as The Ferryman
crew:
  - role: Cinematography
    name: Jaan Tamm
  - role: Production
    name: Nordlicht Film & Verleih
awards:
  - Harbour Film Days: Audience Award
poster_image: still.jpg
cinema_poster: poster.jpg
description: A ferry crosses the sound for the last time.
---
Nobody on board knows that it is the last crossing.
"""
GERMAN = """---
title: Nachtfähre
category: short
director: Ada Lindqvist
release_year: 2019
duration: 12 Minuten
country: Deutschland / Estland
cast:
  - Mart Kask als Der Fährmann
crew:
  - role: Kamera
    name: Jaan Tamm
  - role: Produktion
    name: Nordlicht Film & Verleih
awards:
  - Hafenfilmtage: Publikumspreis
poster_image: still.jpg
cinema_poster: poster.jpg
description: Eine Fähre quert zum letzten Mal den Sund.
---
Niemand an Bord weiß, dass es die letzte Überfahrt ist.
"""


@pytest.fixture
def folder(tmp_path):
    film = tmp_path / "content" / "films" / "night-ferry"
    film.mkdir(parents=True)
    (film / "index_en.md").write_text(ENGLISH, encoding="utf-8")
    (film / "index_de.md").write_text(GERMAN, encoding="utf-8")
    (film / "still.jpg").write_bytes(picture_bytes(900, 600))
    (film / "poster.jpg").write_bytes(picture_bytes(600, 900, (90, 10, 10)))
    page = tmp_path / "content" / "pages" / "imprint"
    page.mkdir(parents=True)
    (page / "index_en.md").write_text("---\ntitle: Imprint\n---\nWho we are.\n")
    return tmp_path / "content"


def run(folder, **options) -> tuple[int, str]:
    out = io.StringIO()
    try:
        call_command("import_content", folder, stdout=out, stderr=io.StringIO(), **options)
    except SystemExit as end:
        return end.code, out.getvalue()
    return 0, out.getvalue()


def edit(folder, old, new, name="index_en.md"):
    file = folder / "films" / "night-ferry" / name
    file.write_text(file.read_text("utf-8").replace(old, new), encoding="utf-8")


def snapshot() -> dict[str, int]:
    models = [Record, Film, Page, Person, Company, Credit, Revision, Publication, Address,
              ImportedDocument, Placement]  # fmt: skip
    return {model.__name__: model.objects.count() for model in models}


def test_folder_becomes_a_film(folder):
    code, text = run(folder)
    assert (code, text) == (0, run_text(created=2))
    film = Film.objects.get()
    assert (film.key, film.title_en, film.title_de) == ("night-ferry", "Night Ferry", "Nachtfähre")
    assert [country.code for country in film.countries.all()] == ["DE", "EE"]
    assert film.versions.get().runtime_seconds == 720
    assert [(c.role.key, c.person.name, c.character_de or "") for c in film.credits.all()] == [
        ("director", "Ada Lindqvist", ""),
        ("cinematography", "Jaan Tamm", ""),
        ("actor", "Mart Kask", "Der Fährmann"),
    ]
    assert film.company_credits.get().company.name == "Nordlicht Film & Verleih"
    award = film.awards.get()
    assert (award.body_en, award.name_de) == ("Harbour Film Days", "Publikumspreis")
    assert [p.usage for p in film.placements.order_by("usage")] == ["poster", "still"]


def run_text(created=0, unchanged=0) -> str:
    status = f"{'created' if created else 'unchanged':<12}"
    hint = f"To take it back: manage.py undo_import {ImportRun.objects.latest('pk').pk}\n"
    return (
        f"{status} night-ferry\n{status} imprint\n\n"
        f"{created} created, 0 updated, {unchanged} unchanged, 0 failed. Problems: 0.\n"
        f"{hint if created else ''}"
    )


def test_second_run_changes_nothing(folder):
    run(folder)
    before = snapshot()
    assert run(folder) == (0, run_text(unchanged=2))
    assert snapshot() == before


def test_new_films_are_drafts(folder):
    run(folder)
    assert not Publication.objects.exists()


def test_publish_makes_new_films_live(folder, client):
    run(folder, publish=True)
    assert client.get("/de/night-ferry/").status_code == 200
    assert client.get("/en/imprint/").status_code == 200


def test_publish_never_touches_a_known_film(folder):
    run(folder)
    run(folder, publish=True)
    assert not Publication.objects.exists()


def test_dry_run_leaves_nothing(folder, settings):
    before = snapshot()
    code, text = run(folder, dry_run=True, publish=True)
    assert code == 0
    assert "created      night-ferry  [en, de]" in text
    assert "nothing was changed" in text
    assert snapshot() == before
    assert not Path(settings.MEDIA_ROOT).exists()


def test_change_in_the_folder_is_taken(folder):
    run(folder)
    edit(folder, "release_year: 2019", "release_year: 2020")
    edit(folder, "release_year: 2019", "release_year: 2020", "index_de.md")
    code, text = run(folder)
    assert (code, Film.objects.get().year) == (0, 2020)
    assert "updated      night-ferry" in text


def test_change_by_hand_is_kept(folder):
    run(folder)
    with change(None, "by hand"):
        film = Film.objects.get()
        film.tagline_en, film.year = "One last time.", 2018
        film.save()
    assert run(folder)[0] == 0
    film.refresh_from_db()
    assert (film.tagline_en, film.year) == ("One last time.", 2018)


def test_change_on_both_sides_is_kept_and_reported(folder):
    run(folder)
    with change(None, "by hand"):
        film = Film.objects.get()
        film.title_en = "The Ferry"
        film.save()
    edit(folder, "title: Night Ferry", "title: Ferry by Night")
    code, text = run(folder)
    film.refresh_from_db()
    assert (code, film.title_en) == (1, "The Ferry")
    assert "texts.en.facts.title = 'Ferry by Night'" in text


def test_credit_deleted_by_hand_stays_deleted(folder):
    run(folder)
    with change(None, "by hand"):
        Credit.objects.get(role__key="actor").delete()
    edit(folder, "release_year: 2019", "release_year: 2020")
    edit(folder, "release_year: 2019", "release_year: 2020", "index_de.md")
    run(folder)
    assert Film.objects.get().credits.filter(role__key="actor").count() == 0


def test_renamed_person_is_found_again_by_the_old_name(folder):
    run(folder)
    with change(None, "by hand"):
        person = Person.objects.get(name="Ada Lindqvist")
        person.name = "Ada Lund"
        person.save()
        person.names.create(name="Ada Lindqvist")
    code, text = run(folder)
    assert Person.objects.filter(name__startswith="Ada").count() == 1
    assert (code, "unchanged    night-ferry" in text) == (0, True)


def test_new_picture_replaces_the_old_one(folder):
    run(folder)
    (folder / "films/night-ferry/still.jpg").write_bytes(picture_bytes(800, 500, (1, 2, 3)))
    run(folder)
    still = Film.objects.get().placements.get(usage="still")
    assert (still.image.width, still.image.height) == (800, 500)


def test_report_is_written_as_json(folder, tmp_path):
    edit(folder, "category: short", "category: short\nmood: quiet")
    report = tmp_path / "report.json"
    assert run(folder, report=report)[0] == 1
    data = json.loads(report.read_text("utf-8"))
    assert [(f["slug"], f["status"]) for f in data["films"]] == [("night-ferry", "created")]
    problem = data["films"][0]["problems"][0]
    assert (problem["file"], problem["line"], problem["key"], problem["value"]) == (
        "films/night-ferry/index_en.md", 4, "mood", "quiet",
    )  # fmt: skip
    assert [(p["slug"], p["status"]) for p in data["pages"]] == [("imprint", "created")]


BROKEN = {
    "bad yaml": b"---\ntitle: [\n---\nx",
    "alias bomb": b"---\na: &a [x,x]\nb: &b [*a,*a]\ntitle: *b\n---\nx",
    "duplicate key": b"---\ntitle: A\ntitle: B\n---\nx",
    "wrong type": b"---\ntitle: {a: b}\n---\nx",
    "binary": bytes(range(256)) * 20,
    "latin-1": "---\ntitle: Grüße\n---\nx".encode("latin-1"),
    "no fence": b"Only text.",
    "unclosed fence": b"---\ntitle: A\nx",
    "empty": b"",
    "huge body": b"---\ntitle: A\n---\n" + b"word " * 2_100_000,
    "year": b"---\ntitle: A\nrelease_year: soon\n---\nx",
    "state": b"---\ntitle: A\nstatus: published\n---\nx",
    "brackets": b"---\ntitle: A\n---\n" + b"[" * 100_000,
}


@pytest.mark.parametrize("data", BROKEN.values(), ids=BROKEN.keys())
def test_broken_film_gives_one_line_and_changes_nothing(tmp_path, data):
    film = tmp_path / "content" / "films" / "broken"
    film.mkdir(parents=True)
    (film / "index_en.md").write_bytes(data)
    before = snapshot()
    code, text = run(tmp_path / "content")
    lines = text.splitlines()
    assert (code, lines[0]) == (1, "failed       broken")
    assert lines[1].startswith("    films/broken")
    assert lines[2] == ""
    assert snapshot() == before


def test_one_broken_film_does_not_stop_the_others(folder):
    film = folder / "films" / "broken"
    film.mkdir()
    (film / "index_en.md").write_bytes(b"---\ntitle: [\n---\n")
    code, text = run(folder)
    assert (code, Film.objects.count()) == (1, 1)
    assert "2 created, 0 updated, 0 unchanged, 1 failed. Problems: 1." in text


@pytest.mark.parametrize("name", ["../secret.jpg", "/etc/hostname", "..\\secret.jpg"])
def test_path_out_of_the_folder_is_refused(folder, name):
    edit(folder, "poster_image: still.jpg", f"poster_image: '{name}'")
    edit(folder, "poster_image: still.jpg", f"poster_image: '{name}'", "index_de.md")
    code, text = run(folder)
    assert code == 1
    assert "poster_image" in text
    assert Film.objects.get().placements.filter(usage="still").count() == 0


@pytest.mark.parametrize("make", ["missing", "empty"])
def test_nothing_to_import_says_so(tmp_path, make):
    root = tmp_path / "nothing"
    if make == "empty":
        root.mkdir()
    code, text = run(root)
    assert code == 1
    assert len(text.splitlines()) == 3


def test_black_picture_is_left_out_and_reported(folder):
    from PIL import Image

    Image.new("RGB", (600, 400)).save(folder / "films/night-ferry/still.jpg")
    code, text = run(folder)
    assert code == 1
    assert "one colour" in text
    assert Film.objects.get().placements.filter(usage="still").count() == 0


def test_report_speaks_the_language_of_the_editor(folder):
    from django.utils import translation

    edit(folder, "category: short", "category: short\nmood: quiet")
    with translation.override("de"):
        text = run(folder)[1]
    assert text.splitlines()[0].split() == ["angelegt", "night-ferry"]


def test_film_deleted_in_the_admin_comes_back_whole(folder):
    run(folder)
    with change(None, "by hand"):
        Film.objects.get().delete()
    run(folder)
    film = Film.objects.get()
    assert (film.title_de, film.year, film.credits.count()) == ("Nachtfähre", 2019, 3)


def test_renamed_person_keeps_the_credits(folder):
    run(folder)
    with change(None, "by hand"):
        person = Person.objects.get(name="Ada Lindqvist")
        person.name = "Ada Lund"
        person.save()
    code, text = run(folder)
    assert (code, "unchanged    night-ferry" in text) == (0, True)
    assert Film.objects.get().credits.get(role__key="director").person.name == "Ada Lund"


def test_renamed_company_keeps_its_function(folder):
    run(folder)
    with change(None, "by hand"):
        company = Company.objects.get()
        company.name = "Nordlicht"
        company.save()
    assert "unchanged    night-ferry" in run(folder)[1]
    assert Company.objects.count() == 1


def with_stills(folder, *names):
    stills = ", ".join(names)
    for name in ("index_en.md", "index_de.md"):
        edit(folder, "poster_image: still.jpg", f"stills: [{stills}]", name)


def test_stills_may_change_places(folder):
    film = folder / "films" / "night-ferry"
    (film / "a.jpg").write_bytes(picture_bytes(colour=(1, 2, 3)))
    (film / "b.jpg").write_bytes(picture_bytes(colour=(9, 8, 7)))
    with_stills(folder, "a.jpg", "b.jpg")
    run(folder)
    before = list(Film.objects.get().placements.filter(usage="still").values_list("image"))
    a, b = (film / "a.jpg").read_bytes(), (film / "b.jpg").read_bytes()
    (film / "a.jpg").write_bytes(b)
    (film / "b.jpg").write_bytes(a)
    run(folder)
    after = list(Film.objects.get().placements.filter(usage="still").values_list("image"))
    assert after == before[::-1]


def test_same_picture_under_two_names_is_reported(folder):
    film = folder / "films" / "night-ferry"
    for name in ("a.jpg", "b.jpg"):
        (film / name).write_bytes(picture_bytes(colour=(1, 2, 3)))
    with_stills(folder, "a.jpg", "b.jpg")
    run_code, text = run(folder)
    assert run_code == 1
    assert "films/night-ferry/b.jpg" in text
    assert Film.objects.get().placements.filter(usage="still").count() == 1


def test_one_film_alone_gets_the_same_rows(folder):
    run(folder)
    assert "unchanged    night-ferry" in run(folder / "films" / "night-ferry")[1]


def test_page_alone_is_a_page(folder):
    run(folder / "pages" / "imprint")
    assert (Page.objects.count(), Film.objects.count()) == (1, 0)


def test_missing_category_is_reported(folder):
    for name in ("index_en.md", "index_de.md"):
        edit(folder, "category: short\n", "", name)
    code, text = run(folder)
    assert (code, Film.objects.get().category) == (1, "feature")
    assert "No category is given" in text


def test_flat_file_brings_both_languages(tmp_path):
    films = tmp_path / "flat" / "films"
    films.mkdir(parents=True)
    (films / "tram.md").write_text(
        "---\ntitle: Night Tram\ntitle_de: Nachtbahn\ncategory: short\nslug: night-tram\n"
        "body_de: Eine Bahn fährt.\n---\nA tram runs.\n"
    )
    assert run(tmp_path / "flat")[0] == 0
    film = Film.objects.get()
    assert (film.synopsis_long_en, film.synopsis_long_de) == ("A tram runs.", "Eine Bahn fährt.")


def still_of(film):
    return film.placements.get(usage="still").image


def test_picture_replaced_by_hand_stays(folder):
    from assets.accepting import accept_image
    from assets.adding import replace_image

    run(folder)
    image = still_of(Film.objects.get())
    with change(None, "by hand"):
        image.copyright = "Nordlicht"
        replace_image(image, accept_image(picture_bytes(640, 480, (3, 3, 3)), "better.jpg"))
    assert "unchanged    night-ferry" in run(folder)[1]
    kept = still_of(Film.objects.get())
    assert (kept.pk, kept.width, kept.copyright) == (image.pk, 640, "Nordlicht")


def test_picture_changed_in_the_folder_keeps_words_and_rights(folder):
    run(folder)
    image = still_of(Film.objects.get())
    with change(None, "by hand"):
        image.caption_de, image.copyright, image.access = "Die Fähre", "Nordlicht", "internal"
        image.save()
    (folder / "films/night-ferry/still.jpg").write_bytes(picture_bytes(800, 500, (1, 2, 3)))
    run(folder)
    new = still_of(Film.objects.get())
    assert (new.width, new.caption_de, new.copyright, new.access) == (
        800, "Die Fähre", "Nordlicht", "internal",
    )  # fmt: skip
