"""A look from a folder holds the same rule as one from the desk."""

import pytest

from desk.exchange import export_content, load_export, read_export
from desk.loading import LoadOptions
from editorial.changes import change
from microsites.models import Theme
from microsites.theming import READY
from microsites.theming.checking import find_mistakes
from tests.factories import FilmFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path):
    film = FilmFactory(key="ferry")
    with change(None, "test"):
        Theme.objects.create(film=film, **READY["salon"].values)
    folder = tmp_path / "out"
    export_content(folder)
    load_export(read_export(folder), LoadOptions())
    return folder


def load(folder, **changes):
    path = folder / "films" / "ferry" / "film.yaml"
    text = path.read_text()
    for name, value in changes.items():
        line = next(line for line in text.splitlines() if f" {name}:" in line)
        text = text.replace(line, f"{line.partition(':')[0]}: '{value}'")
    path.write_text(text)
    return load_export(read_export(folder), LoadOptions())


def test_look_that_can_be_read_is_taken(folder):
    report = load(folder, text_colour="#111111", heading_font="bitter")
    theme = Theme.objects.get()
    assert report.is_clean
    assert (theme.text_colour, theme.heading_font) == ("#111111", "bitter")


def test_look_that_cannot_be_read_is_told_and_what_is_left_can(folder):
    report = load(folder, text_colour="#f0e9e0", surface_colour="#ffffff", heading_font="comic")
    said = "\n".join(problem.message for problem in report.all_problems())
    assert "There is no font “comic”." in said
    assert "The nearest colour that can be read: #" in said
    theme = Theme.objects.get()
    assert theme.heading_font != "comic"
    values = {field.name: getattr(theme, field.name) for field in Theme._meta.fields}
    assert find_mistakes({name: value for name, value in values.items() if value != ""}) == {}


def test_white_paper_alone_is_left_out_with_its_reason(folder):
    film = folder / "films" / "ferry" / "film.yaml"
    head = film.read_text().partition("theme:")[0]
    film.write_text(f"{head}theme:\n- surface_colour: '#ffffff'\n")
    report = load_export(read_export(folder), LoadOptions())
    assert "With #" in report.all_problems()[0].message
