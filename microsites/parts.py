"""The tables of a microsite, in the order of the film's document."""

from editorial.kinds import Part
from microsites import models

PARTS = (
    Part("theme", models.Theme, "film", one_by=((),), is_once=True),
    Part(
        "microsite_pages",
        models.MicrositePage,
        "film",
        named_by=("title",),
        one_by=(("title",),),
    ),
    Part(
        "blocks",
        models.Block,
        "page__film",
        named_by=("kind", "heading"),
        shown_as={"kind": "block", "variant": "block form", "phases": "phase"},
    ),
    Part(
        "entries",
        models.Entry,
        "block__page__film",
        named_by=("number", "date", "title", "person", "company", "file"),
    ),
    Part(
        "domains",
        models.Domain,
        "film",
        is_instant=True,
        named_by=("host",),
        one_by=((),),
        is_once=True,
    ),
    Part(
        "archived_sites",
        models.ArchivedSite,
        "film",
        named_by=("file",),
        one_by=((),),
        is_once=True,
    ),
)
