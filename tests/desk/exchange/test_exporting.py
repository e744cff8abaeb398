"""What an export looks like on the disk, and what a second one changes."""

import subprocess

import pytest
from django.core.management import CommandError, call_command

from desk.exchange import NotAnExport, NothingToExport, export_content
from editorial.changes import change
from editorial.publishing import publish
from festivals.models import Venue
from films.models import Award, PressItem, Quote, Screening
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PageFactory,
    PersonFactory,
    SelectionFactory,
    add_trailer,
    make_image,
    place,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def lines_that_differ(before, after) -> list[str]:
    """Return the changed lines as `diff` names them, one for a line replaced by another."""
    done = subprocess.run(["diff", "-r", before, after], capture_output=True, text=True)
    return [line for line in done.stdout.splitlines() if line.startswith("> ")]


def test_one_changed_word_is_one_changed_line(out):
    film = FilmFactory(synopsis_long_en="First paragraph.\n\nA quiet ferry.\n\nThe last one.")
    CreditFactory(film=film, character_en="The Ferryman")
    publish(film.record, "en")
    with change(None, "test"):
        film.synopsis_short_en = "Not live yet."
        film.save()
    export_content(out / "before")
    with change(None, "test"):
        film.synopsis_long_en = film.synopsis_long_en.replace("quiet", "silent")
        film.save()
    export_content(out / "after")
    assert lines_that_differ(out / "before", out / "after") == ["> A silent ferry."]


def test_facts_stand_once_and_prose_in_a_file_per_language(out):
    film = FilmFactory(key="ferry", synopsis_short_en="One night.", synopsis_short_de="Eine Nacht.")
    CreditFactory(
        film=film, person=PersonFactory(name="Ada Lind"), character_de="Fährmann", position=0
    )
    export_content(out)
    folder = out / "films" / "ferry"
    assert (folder / "synopsis_short_de.md").read_text() == "Eine Nacht.\n"
    facts = (folder / "film.yaml").read_text()
    assert facts.count("2011") == 1
    assert "person: ada-lind" in facts
    assert "character:\n    de: Fährmann" in facts
    assert "position" not in facts


def test_rows_inside_rows_stand_below_them(out):
    film = FilmFactory(key="ferry")
    with change(None, "test"):
        item = PressItem.objects.create(film=film, title="Quiet water")
        Quote.objects.create(press_item=item, text="A gem.", translation_de="Ein Juwel.")
    export_content(out)
    facts = (out / "films" / "ferry" / "film.yaml").read_text()
    assert "  quotes:\n  - text: A gem.\n    translation:\n      de: Ein Juwel.\n" in facts


def test_screening_stands_on_the_clock_of_its_venue(out):
    film = FilmFactory(key="ferry")
    with change(None, "test"):
        venue = Venue.objects.create(
            name="Kino Sõprus", city="Tallinn", country="EE", zone="Europe/Tallinn"
        )
        Screening.objects.create(film=film, venue=venue, local_time="2099-01-01T18:00Z")
    export_content(out)
    facts = (out / "films" / "ferry" / "film.yaml").read_text()
    assert "venue: kino-soprus-tallinn\n  local_time: 2099-01-01T20:00:00+02:00\n" in facts


def test_award_names_its_selection(out):
    film = FilmFactory(key="ferry")
    selection = SelectionFactory(film=film)
    with change(None, "test"):
        Award.objects.create(film=film, selection=selection, name_en="Best Sound")
    export_content(out)
    facts = (out / "films" / "ferry" / "film.yaml").read_text()
    assert facts.count(str(selection.uuid)) == 2
    assert f"edition: {selection.edition.festival.key}/2012" in facts


def test_picture_lies_with_the_one_record_that_shows_it(out):
    film = FilmFactory(key="ferry")
    own, common, unused = make_image(), make_image(colour=(1, 2, 3)), make_image(colour=(9, 9, 9))
    place(film, own)
    place(film, common)
    PageFactory(image=common)
    add_trailer(film)
    export_content(out)
    found = {path.relative_to(out).as_posix() for path in out.rglob("*.jpg")}
    assert found == {
        f"films/ferry/images/{own.key}.jpg",
        f"images/{common.key}.jpg",
        f"images/{unused.key}.jpg",
    }
    assert (out / "films" / "ferry" / "videos" / "trailer.mp4").is_file()


def test_second_export_touches_nothing_and_deletes_what_is_gone(out):
    FilmFactory(key="ferry")
    gone = FilmFactory(key="gone")
    (out / ".git").mkdir(parents=True)
    (out / ".git" / "HEAD").write_text("ref")
    export_content(out)
    before = (out / "films" / "ferry" / "film.yaml").stat().st_mtime_ns
    with change(None, "test"):
        gone.delete()
    done = export_content(out)
    assert (done.written, done.deleted) == (0, 3)
    assert (out / "films" / "ferry" / "film.yaml").stat().st_mtime_ns == before
    assert not (out / "films" / "gone").exists()
    assert (out / ".git" / "HEAD").read_text() == "ref"


def test_folder_with_other_files_is_refused_untouched(out):
    out.mkdir()
    (out / "letter.txt").write_text("mine")
    with pytest.raises(NotAnExport, match="holds other files"):
        export_content(out)
    assert [path.name for path in out.iterdir()] == ["letter.txt"]


def test_one_film_brings_all_it_refers_to_and_nothing_else(out):
    film = FilmFactory(key="ferry")
    CreditFactory(film=film, person=PersonFactory(name="Ada Lind"))
    SelectionFactory(film=film)
    FilmFactory(key="other")
    PersonFactory(name="Somebody Else")
    export_content(out, "ferry")
    assert [path.name for path in (out / "films").iterdir()] == ["ferry"]
    assert [path.name for path in (out / "people").iterdir()] == ["ada-lind"]
    assert len(list((out / "festivals").iterdir())) == 1


def test_unknown_film_is_said(out):
    with pytest.raises(NothingToExport):
        export_content(out, "nowhere")
    with pytest.raises(CommandError, match="no film and no page “nowhere”"):
        call_command("export_content", out / "new", only="nowhere")
    assert not (out / "new").exists()


def test_missing_media_are_named_and_the_rest_is_written(out, capsys):
    film = FilmFactory(key="ferry")
    image = make_image()
    place(film, image)
    from django.core.files.storage import default_storage

    from assets.naming import original_name_of

    default_storage.delete(original_name_of(image.sha256, image.extension))
    with pytest.raises(SystemExit):
        call_command("export_content", out)
    assert "missing in the media folder" in capsys.readouterr().out
    assert (out / "films" / "ferry" / "film.yaml").is_file()
