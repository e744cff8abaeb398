"""What the buttons do: up, down, dragged, copied, deleted, brought back, added."""

import pytest

from editorial.changes import change
from microsites.models import Block, Entry, MicrositePage
from tests.microsites.desk.conftest import PART

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("button", "name", "order"),
    [
        ("up", "cast", ["cast", "text", "crew"]),
        ("down", "text", ["cast", "text", "crew"]),
        ("down", "cast", ["text", "crew", "cast"]),
        ("up", "text", ["text", "cast", "crew"]),
        ("down", "crew", ["text", "cast", "crew"]),
    ],
)
@pytest.mark.parametrize("spread", [0, 1, 5], ids=["one number", "following", "gaps"])
def test_block_moves_by_one_place(microsite, button, name, order, spread):
    with change(None, "test"):
        for n, block in enumerate((microsite.text, microsite.cast, microsite.crew)):
            Block.objects.filter(pk=block.pk).update(position=n * spread)
    microsite.act(**{button: f"blocks:{getattr(microsite, name).uuid}"})
    assert microsite.kinds() == order


def test_block_is_dragged_and_its_place_said(microsite):
    facts = {"row": f"blocks:{microsite.crew.uuid}", "before": f"blocks:{microsite.text.uuid}"}
    assert microsite.act(**facts).json() == {"place": 1, "total": 3}
    assert microsite.kinds() == ["crew", "text", "cast"]


def test_row_does_not_leave_its_list(microsite):
    facts = {"row": f"blocks:{microsite.crew.uuid}", "before": f"blocks:{microsite.diary.uuid}"}
    assert microsite.act(**facts).status_code == 422


@pytest.mark.parametrize("facts", [{}, {"up": "blocks"}, {"up": "sheets:x"}, {"row": "blocks:x"}])
def test_nonsense_is_answered(microsite, facts):
    assert microsite.act(**facts).status_code in (410, 422)
    assert microsite.post(microsite.at("_act"), facts).status_code == 302


def test_first_page_becomes_another_one(microsite):
    microsite.act(up=f"pages:{microsite.diary_page.uuid}")
    pages = microsite.get(microsite.at()).context["pages"]
    assert [(page.name, page.is_home) for page in pages] == [("Diary", True), ("Film", False)]


def test_page_is_deleted_and_comes_back_with_everything_in_it(microsite):
    page = microsite.get(microsite.at()).context["pages"][1]
    before = list(Entry.objects.values_list("uuid", "title_en", "text_en", "number", "position"))
    answer = microsite.act(delete=f"pages:{page.row.uuid}:{page.version}")
    assert answer.json() == {"heads": {}}
    assert (Block.objects.count(), Entry.objects.count()) == (3, 0)
    undone = microsite.post(microsite.at("_undo"), {"row": f"pages:{page.row.uuid}"}, **PART)
    assert undone.json()["uuid"] == str(page.row.uuid)
    assert microsite.kinds(MicrositePage.objects.get(uuid=page.row.uuid)) == ["timeline"]
    after = list(Entry.objects.values_list("uuid", "title_en", "text_en", "number", "position"))
    assert after == before


def test_undo_works_without_script(microsite):
    page = microsite.get(microsite.at()).context["pages"][1]
    address = microsite.at("_act")
    answer = microsite.post(address, {"delete": f"pages:{page.row.uuid}:{page.version}"})
    shown = microsite.get(answer["Location"])
    assert shown.context["deleted"] == f"pages:{page.row.uuid}"
    microsite.post(microsite.at("_undo"), {"row": shown.context["deleted"]})
    assert MicrositePage.objects.filter(uuid=page.row.uuid).exists()


def test_block_whose_page_is_gone_does_not_come_back(microsite):
    (block,) = microsite.get(f"{microsite.at()}?page={microsite.diary_page.uuid}").context["blocks"]
    microsite.act(delete=f"blocks:{block.row.uuid}:{block.version}")
    with change(None, "test"):
        microsite.diary_page.delete()
    answer = microsite.post(microsite.at("_undo"), {"row": f"blocks:{block.row.uuid}"}, **PART)
    assert (answer.status_code, answer.json()["message"]) == (
        410, "What it stood in is not there any more. Bring that back first.",
    )  # fmt: skip


def test_what_somebody_changed_meanwhile_is_not_deleted(microsite):
    block = microsite.get(microsite.at()).context["blocks"][0]
    with change(None, "test"):
        Block.objects.filter(pk=microsite.text.pk).update(heading_en="Theirs")
    answer = microsite.act(delete=f"blocks:{block.row.uuid}:{block.version}")
    assert answer.status_code == 409
    assert Block.objects.filter(pk=microsite.text.pk).exists()


def test_page_is_copied_with_everything_in_it(microsite):
    microsite.act(copy=f"pages:{microsite.diary_page.uuid}")
    copy = MicrositePage.objects.get(title_en="Diary (copy)")
    assert (copy.title_de, copy.slug_en) == ("Tagebuch (Kopie)", "diary-copy")
    titles = Entry.objects.filter(block__page=copy).order_by("position")
    assert list(titles.values_list("title_en", flat=True)) == ["Day 1", "Day 2", "Day 3"]
    assert Entry.objects.count() == 6


def test_block_is_copied_behind_itself(microsite):
    microsite.act(copy=f"blocks:{microsite.text.uuid}")
    assert microsite.kinds() == ["text", "text", "cast", "crew"]
    texts = Block.objects.filter(kind="text").values_list("heading_en", "text_en")
    assert list(texts) == [("About", "Fog."), ("About", "Fog.")]


def test_block_is_added_last(microsite):
    facts = {"page": microsite.home.uuid, "kind": "gallery"}
    answer = microsite.post(microsite.at("_block_new"), facts, **PART)
    assert answer.json()["name"] == "Gallery"
    assert microsite.kinds() == ["text", "cast", "crew", "gallery"]


def test_block_of_no_kind_or_no_page_is_refused(microsite):
    address = microsite.at("_block_new")
    facts = {"page": microsite.home.uuid, "kind": "hologram"}
    assert microsite.post(address, facts, **PART).status_code == 422
    assert microsite.post(address, {"page": "x", "kind": "text"}, **PART).status_code == 410
    assert microsite.kinds() == ["text", "cast", "crew"]
