"""Which values of a statement can be corrected in place, by part of the record."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from films.choices import (
    AwardResult,
    Category,
    Colour,
    CompanyFunction,
    IdScheme,
    ReleaseStatus,
    TitleKind,
)
from films.credits_desk.roles import RoleWords
from sources.desk.values import KINDS

LONGEST = 2_000


@dataclass(frozen=True)
class Slot:
    """A value that has a field. `is_always` offers it also where the text says nothing of it."""

    name: str
    label: Any
    kind: str = "text"
    choices: Any = ()
    is_always: bool = False
    is_needed: bool = False


NAME = Slot("name", gettext_lazy("Name"), is_needed=True)
YEAR = Slot("year", gettext_lazy("Year"), "year")
DATE = Slot("date", gettext_lazy("Date"), "date", is_always=True)
COUNTRY = Slot("country", gettext_lazy("Country"), "country", is_always=True)
CHARACTER = Slot("character", gettext_lazy("Character"))
TITLE = Slot("title", gettext_lazy("Title"), is_needed=True)
FESTIVAL = Slot("festival", gettext_lazy("Festival"), is_needed=True)
SLOTS: dict[str, tuple[Slot, ...]] = {
    "facts": (YEAR, Slot("category", gettext_lazy("Category"), "choice", Category.choices)),
    "countries": (Slot("codes", gettext_lazy("Countries"), "countries", is_needed=True),),
    "versions": (
        Slot("runtime_seconds", gettext_lazy("Runtime"), "runtime"),
        Slot("colour", gettext_lazy("Colour"), "choice", Colour.choices),
        Slot("dialogue_languages", gettext_lazy("Dialogue"), "languages"),
        Slot("format", gettext_lazy("Format")),
        Slot("aspect_ratio", gettext_lazy("Aspect ratio")),
        Slot("sound", gettext_lazy("Sound")),
        Slot("note", gettext_lazy("Note")),
    ),
    "credits": (
        Slot("role", gettext_lazy("Role"), "role", is_always=True, is_needed=True), NAME, CHARACTER
    ),
    "characters": (NAME, CHARACTER),
    "companies": (
        Slot("function", gettext_lazy("Function"), "choice", CompanyFunction.choices), NAME
    ),
    "selections": (
        FESTIVAL, Slot("city", gettext_lazy("City"), is_always=True), COUNTRY, DATE,
        Slot("section", gettext_lazy("Section"), is_always=True),
    ),
    "awards": (
        NAME, Slot("body", gettext_lazy("Awarded by"), is_always=True), YEAR,
        Slot("result", gettext_lazy("Result"), "choice", AwardResult.choices),
        Slot("recipient", gettext_lazy("Recipient")),
    ),
    "releases": (
        COUNTRY, DATE, Slot("status", gettext_lazy("Status"), "choice", ReleaseStatus.choices)
    ),
    "press_items": (
        TITLE, Slot("author", gettext_lazy("Author"), is_always=True),
        Slot("outlet", gettext_lazy("Medium"), is_always=True), DATE,
        Slot("url", gettext_lazy("Address"), "url"),
    ),
    "quotes": (Slot("text", gettext_lazy("Words"), "long", is_needed=True),),
    "titles": (TITLE, Slot("kind", gettext_lazy("Kind"), "choice", TitleKind.choices)),
    "external_ids": (
        Slot("scheme", pgettext_lazy("of a number", "Register"), "choice", IdScheme.choices),
        Slot("value", gettext_lazy("Number"), is_needed=True),
    ),
    "links": (
        Slot("url", gettext_lazy("Address"), "url", is_needed=True),
        Slot("label", gettext_lazy("Label")),
    ),
}  # fmt: skip


@dataclass
class Box:
    """A field on the page: what it shows, what was understood, and what is wrong with it."""

    slot: Slot
    html_name: str
    shown: str
    text: str
    choices: Any = ()
    errors: list[str] = field(default_factory=list)

    @property
    def is_changed(self) -> bool:
        return " ".join(self.text.split()) != " ".join(self.shown.split())


def make_boxes(part: str, values: dict[str, Any], prefix: str, roles: RoleWords) -> list[Box]:
    """Return the fields of a statement, filled in as it was understood."""
    boxes = []
    for slot in SLOTS.get(part, ()):
        if not slot.is_always and slot.name not in values:
            continue
        shown = say_role(values, roles) if slot.kind == "role" else _say(slot, values)
        boxes.append(Box(slot, f"{prefix}-{slot.name}", shown, shown, slot.choices))
    return boxes


def say_role(values: dict[str, Any], roles: RoleWords) -> str:
    return roles.label(values.get("role", "")) or str(
        values.get("role_text") or values.get("role", "").replace("_", " ")
    )


def _say(slot: Slot, values: dict[str, Any]) -> str:
    value = values.get(slot.name)
    return "" if value in (None, "", []) else KINDS[slot.kind][0](value)


def read_boxes(
    boxes: Iterable[Box], values: dict[str, Any], roles: RoleWords
) -> dict[str, Any] | None:
    """Return the values as corrected, None where nothing was; what is wrong is noted in the box."""
    corrected: dict[str, Any] = {}
    for box in boxes:
        if box.is_changed:
            try:
                corrected |= _read(box, roles)
            except ValidationError as error:
                box.errors = list(error.messages)
    return values | corrected if corrected else None


def _read(box: Box, roles: RoleWords) -> dict[str, Any]:
    slot, text = box.slot, box.text.strip()
    if slot.is_needed and not text:
        raise ValidationError(_("This may not be empty."))
    if len(text) > LONGEST:
        raise ValidationError(_("That is too long."))
    if slot.kind == "role":
        key = roles.find(text)
        return {"role": key, "role_text": "" if key else text}
    if slot.kind == "choice" and text not in [str(value) for value, _label in slot.choices]:
        raise ValidationError(_("Choose one of the list."))
    return {slot.name: KINDS[slot.kind][1](text)}
