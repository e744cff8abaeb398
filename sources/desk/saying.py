"""What was understood, in words: "Screenplay: Ana Sol", "Runtime: 95 min"."""

from collections.abc import Iterable
from typing import Any

from django.utils.dates import MONTHS
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from editorial.names import spoken
from films.choices import AwardResult, CompanyFunction, Premiere, TitleKind
from films.credits_desk.roles import RoleWords
from sources.columns.saying import say_note
from sources.desk.boxes import SLOTS, say_role
from sources.desk.values import KINDS, say_country
from sources.reading.objects import Aside

Values = dict[str, Any]

# The sections of the page, in this order.
SECTIONS: dict[str, Any] = {
    "facts": gettext_lazy("Facts"),
    "credits": gettext_lazy("Credits"),
    "companies": gettext_lazy("Companies"),
    "festivals": gettext_lazy("Festivals and awards"),
    "releases": gettext_lazy("Releases"),
    "press": gettext_lazy("Press and quotes"),
    "notes": gettext_lazy("Production notes"),
    "office": gettext_lazy("Texts for the office"),
    "names": gettext_lazy("Names in the text"),
}
SECTION_OF = {
    "facts": "facts", "countries": "facts", "versions": "facts", "titles": "facts",
    "external_ids": "facts", "links": "facts", "credits": "credits", "characters": "credits",
    "companies": "companies", "selections": "festivals", "awards": "festivals",
    "releases": "releases", "press_items": "press", "quotes": "press",
    "production_notes": "notes", "internal_texts": "office", "texts": "office",
    "mentions": "names",
}  # fmt: skip
ASIDE = {
    Aside.PROSE: gettext_lazy("Running text: nothing for the record"),
    Aside.DECORATION: gettext_lazy("Decoration"),
    Aside.HEADING: gettext_lazy("Heading"),
    Aside.LINK_WITHOUT_ADDRESS: gettext_lazy("Link without an address"),
    Aside.SECOND_TIME: gettext_lazy("Stands here a second time"),
    Aside.ELSEWHERE: gettext_lazy("Other contents of the page: menu, related articles"),
    Aside.NO_FACT: gettext_lazy("No fact of the record"),
}


def say_fact(part: str, values: Values, roles: RoleWords) -> tuple[str, str]:
    """Return what a statement is about, and what it says."""
    say = _SAY.get(part)
    if say is not None:
        return say(values, roles)
    return _say_fields(part, values)


def _say_fields(part: str, values: Values) -> tuple[str, str]:
    """Single fields: their own label; of what the page has no word for, the values."""
    said = [
        (capfirst(slot.label), _say_value(slot, values[slot.name]))
        for slot in SLOTS.get(part, ())
        if values.get(slot.name) not in (None, "", [])
    ]
    if "has_no_dialogue" in values:
        said.append((_("Dialogue"), _("none")))
    if not said:
        return part, _joined(values.values())
    label, text = said[0]
    return label, "; ".join([text, *(f"{word}: {more}" for word, more in said[1:])])


def _say_value(slot: Any, value: Any) -> str:
    if slot.choices:
        return str(dict(slot.choices).get(value, value))
    return KINDS[slot.kind][0](value)


def say_value(part: str, field: str, value: Any, roles: RoleWords) -> str:
    """Return one value of a part's field in words."""
    if field == "role":
        return roles.label(str(value)) or str(value)
    slot = next((slot for slot in SLOTS.get(part, ()) if slot.name == field), None)
    if slot is not None:
        return _say_value(slot, value)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _credit(values: Values, roles: RoleWords) -> tuple[str, str]:
    name = _joined((values.get("name"), values.get("other_name")), " / ")
    return say_role(values, roles), _in_character(name, values.get("character"))


def _character(values: Values, roles: RoleWords) -> tuple[str, str]:
    return _("Character"), _in_character(values.get("name", ""), values.get("character"))


