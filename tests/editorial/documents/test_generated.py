"""document_of(apply_document(d)) == d for generated films."""

import datetime
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import models
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editorial.changes import change
from editorial.documents import apply_document, canonical, document_of
from editorial.fields import is_reference, languages, neutral_fields, translated_fields
from editorial.kinds import kind_of
from editorial.models import Record
from festivals.models import Edition, Festival, Venue
from films.abridging import check_abridged
from films.models import Credit, Placement, Trailer
from microsites.models.addresses import HOST
from microsites.models.theme import COLOUR
from people.models import Company, Person
from tests.factories import make_image

pytestmark = pytest.mark.django_db
TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=9
)
SLUG = st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True)
# Rows that the database refuses are no documents of ours; these fields are set together.
TIED = {
    "is_main", "has_no_dialogue", "dialogue_languages", "is_group", "person", "company", "abridged",
    "starts_on", "ends_on",
}  # fmt: skip
# What a look holds must be readable as a whole: tests of looks generate them.
LOOK = {"background_colour", "surface_colour", "surface_opacity", "text_colour", "heading_colour",
        "link_colour", "accent_colour", "heading_font", "body_font"}  # fmt: skip
# Of these a film has one at most.
SINGLE = ("theme", "domains", "archived_sites")
PARENTS = {"press_item": "press_items", "trailer": "trailers", "version": "versions",
           "selection": "selections", "page": "microsite_pages", "block": "blocks"}  # fmt: skip


def plain_value(field: models.Field) -> st.SearchStrategy:
    """Return values that the field can hold, as they stand in documents; None is absent."""
    if field.choices:
        return st.sampled_from([value for value, _label in field.choices if value])
    if isinstance(field, models.BooleanField):
        return st.booleans()
    if isinstance(field, models.DateTimeField):
        moments = st.datetimes(datetime.datetime(1990, 1, 1), datetime.datetime(2040, 1, 1))
        return moments.map(lambda m: m.replace(microsecond=0, tzinfo=datetime.UTC).isoformat())
    if isinstance(field, models.DateField):
        days = st.dates(datetime.date(1900, 1, 1), datetime.date(2040, 1, 1))
        return days.map(lambda day: day.isoformat())
    if isinstance(field, models.JSONField):
        return st.lists(st.sampled_from(["de", "ru", "kk"]), max_size=2, unique=True)
    if isinstance(field, models.IntegerField):
        return st.integers(1900, 2030)
    if COLOUR in field.validators:
        return st.sampled_from(["#1a2b3c", "#ffffff"])
    if HOST in field.validators:
        return st.sampled_from(["www.night-ferry.example", "faehre.example"])
    return TEXT if field.max_length is None else TEXT.map(lambda text: text[: field.max_length])


class World:
    """Shared records that documents may name."""

    def __init__(self) -> None:
        with change(None, "test"):
            person, company, festival = Person(name="Ada"), Company(name="Nord"), Festival(key="f")
            festival.name_en = "Days"
            for row in (person, company, festival):
                row.save()
            edition = Edition.objects.create(festival=festival, year=2012)
            venue = Venue.objects.create(name="Kino", city="Kiel", country="DE")
        self.people, self.companies = [str(person.uuid)], [str(company.uuid)]
        self.named = {
            "person": self.people, "recipient": self.people, "company": self.companies,
            "distributors": self.companies, "festival": [str(festival.uuid)],
            "edition": [str(edition.uuid)], "venue": [str(venue.uuid)],
            "image": [str(make_image().uuid)], "role": ["director", "music", "actor"],
            "genres": ["drama", "comedy"],
        }  # fmt: skip
        for name in ("poster", "background_image", "laurel"):
            self.named[name] = self.named["image"]


