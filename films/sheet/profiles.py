"""People and companies of a film with portrait, biography and logo."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from assets.models import Image
from editorial.texts import EMPTY, Text, choose_text
from films.choices import Usage
from films.sheet.context import Context
from films.sheet.lookups import in_languages
from films.sheet.media import make_picture
from films.sheet.objects import PictureSheet
from people.models import Company, Person


@dataclass(frozen=True)
class ProfileSheet:
    """A person as the record knows him or her. `slug` is '' without a page of his or her own."""

    uuid: str
    name: str
    slug: str = ""
    portrait: PictureSheet | None = None
    short_biography: Text = EMPTY
    biography: Text = EMPTY
    roles: tuple[str, ...] = ()
    character: Text = EMPTY


@dataclass(frozen=True)
class CompanyMark:
    """A company with its logo, as it stands in a row of logos."""

    uuid: str
    name: str
    website: str = ""
    logo: PictureSheet | None = None


def make_profiles(context: Context, now: datetime) -> dict[str, ProfileSheet]:
    """Return everybody whom the document credits or names, by uuid. One query for portraits.

    Biographies fall back only to languages that the film is live in, as all prose.
    """
    people = context.lookups.people
    wanted = [person.portrait_id for person in people.values() if person.portrait_id]
    portraits = _visible(wanted, now)
    return {
        uuid: _make_profile(context, uuid, person, portraits.get(person.portrait_id or 0))
        for uuid, person in people.items()
    }


def _make_profile(
    context: Context, uuid: str, person: Person, portrait: Image | None
) -> ProfileSheet:
    credits = [row for row in context.document.get("credits", []) if row.get("person") == uuid]
    roles, character = [], EMPTY
    for row in credits:
        role = context.lookups.roles.get(row.get("role", ""))
        roles.append(
            context.choose(in_languages(role, "name")).value
            if role
            else context.text("credits", row["uuid"], "role_text").value
        )
        character = character or context.text("credits", row["uuid"], "character")
    return ProfileSheet(
        uuid=uuid,
        name=person.name,
        slug=person.record.key if credits else "",
        portrait=_portrait(context, portrait, person.name),
        short_biography=_prose(context, person, "short_biography"),
        biography=_prose(context, person, "biography"),
        roles=tuple(dict.fromkeys(role for role in roles if role)),
        character=character,
    )


def make_marks(context: Context, wanted: Iterable[str]) -> dict[str, CompanyMark]:
    """Return these companies, as far as there are any, by uuid. One query for all logos."""
    known = context.lookups.companies
    companies = {uuid: known[uuid] for uuid in wanted if uuid in known}
    logos = _visible([one.logo_id for one in companies.values() if one.logo_id], None)
    return {
        uuid: _make_mark(context, uuid, company, logos.get(company.logo_id or 0))
        for uuid, company in companies.items()
    }


def _make_mark(context: Context, uuid: str, company: Company, logo: Image | None) -> CompanyMark:
    shown = _portrait(context, logo, company.name)
    return CompanyMark(uuid, company.name, company.website, shown)


def _visible(ids: list[int], now: datetime | None) -> dict[int, Image]:
    if not ids:
        return {}
    rows = Image.objects.visible(now).filter(pk__in=ids).select_related("record")
    return {image.pk: image for image in rows}


def _portrait(context: Context, image: Image | None, name: str) -> PictureSheet | None:
    """Return the picture; without words of its own it is called by the name."""
    if image is None:
        return None
    sheet = make_picture(context, image, Usage.STILL)
    if not sheet.alt_is_default:
        return sheet
    return replace(sheet, alt=name)


def _prose(context: Context, person: Person, name: str) -> Text:
    return choose_text(in_languages(person, name), context.order)
