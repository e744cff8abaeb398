"""How changes of a microsite read in the history, in both languages; what translators find."""

from dataclasses import replace

import pytest
from django.utils import translation

from desk.cockpit.items import screens_of
from desk.cockpit.xliff_planning import carry_out, plan_import
from desk.cockpit.xliff_reading import read_xliff
from desk.cockpit.xliff_writing import write_xliff
from editorial.changes import change
from editorial.documents import document_of
from editorial.history.differences import differences
from microsites.models import Block, Entry, MicrositePage
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def diary():
    film = FilmFactory()
    with change(None, "test"):
        page = MicrositePage.objects.create(film=film, title_en="Diary")
        block = Block.objects.create(page=page, kind="timeline", heading_en="On the ferry")
        Entry.objects.create(block=block, number=1, title_en="Fog", text_en="Grey on grey.")
    return block


def alter(block):
    film = block.page.film
    before = document_of(film.record)
    with change(None, "test"):
        block.phases, block.variant = ["cinema", "home"], "newest"
        block.save()
        Block.objects.create(page=block.page, kind="gallery", position=1, phases=["archive"])
        Entry.objects.filter(block=block).update(text_en="White on white.")
    return differences(before, document_of(film.record))


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            [
                ("Blocks: Diary, On the ferry", "Form", "", "Newest first"),
                ("Blocks: Diary, On the ferry", "Shown in", "", "in cinemas, at home"),
                ("Blocks", "Block", "", "Gallery; Page: Diary; Shown in: archive"),
                ("Entries: 1, Fog", "Text", "Grey on grey.", "White on white."),
            ],
        ),
        (
            "de",
            [
                ("Blöcke: Tagebuch, On the ferry", "Form", "", "Neueste zuerst"),
                ("Blöcke: Tagebuch, On the ferry", "Sichtbar in", "", "im Kino, zu Hause"),
                ("Blöcke", "Block", "", "Galerie; Seite: Diary; Sichtbar in: Archiv"),
                ("Einträge: 1, Fog", "Text", "Grey on grey.", "White on white."),
            ],
        ),
    ],
)
def test_changes_of_a_block_are_told_in_words(diary, language, lines):
    with translation.override(language):
        found = alter(diary)
        assert [(d.place, d.label, d.before, d.after) for d in found] == lines


def test_translators_find_the_texts_among_those_of_the_film(diary):
    ((_record, groups),) = screens_of([diary.page.film.record], "de")
    found = {g.key: [(i.place, i.label) for i in g.items] for g in groups}
    assert {key: found[key] for key in ("microsite_pages", "blocks", "entries")} == {
        "microsite_pages": [("Diary", "Title")],
        "blocks": [("Diary, On the ferry", "Heading")],
        "entries": [("1, Fog", "Title"), ("1, Fog", "Text")],
    }


def test_texts_go_to_an_agency_and_come_back(diary, editor):
    record = diary.page.film.record
    ((_record, groups),) = screens_of([record], "de")
    file = "".join(write_xliff([("Night Ferry", groups)])).encode()
    entry = Entry.objects.get()
    ident = f"{record.uuid}/entries/{entry.uuid}/text"
    units = [replace(u, target="Grau in Grau.") for u in read_xliff(file) if u.id == ident]
    carry_out(plan_import(units, editor), set(), editor)
    assert Entry.objects.get().text_de == "Grau in Grau."