def _in_character(name: str, character: Any) -> str:
    if not character:
        return name
    words = {"name": name, "character": character}
    return pgettext("somebody plays a character", "%(name)s as %(character)s") % words


def _company(values: Values, roles: RoleWords) -> tuple[str, str]:
    known = dict(CompanyFunction.choices)
    function = values.get("function", "")
    return str(known.get(function, function)), values.get("name", "")


def _selection(values: Values, roles: RoleWords) -> tuple[str, str]:
    land = values.get("country_printed") or say_country(values.get("country"))
    place = (values.get("festival"), values.get("section"), values.get("city"), land)
    premiere = dict(Premiere.choices).get(values.get("premiere") or "-", "")
    return _("Selection"), _joined((*place, values.get("date"), premiere, say_note(values)))


def _award(values: Values, roles: RoleWords) -> tuple[str, str]:
    result = dict(AwardResult.choices).get(values.get("result") or "won", _("Award"))
    said = (values.get("name"), values.get("body") or values.get("festival"))
    return f"{_('Award')} ({result})", _joined((*said, values.get("year"), values.get("recipient")))


def _release(values: Values, roles: RoleWords) -> tuple[str, str]:
    is_expected = values.get("status") == "expected"
    label = _("Release, expected") if is_expected else _("Release")
    month = MONTHS.get(values.get("month") or 0, "")
    return label, _joined((say_country(values.get("country")), values.get("date"), month))


def _press_item(values: Values, roles: RoleWords) -> tuple[str, str]:
    said = (values.get("author"), values.get("outlet"), values.get("date"))
    return _("Review or article"), _joined((f"“{values.get('title', '')}”", *said))


def _quote(values: Values, roles: RoleWords) -> tuple[str, str]:
    return _("Quote"), values.get("text", "")


def _note(values: Values, roles: RoleWords) -> tuple[str, str]:
    return _("For the production notes"), values.get("text", "")


def _internal(values: Values, roles: RoleWords) -> tuple[str, str]:
    return _("Text of somebody else, kept for the office"), _shortened(values.get("text", ""))


def _text(values: Values, roles: RoleWords) -> tuple[str, str]:
    language = spoken(values["language"]) if values.get("language") else ""
    said = _joined((values.get("field", "").replace("_", " "), language))
    return f"{_('Text')} ({said})", _shortened(values.get("text", ""))


def _title(values: Values, roles: RoleWords) -> tuple[str, str]:
    kind = dict(TitleKind.choices).get(values.get("kind", ""), _("other title"))
    language = spoken(values["language"]) if values.get("language") else ""
    return capfirst(str(kind)), _joined((values.get("title"), language))


def _external_id(values: Values, roles: RoleWords) -> tuple[str, str]:
    scheme = _say_value(SLOTS["external_ids"][0], values.get("scheme", ""))
    return pgettext("of a register", "Number"), f"{scheme} {values.get('value', '')}"


def _link(values: Values, roles: RoleWords) -> tuple[str, str]:
    return _("Link"), _joined((values.get("label"), values.get("url")))


def _mention(values: Values, roles: RoleWords) -> tuple[str, str]:
    return _("Name in the text"), values.get("name", "")


def _joined(said: Iterable[Any], sign: str = ", ") -> str:
    return sign.join(str(one) for one in said if one not in (None, "", []))


def _shortened(text: str) -> str:
    return text if len(text) <= 160 else text[:160].rsplit(" ", 1)[0] + " …"


_SAY = {
    "credits": _credit,
    "characters": _character,
    "companies": _company,
    "selections": _selection,
    "awards": _award,
    "releases": _release,
    "press_items": _press_item,
    "quotes": _quote,
    "production_notes": _note,
    "internal_texts": _internal,
    "texts": _text,
    "titles": _title,
    "external_ids": _external_id,
    "links": _link,
    "mentions": _mention,
}
