"""Companies and what they did for the film."""

import pytest

from desk.importing.objects import (
    ParsedCompany,
)


@pytest.mark.parametrize(("role", "label"), [("Production", "en"), ("Produktion", "de")])
def test_production_by_a_company_is_a_company_function(film_of, role, label):
    film = film_of(f"crew:\n  - role: {role}\n    name: jip film & verleih")

    assert film.credits == ()
    assert film.companies == (ParsedCompany("production_company", "jip film & verleih"),)


def test_world_sales_and_additional_are_companies_and_the_text_is_kept(film_of):
    film = film_of(
        "world_sales: Tide Agency\nadditional: Supported by the Goethe Institut Bremen",
        "world_sales: Tide Agency\nadditional: Unterstützt vom Goethe Institut Bremen",
    )

    assert film.companies == (
        ParsedCompany("world_sales", "Tide Agency"),
        ParsedCompany("supported_by", "Goethe Institut Bremen", position=1),
    )
    assert film.texts == {
        "en": {"additional_info": "Supported by the Goethe Institut Bremen"},
        "de": {"additional_info": "Unterstützt vom Goethe Institut Bremen"},
    }
    assert film.problems == ()


def test_co_producer_in_additional_info_is_a_co_production(film_of):
    film = film_of(
        "additional_info: 'Co-producer: Goethe Institut Bremen'",
        "additional_info: 'Koproduzent: Goethe Institut Bremen'",
    )

    assert film.companies == (ParsedCompany("co_production", "Goethe Institut Bremen"),)


def test_other_additional_prose_is_only_text(film_of):
    film = film_of("additional: Shot in nine days on the river.")

    assert film.companies == ()
    assert film.texts == {"en": {"additional_info": "Shot in nine days on the river."}}


def test_a_country_beside_a_company_is_its_territory(film_of):
    film = film_of("crew:\n  - role: Distribution\n    name: Wave Film (France)")

    assert film.companies == (ParsedCompany("distributor", "Wave Film", "FR"),)
