"""press_kit: files in a folder, or one sentence that says why not."""

import pytest
from django.core.management import CommandError, call_command

from tests.factories import FilmFactory
from tests.microsites.making import go_live
from tests.press.building import tiny

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def film(monkeypatch):
    tiny.offer(monkeypatch)
    film = FilmFactory(key="ferry", slug_en="ferry", slug_de="faehre", title_en="Ferry",
                       title_de="Fähre", logline_en="A ferry sails.")  # fmt: skip
    go_live(film, "en")
    return film


def run(folder, slug="ferry", language="en", **options):
    call_command("press_kit", slug, language=language, output=folder, **options)


def test_kits_are_written_and_named(tmp_path, capsys):
    run(tmp_path / "new")
    path = tmp_path / "new" / "ferry_press-kit_en.docx"
    assert capsys.readouterr().out == f"{path}\n"
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert path.read_bytes() == b"en: Ferry\n"


def test_two_languages_make_one_kit_with_the_first_in_front(tmp_path, film):
    go_live(film, "de")
    run(tmp_path, "faehre", "de,en", format="docx")
    file = tmp_path / "ferry_press-kit_de-en.docx"
    assert file.read_bytes() == "de: Fähre\nen: Ferry\n".encode()


def test_draft_is_written_from_the_desk(tmp_path):
    run(tmp_path, language="de", draft=True)
    assert [file.name for file in tmp_path.iterdir()] == ["ferry_press-kit_de_draft.docx"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"slug": "raft"}, "There is no film “raft”."),
        ({"language": "de"}, "“ferry” is not live in German; --draft writes it from the desk."),
        ({"language": "xx"}, "There is no language “xx”; there are: en, de."),
        ({"format": "docx,odt"}, "There is no format “odt”; there are: docx."),
    ],
    ids=["film", "not live", "language", "format"],
)
def test_what_cannot_be_is_said(tmp_path, options, message):
    with pytest.raises(CommandError) as raised:
        run(tmp_path, **options)
    assert str(raised.value) == message
    assert list(tmp_path.iterdir()) == []


def test_failed_kit_leaves_the_older_one(tmp_path, monkeypatch):
    run(tmp_path)

    def write(contents, target, progress):
        target.write(b"half")
        raise OSError("The disk is full")

    monkeypatch.setattr(tiny, "write", write)
    with pytest.raises(CommandError, match=r"^The disk is full$"):
        run(tmp_path)
    (file,) = tmp_path.iterdir()
    assert file.read_bytes() == b"en: Ferry\n"
