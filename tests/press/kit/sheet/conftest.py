"""A film with everything that a data sheet tells."""

import pytest

from editorial.changes import change
from films.choices import Premiere
from films.models import AlternativeTitle, Country, Release
from pages.models import Profile
from people.models import Company, Role
from press.kit.contents import desk_contents
from press.kit.sheet.making import make_sheets
from tests.factories import (
    CreditFactory,
    EditionFactory,
    FilmFactory,
    SelectionFactory,
    VersionFactory,
)


@pytest.fixture
def bare(db):
    """A film of which only title, year and category are known."""
    return FilmFactory(
        key="ferry", title_en="The Ferry", title_de="Die Fähre", year=2024,
        synopsis_short_en="", synopsis_short_de="",
    )  # fmt: skip


@pytest.fixture
def film(bare):
    with change(None, "test"):
        bare.logline_en, bare.logline_de = "A *ferry* sails.", "Eine Fähre fährt."
        bare.synopsis_long_en = "She waits.\n\nShe sails."
        bare.save()
        Country.objects.create(film=bare, code="DE")
        AlternativeTitle.objects.create(film=bare, title="Паром", kind="original")
        AlternativeTitle.objects.create(film=bare, title="Ferry", kind="international")
        Release.objects.create(film=bare, country="DE", age_rating="FSK 12")
        Profile.objects.create(name="Nord Film", street="Hafen 1", email="office@nord.example")
    VersionFactory(
        film=bare, runtime_seconds=5675, format="DCP", aspect_ratio="1:2.39", sound="5.1",
        colour="colour", dialogue_languages=["ru", "de"], subtitle_languages=["en"],
    )  # fmt: skip
    edition = EditionFactory(festival__name_en="Harbour Days", festival__name_de="Hafentage")
    SelectionFactory(film=bare, edition=edition, premiere=Premiere.WORLD)
    add_credits(bare)
    return bare


def add_credits(film):
    CreditFactory(film=film, person__name="Nora Brandt", person__short_biography_en="Born at sea.")
    CreditFactory(
        film=film, person__name="Ada Lind", role=Role.objects.get(key="actor"), character_en="Mate"
    )
    for name, key in (("Jaan Tamm", "editing"), ("Kit Rowe", "catering")):
        CreditFactory(film=film, person__name=name, role=Role.objects.get(key=key))
    with change(None, "test"):
        for name, function in (("NORD FILM", "production_company"), ("Sea Sales", "world_sales")):
            company = Company.objects.create(name=name, email="sales@sea.example")
            film.company_credits.create(company=company, function=function)


def contents_of(film, *languages):
    return desk_contents(film.record, languages or ["en"])


def fields_of(film, language="en"):
    """Return label and text of every field of one section after the other."""
    (sheet,) = make_sheets(contents_of(film, language))
    return {part.key: [(e.label, e.text) for e in part.entries] for part in sheet.sections}