@st.composite
def film_documents(draw, world: World, record: Record):
    document = {
        "schema": 1,
        "kind": "film",
        "uuid": str(record.uuid),
        "key": record.key,
        "texts": {},
    }
    made: dict[str, list[str]] = {}
    for part in kind_of("film").parts:
        count = 1 if not part.owner else draw(st.integers(0, 2))
        rows = [draw_row(draw, part, world, made, n) for n in range(count)]
        rows = [row for row in rows if row is not None]
        if part.name == "countries":
            rows = [{**row, "code": code} for row, code in zip(rows, ("DE", "EE"), strict=False)]
        if part.name == "images":
            rows = rows[:1]
        if part.name == "quotes":
            rows = [shorten(row) for row in rows]
        if part.name in SINGLE:
            rows = rows[:1]
        rows.sort(key=lambda row: row.get("position", 0))
        document[part.name] = rows[0] if not part.owner else rows
        made[part.name] = [row["uuid"] for row in rows if "uuid" in row]
        draw_texts(draw, part, rows, document)
    return document


def shorten(quote: dict) -> dict:
    """Return the quote shown in a form that its words allow: as it is."""
    text = quote["text"]
    try:
        check_abridged(text, text)
    except ValidationError:
        return quote
    return {**quote, "abridged": text}


def draw_row(draw, part, world: World, made, n: int) -> dict | None:
    # Two possible rows a place: some examples update rows of the one before, some replace them.
    name = f"{part.name}/{n}/{draw(st.integers(0, 1))}"
    row = {"uuid": str(uuid.uuid5(uuid.NAMESPACE_URL, name))} if part.owner else {}
    for field in neutral_fields(part.model, part.owner, part.excluded):
        if field.name in TIED or (part.name == "theme" and field.name in LOOK):
            continue
        parent = PARENTS.get(field.name)
        names = made.get(parent, []) if parent else world.named.get(field.name, [])
        if is_reference(field):
            if not names and not field.null and not field.many_to_many:
                return None
            if field.many_to_many:
                value = sorted(draw(st.lists(st.sampled_from(names), unique=True))) or None
            else:
                value = draw(st.sampled_from(names)) if names else None
        else:
            is_free = field.null or field.blank
            value = draw(st.none() | plain_value(field)) if is_free else draw(plain_value(field))
            if value is None and not field.null and field.has_default():
                default = field.get_default()
                value = None if default == "" else default
        if value is not None:
            row[field.name] = value
    return row | tied_values(draw, part, world)


def tied_values(draw, part, world: World) -> dict:
    if part.model is Credit:
        kind = draw(st.sampled_from(["person", "company", "group"]))
        named = {"person": world.people[0], "company": world.companies[0]}
        own = {kind: named[kind]} if kind in named else {}
        return {"is_group": kind == "group", **own}
    if part.name == "versions":
        return {"is_main": False, "has_no_dialogue": True, "dialogue_languages": []}
    if part.name == "companies":
        return {"company": world.companies[0]}
    if part.name == "external_ids":
        return {"value": str(draw(st.uuids()))}
    if part.name == "theme":
        return {"surface_opacity": 100}
    if part.name == "trailers":
        return {"poster": world.named["poster"][0]}
    return {}


def draw_texts(draw, part, rows, document) -> None:
    for language in languages():
        texts = {}
        for row in rows:
            names = [name for name in translated_fields(part.model) if draw(st.booleans())]
            values = {name: draw(SLUG if name == "slug" else TEXT) for name in names}
            if values:
                texts[row.get("uuid", "")] = values
        if texts:
            own = texts[""] if not part.owner else texts
            document["texts"].setdefault(language, {})[part.name] = own


@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_generated_film_comes_back_as_it_went_in(data):
    record = Record.objects.filter(key="generated").first()
    if record is None:
        record = Record.objects.create(kind="film", key="generated")
    if not hasattr(World, "kept") or not Person.objects.exists():
        World.kept = World()
    document = data.draw(film_documents(World.kept, record))
    with change(None, "test"):
        apply_document(record, document)
    found = document_of(record)
    for name in kind_of("film").parts[1:]:
        if name.model not in (Placement, Trailer):
            found[name.name].sort(key=lambda row: row["uuid"])
            document[name.name].sort(key=lambda row: row["uuid"])
    assert canonical(found) == canonical(document)
