"""A rich database around one person: everything that can hold a name or an identifier."""

import json
from dataclasses import dataclass
from datetime import timedelta

from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from assets.models import Image
from desk.models import ImportedDocument, ImportEntry, ImportRun
from editorial.changes import change
from editorial.documents import document_of
from editorial.models import Forward, TranslationMark
from editorial.publishing import publish
from films.models import Award, Film, PressItem, Quote
from pages.models import MissingAddress, Page, Redirect
from people.models import Company, Depiction, Person, PersonName, Role
from sources.models import Claim, Decision, Intake, Source, Standing
from tests.built import built_once
from tests.factories import (
    CreditFactory,
    FilmFactory,
    PageFactory,
    PersonFactory,
    make_image,
    place,
)

NAME = "Ada Lindqvist"
MERGED = "6a1f7f4e-3b0e-4d52-9c1b-9a3f0d9f3b11"


@dataclass
class World:
    person: Person
    film: Film
    short: Film
    page: Page
    portrait: Image
    other: Person


@built_once
def make_world() -> World:
    """Return a person who directs a live film, acts in another, and is named in prose."""
    person = make_person()
    film = make_film(person)
    short = FilmFactory(key="line-11", title_en="Line 11", title_de="Linie 11", year=1999)
    CreditFactory(film=short, person=person, role=Role.objects.get(key="editing"))
    publish(short.record, "en")
    with change(None, "award"):
        Award.objects.create(film=short, name_en="Best Editing", recipient=person, year=2000)
    page = PageFactory(
        key="about", body_en="Founded by Ada Lindqvist in 2001. We teach how to look."
    )
    publish(page.record, "en")
    TranslationMark.objects.create(
        record=page.record, part="facts", field="body", language="de", source_text=page.body_en
    )
    other = PersonFactory(
        name="Boris Berg", biography_de="Lernte bei Ada Lindqvists Vater. Lebt in Rostock."
    )
    CreditFactory(film=film, person=other, role=Role.objects.get(key="editing"))
    make_traces(person, film)
    return World(person, film, short, page, person.portrait, other)


def make_person() -> Person:
    portrait = make_image(colour=(200, 40, 10), caption_en="Ada Lindqvist on the quay")
    person = PersonFactory(
        name="Ada Lindkvist", key="ada-lindqvist", portrait=portrait, born_on="1968-04-24",
        biography_en="Ada Lindqvist was born in Lund.", biography_de="Geboren in Lund.",
        internal_notes="Phone: ask her agent.", website="https://ada-lindqvist.example",
    )  # fmt: skip
    with change(None, "spelling"):
        person.name, person.sort_name = NAME, "Lindqvist, Ada"
        person.save()
        PersonName.objects.create(person=person, name="Ада Линдквист", kind="script", script="Cyrl")
        PersonName.objects.create(person=person, name="Ada Öberg", kind="legal")
        Forward.objects.create(uuid=MERGED, record=person.record)
    return person


def make_film(person: Person) -> Film:
    film = FilmFactory(
        key="ferry", slug_en="ferry", slug_de="faehre",
        synopsis_short_en="A ferry leaves. Ada Lindqvist films it, and nobody waves.",
        synopsis_short_de="Eine Fähre. Ada Lindqvists erster Film!",
        internal_notes="Ask ADA LINDQVIST for the negative.",
    )  # fmt: skip
    CreditFactory(film=film, person=person, credited_as="A. Lindqvist")
    CreditFactory(
        film=film, person=person, role=Role.objects.get(key="actor"),
        character_en="The captain", character_de="Die Kapitänin", is_lead=True,
    )  # fmt: skip
    still = make_image(caption_de="Ada Öberg an der Reling", alt_de="Eine Frau an der Reling")
    place(film, still)
    with change(None, "test"):
        Depiction.objects.create(image=still, person=person)
    with change(None, "press"):
        Award.objects.create(film=film, name_en="Silver Wave", recipient=person, year=2012)
        item = PressItem.objects.create(film=film, title="A talk with Ada Lindqvist")
        Quote.objects.create(press_item=item, text="“I wait”, says Ada Lindqvist.")
        Company.objects.create(record=_company(), name="Ada Lindqvist Filmproduktion")
    for language in ("en", "de"):
        publish(film.record, language)
    with change(None, "again"):
        film.synopsis_short_en = "A ferry leaves for the last time, says Ada Lindqvist."
        film.save()
    publish(film.record, "en")
    publish(film.record, "de", at=timezone.now() + timedelta(days=3))
    return film


