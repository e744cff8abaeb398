"""Two people and two companies with everything that may name them, merged and taken apart."""

from pathlib import Path

from desk.exchange import export_content
from editorial.changes import change
from films.models import CompanyCredit, Credit, Release
from microsites.models import Block, MicrositePage
from people.models import Company, Depiction, Person, PersonName, Role
from tests.built import built_once
from tests.factories import CreditFactory, PersonFactory, make_image
from tests.people.merging_world import World, make_world, write


@built_once
def make_rich_world() -> World:
    """Add to the world portraits, another script, a twin that says more, a second part."""
    world = make_world()
    actor = Role.objects.get(key="actor")
    write(PersonName, person=world.other, name="Ana Sol", kind="legal")
    write(PersonName, person=world.kept, name="A. Solano", position=0)
    credit = {"film": world.films[1], "role": actor, "position": 3}
    CreditFactory(**credit, person=world.other, character_en="The pilot", character_de="Die Lotsin")
    CreditFactory(**credit, person=world.other, character_en="Her sister")
    CreditFactory(**credit, person=PersonFactory(name="Ida Torm"), character_en="Her mother")
    write(Depiction, image=make_image(colour=(9, 9, 9)), person=world.kept)
    picture = Depiction.objects.get(person=world.other).image
    write(Depiction, image=picture, person=world.kept, position=1)
    page = write(MicrositePage, film=world.films[0], title_en="Diary")
    block = write(Block, page=page, kind="timeline")
    write(block.entries.model, block=block, person=world.other, number=3)
    write_portrait(world.other)
    return world


def write_portrait(person: Person) -> None:
    with change(None, "test"):
        person.portrait = make_image(colour=(40, 9, 9))
        person.short_biography_de = "Filmt am Hafen."
        person.save()


def make_companies(film) -> tuple[Company, Company, Company]:
    """Return three companies, the first two the same in fact; all distribute one release."""
    kept, other = write(Company, name="Nordlicht"), write(Company, name="Nord Licht GmbH")
    third = write(Company, name="Südlicht", other_names=["Suedlicht"])
    with change(None, "test"):
        other.other_names, other.city = ["NL", "Nordlicht"], "Kiel"
        other.save()
    write(CompanyCredit, film=film, company=kept, function="funder")
    write(CompanyCredit, film=film, company=other, function="funder", territory="DE")
    write(CompanyCredit, film=film, company=other, function="distributor")
    write(Credit, film=film, company=other, role=Role.objects.get(key="sound"))
    for country, names in (("DE", [other, third]), ("AT", [kept, other]), ("CH", [third])):
        release = write(Release, film=film, country=country)
        with change(None, "test"):
            release.distributors.set(names)
            release.save()
    return kept, other, third


def export(folder: Path) -> dict[str, bytes]:
    """Return the whole export as bytes by path."""
    export_content(folder)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
