"""The billing block: the order of the trade, in its words."""

import pytest

from editorial.changes import change
from films.models import CompanyCredit
from people.models import Company, Role
from tests.factories import CreditFactory, FilmFactory, PersonFactory
from tests.microsites.blocks.shown import show, words, write
from tests.microsites.making import add_block, add_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def film():
    film = FilmFactory(title_en="The Ferry", title_de="Die Fähre", copyright_line="2011 Kai Film")
    add_block(add_page(film), "billing")
    return film


def credit(film, role, name, **facts):
    person = PersonFactory(name=name)
    CreditFactory(film=film, person=person, role=Role.objects.get(key=role), **facts)


def join(film, function, name):
    with change(None, "test"):
        company = Company.objects.create(name=name)
        CompanyCredit.objects.create(film=film, company=company, function=function)


def text(film, language="en"):
    return words(write(film, "billing", language)).replace(" , ", ", ")


def test_film_without_credits_leaves_no_trace(film):
    assert show(film, "billing") is None


def test_credits_stand_in_the_order_of_the_trade(film):
    join(film, "funder", "Film Fund")
    join(film, "distributor", "Mole Verleih")
    join(film, "co_production", "Sund Film")
    join(film, "production_company", "Kai Film")
    credit(film, "director", "Ada Quist")
    credit(film, "screenplay", "Bo Rask")
    credit(film, "cinematography", "Cai Lund")
    credit(film, "editing", "Dag Ek")
    credit(film, "actor", "Ea Holm", is_lead=True)
    credit(film, "actor", "Finn Berg", is_lead=True)
    credit(film, "actor", "Gro Dahl")
    credit(film, "actor", "Una Vik", billing="and")
    credit(film, "producer", "Hal Moe")
    assert text(film) == (
        "Kai Film presents, in co-production with Sund Film, a film by Ada Quist The Ferry "
        "starring Ea Holm, Finn Berg, and Una Vik, edited by Dag Ek, photographed by Cai Lund, "
        "produced by Hal Moe, written by Bo Rask, directed by Ada Quist "
        "funded by Film Fund, distributed by Mole Verleih © 2011 Kai Film"
    )
    assert text(film, "de") == (
        "Kai Film präsentiert, in Koproduktion mit Sund Film, ein Film von Ada Quist Die Fähre "
        "mit Ea Holm, Finn Berg, und Una Vik, Schnitt Dag Ek, Kamera Cai Lund, "
        "produziert von Hal Moe, Drehbuch Bo Rask, Regie Ada Quist "
        "gefördert von Film Fund, im Verleih von Mole Verleih © 2011 Kai Film"
    )


def test_several_companies_present_together(film):
    join(film, "production_company", "Kai Film")
    join(film, "production_company", "Sund Film")
    credit(film, "director", "Ada Quist")
    assert text(film).startswith("Kai Film, Sund Film present, a film by Ada Quist")


def test_who_writes_and_directs_is_named_once(film):
    credit(film, "director", "Ada Quist")
    credit(film, "screenplay", "Ada Quist")
    assert (
        text(film)
        == "a film by Ada Quist The Ferry written and directed by Ada Quist © 2011 Kai Film"
    )


def test_first_of_the_cast_stand_for_leads_that_nobody_marked(film):
    for number in range(7):
        credit(film, "actor", f"Ea {number}")
    credit(film, "actor", "Unseen", is_uncredited=True, is_lead=False)
    assert text(film) == "The Ferry starring Ea 0, Ea 1, Ea 2, Ea 3, Ea 4 © 2011 Kai Film"


def test_names_stand_as_they_were_credited(film):
    credit(film, "music", "Goran Bregović", credited_as="Goran Bregovic")
    assert text(film, "de") == "Die Fähre Musik Goran Bregovic © 2011 Kai Film"
