"""A film for tests of documents."""

from editorial.changes import change
from films.models import Award, Country, Film, PressItem, Quote, Version
from tests.factories import CreditFactory, FilmFactory, SelectionFactory


def rich_film() -> Film:
    """A film with rows in many parts, some pointing to each other."""
    film = FilmFactory()
    CreditFactory(film=film, character_en="The Ferryman", character_de="Der Fährmann")
    CreditFactory(film=film, person=None, is_group=True, group_en="Students of the Sound School")
    selection = SelectionFactory(film=film, section_en="Panorama")
    with change(None, "test"):
        Country.objects.create(film=film, code="DE", note="majority")
        Version.objects.create(film=film, is_main=True, dialogue_languages=["de"], position=1)
        Version.objects.create(film=film, name_en="Long cut", runtime_seconds=7200)
        Award.objects.create(film=film, selection=selection, name_de="Preis der Jury", year=2012)
        item = PressItem.objects.create(film=film, title="Quiet water", language="en")
        Quote.objects.create(press_item=item, text="A gem.", translation_de="Ein Juwel.")
    return film
