"""Gaps in words, in the language of whoever looks."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from films.models import Film
from press.building.picture_gaps import PRINT


def say_gap(code: str, values: dict[str, Any]) -> str:
    """Return the sentence of a gap; its code where the program no longer knows it."""
    if code == "open rows":
        return ngettext(
            "%(count)d text in a row is untranslated or outdated",
            "%(count)d texts in rows are untranslated or outdated",
            values["count"],
        ) % values  # fmt: skip
    sentences = {
        "no press contact": _("No press agent among the companies"),
        "silent press contact": _("%(name)s, the press agent, has neither e-mail nor telephone"),
        "no still": _("There is no still that the press may have"),
        "no poster": _("There is no poster that the press may have"),
        "no key art": _("There is no key art (background): the cover takes a still"),
        "no release": _("There is no release with a date"),
        "lost picture": _("%(name)s: the file is lost"),
        "letters": _("%(field)s: the fonts of the PDF have no %(letters)s"),
        "no credit": _("%(name)s: no photographer and no copyright"),
        "no caption": _("%(name)s: no caption"),
        "small still": _(
            "%(name)s: %(width)d × %(height)d pixels; A5 at 300 dpi takes %(long)d × %(short)d"
        ),
        "too long": _("%(field)s: %(words)d words, the limit is %(limit)d"),
        "empty": _("%(field)s: empty"),
        "untranslated": _("%(field)s: not translated"),
        "outdated": _("%(field)s: the original has changed since it was translated"),
        "no terms": _("The company has no terms for the press: the usual sentence is printed"),
    }
    if code not in sentences:
        return code
    long, short = PRINT
    words = {**values, "long": long, "short": short}
    words["field"] = field_name(values["field"]) if "field" in values else values.get("name", "")
    return sentences[code] % words


def say_kind(code: str) -> str:
    """Return what gaps of a code are together, where films are compared."""
    names = {
        "lost picture": _("Lost picture files"),
        "no press contact": _("No press agent"),
        "silent press contact": _("Press agent without e-mail and telephone"),
        "no key art": _("No key art"),
        "no still": _("No still for the press"),
        "no poster": _("No poster for the press"),
        "no release": _("No release with a date"),
        "letters": _("Letters that the PDF cannot draw"),
        "empty": _("Empty texts"),
        "untranslated": _("Texts not translated"),
        "outdated": _("Texts whose original has changed"),
        "too long": _("Texts over their limit"),
        "no credit": _("Pictures without credit"),
        "no caption": _("Pictures without caption"),
        "small still": _("Stills too small for print"),
        "open rows": _("Texts in rows not translated or outdated"),
        "no terms": _("No terms for the press"),
    }
    return names.get(code, code)


def field_name(name: str) -> str:
    """Return what the film's form calls a field, with a capital."""
    field: Any = Film._meta.get_field(name)
    label = str(field.verbose_name)
    return label[:1].upper() + label[1:]