def _company():
    from editorial.models.base import new_record

    return new_record("company", "lindqvist-film")


def make_traces(person: Person, film: Film) -> None:
    """Leave the name in logs, jobs, redirects and what an import remembers."""
    document = document_of(film.record)
    ImportedDocument.objects.create(
        record=film.record,
        document=document,
        files={"ada-lindqvist.jpg": ["0" * 64, str(person.portrait.uuid)]},
    )
    make_import_run(person, film, document)
    make_claims(film, document)
    editor = ContentType.objects.get_for_model(Person)
    LogEntry.objects.create(
        user=_user(), content_type=editor, object_id=str(person.pk), action_flag=CHANGE,
        object_repr="Ada Lindkvist", change_message="[]",
    )  # fmt: skip
    added = [{"added": {"name": "other name", "object": "Ada Öberg, director"}}]
    LogEntry.objects.create(
        user=_user(), content_type=ContentType.objects.get_for_model(Film),
        object_id=str(film.pk), action_flag=CHANGE, object_repr="The Night Ferry",
        change_message=json.dumps(added),
    )  # fmt: skip
    DBTaskResult.objects.create(
        status=TaskResultStatus.FAILED, args_kwargs={"args": [NAME], "kwargs": {}},
        task_path="x", backend_name="default", run_after=timezone.now(),
        exception_class_path="", traceback="Ada Lindqvist is no number",
    )  # fmt: skip
    for path in ("/de/people/ada-lindqvist/", "/de/people/ada-lindqvist-berg/"):
        MissingAddress.objects.create(path=path, last_at=timezone.now())
    with change(None, "Merged Ada Lindkvist into Ada Lindqvist"):
        Redirect.objects.create(old_path="/ada.html", new_path="/de/people/ada-lindqvist/")
        Redirect.objects.create(old_path="/b.html", new_path="/de/people/ada-lindqvist-berg/")
        film.tagline_en = "One last time."
        film.save()


def make_import_run(person: Person, film: Film, document: dict) -> None:
    """Leave the report of an import with names and keys, and what undoing it needs."""
    proposal = "“A. Lindqvist” looks like “Ada Lindqvist”."
    items = [{"slug": "ada-lindqvist", "status": "created"}, {"slug": "ferry", "status": "updated"}]
    run = ImportRun.objects.create(
        folder="content", report={"items": items, "proposals": [proposal]}
    )
    memory = {"layout": "folder", "document": document, "files": {}}
    for record, is_new in ((person.record, True), (film.record, False)):
        ImportEntry.objects.create(run=run, record=record, is_new=is_new, memory=memory)
    ImportedDocument.objects.create(
        record=person.record, layout="export", document=document_of(person.record)
    )


def make_claims(film: Film, document: dict) -> None:
    """Leave the name in a source, in what was taken from it, and in what was decided."""
    source = Source.objects.create(
        title="Talk with Ada Lindqvist", text="The ferry is by Ada Lindqvist. She waits."
    )
    intake = Intake.objects.create(
        source=source, record=film.record, before=document, after=document,
        added=[{"uuid": document["uuid"]}],
    )  # fmt: skip
    facts = {"record": film.record, "source": source, "intake": intake}
    for part, values in (
        ("credits", {"role": "director", "name": "Ada Lindkvist", "kind": "person"}),
        ("quotes", {"text": "“I wait”, says Ada Lindqvist."}),
        ("companies", {"function": "production_company", "name": "Ada Lindqvist Film"}),
        ("facts", {"year": 2012}),
    ):
        Claim.objects.create(part=part, values=values, printed=str(values), **facts)
    Decision.objects.create(
        record=film.record, point="credits/role/director", state="chosen", value="Ada Lindkvist",
        seen=["Ada Lindkvist", "A. Lindqvist"], note="Ada Lindqvist said so on the phone.",
    )  # fmt: skip
    Standing.objects.update_or_create(
        record=film.record, defaults={"points": [{"about": "Ada Lindqvist"}]}
    )


def _user():
    from django.contrib.auth import get_user_model

    return get_user_model().objects.get_or_create(username="editor")[0]
