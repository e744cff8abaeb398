"""A film with everything that a table or the open file may tell, and much that it must not."""

from datetime import date

from editorial.changes import change
from editorial.publishing import publish
from films.models import (
    AlternativeTitle,
    Award,
    CompanyCredit,
    Country,
    Credit,
    ExternalId,
    Film,
    Selection,
    Version,
)
from people.models import Company, PersonName, Role
from sources.models import Claim, Source
from tests.factories import (
    CreditFactory,
    EditionFactory,
    FestivalFactory,
    FilmFactory,
    PageFactory,
    PersonFactory,
)

# Words that may stand in no file that leaves the house open.
LEAKS = (
    "Leakington", "secret-note", "secret-claim", "secret-source", "secret-draft", "secret-phone",
    "secret-address", "never-live",
)  # fmt: skip


def make_ferry(key: str = "ferry", is_live: bool = True) -> Film:
    film = FilmFactory(
        key=key, title_en="The Ferry", title_de="Die Fähre", year=2011,
        internal_notes="secret-note", copyright_line="2011 Nord",
    )  # fmt: skip
    director = PersonFactory(
        name="Ada Lindqvist", key=f"ada-{key}", sort_name="Lindqvist, Ada", word_form="f",
        born_on="1968-04", biography_en="Born in Lund.", internal_notes="secret-note",
    )  # fmt: skip
    company = _company(key)
    festival = FestivalFactory(
        key=f"days-{key}", name_en="Harbour Days", name_de="Hafentage",
        internal_notes="secret-note",
    )  # fmt: skip
    edition = EditionFactory(festival=festival, year=2012)
    CreditFactory(film=film, person=director, credited_as="A. Lindqvist", position=0)
    with change(None, "test"):
        PersonName.objects.create(person=director, name="Ada Leakington", kind="legal")
        PersonName.objects.create(
            person=director, name="Ада Линдквист", kind="script", script="Cyrl"
        )
        Country.objects.create(film=film, code="DE", position=0)
        Country.objects.create(film=film, code="KZ", position=1)
        Version.objects.create(
            film=film, is_main=True, runtime_seconds=5730, format="35 mm", colour="colour",
            dialogue_languages=["ru", "kk"],
        )  # fmt: skip
        AlternativeTitle.objects.create(film=film, title="Паром", kind="original")
        ExternalId.objects.create(film=film, scheme="imdb", value="tt1512792")
        CompanyCredit.objects.create(film=film, company=company, function="production_company")
        Credit.objects.create(
            film=film, role=Role.objects.get(key="actor"), is_group=True, position=1,
            group_en="Sailors; of Kiel", group_de="Matrosen", character_en="=1+1", is_lead=True,
        )  # fmt: skip
        selection = Selection.objects.create(
            film=film, edition=edition, section_en="Competition", premiere="world",
            shown_on=date(2012, 2, 29),
        )  # fmt: skip
        award = {"film": film, "year": 2012, "festival": festival, "selection": selection}
        Award.objects.create(name_en="Silver Wave", recipient=director, **award)
        Award.objects.create(name_en="Best Sound", result="nominated", **award)
        Award.objects.create(film=film, name_en="Grand Prize", body_en="Academy", year=2013)
    source = Source.objects.create(title="secret-source", text="secret-source", is_named=False)
    Claim.objects.create(
        source=source, record=film.record, part="facts", values={"year": 1}, printed="secret-claim"
    )
    if is_live:
        publish(film.record, "en")
    with change(None, "test"):
        film.synopsis_short_en = "secret-draft"
        film.save()
    return film


def _company(key: str) -> Company:
    from editorial.models.base import new_record

    with change(None, "test"):
        return Company.objects.create(
            record=new_record("company", f"nord-{key}"), name="Nord & Söhne", country="DE",
            contact="secret-note", phone="secret-phone", address="secret-address",
            internal_notes="secret-note",
        )  # fmt: skip


def make_site() -> Film:
    """Return a live film beside one that is not, and a text page of each sort."""
    film = make_ferry()
    hidden = FilmFactory(key="never-live", title_en="never-live")
    CreditFactory(film=hidden, person=PersonFactory(name="never-live"))
    publish(PageFactory(key="about", body_en="We film.").record, "en")
    PageFactory(key="hidden", title_en="never-live", slug_en="never-live")
    return film
