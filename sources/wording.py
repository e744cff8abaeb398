"""Points and values in the user's words: Runtime, 95 min; Screenplay: Ada Lind – spelling."""

from datetime import date
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from editorial.fields import any_text
from editorial.kinds import kind_of
from editorial.moments import say_day
from editorial.names import country_name, language_name, spoken
from people.models import Role

# What a point is about, in the order of a page about all of them.
GROUPS: tuple[tuple[str, Any], ...] = (
    ("facts", gettext_lazy("Facts")),
    ("spelling", gettext_lazy("Names and spellings")),
    ("job", gettext_lazy("Who did what")),
    ("company", gettext_lazy("Companies")),
    ("festival", gettext_lazy("Festivals and awards")),
    ("release", gettext_lazy("Releases")),
    ("other", gettext_lazy("Press, texts, links, numbers")),
)
GROUP_OF_PART = {
    "facts": "facts",
    "countries": "facts",
    "versions": "facts",
    "companies": "company",
    "selections": "festival",
    "awards": "festival",
    "releases": "release",
}
# What of a row is told differently; single fields are called as in the film's form.
ASPECTS = {
    "name": gettext_lazy("spelling"),
    "festival": gettext_lazy("spelling"),
    "role": gettext_lazy("job"),
    "character": gettext_lazy("character"),
    "function": gettext_lazy("function"),
    "section": gettext_lazy("section"),
    "date": gettext_lazy("date"),
    "body": gettext_lazy("awarded by"),
    "year": gettext_lazy("year"),
    "result": gettext_lazy("result"),
    "status": gettext_lazy("status"),
    "author": gettext_lazy("author"),
    "value": gettext_lazy("number"),
}
# A name of the row itself; otherwise `about` is one.
ROW_WORDS = {
    "awards": gettext_lazy("Award"),
    "releases": gettext_lazy("Release"),
    "press_items": gettext_lazy("Press"),
}


def group_of(key: str) -> str:
    """Return which group of `GROUPS` a point is of, by its key."""
    part, _slash, rest = key.partition("/")
    if part in ("credits", "characters"):
        is_job = rest.startswith("role/") or rest.endswith("/role")
        return "job" if is_job else "spelling"
    return GROUP_OF_PART.get(part, "other")


class Words:
    """Says points and values; reads the names of roles once, when the first is asked for."""

    def __init__(self) -> None:
        self.language = get_language() or "en"

    @cached_property
    def roles(self) -> dict[str, str]:
        return {role.key: any_text(role, "name") or role.key for role in Role.objects.all()}

    def role(self, key: str) -> str:
        return self.roles.get(key, key.replace("_", " "))

    def point(self, key: str, about: str = "", job: str = "") -> str:
        """Return what a point is called; `job` is what its row has in words (`job_of`)."""
        part, _slash, rest = key.partition("/")
        row, _slash, field = rest.rpartition("/")
        if part == "credits" and row == "role":
            return _("Who did it: %(job)s") % {"job": self.role(field)}
        if part == "texts":
            return self.field("facts", field, row)
        if part == "countries":
            return _("Countries")
        if part in ("facts", "versions"):
            return self.field(part, rest)
        if part == "releases":
            about = country_name(about, self.language)
        if part == "external_ids":
            about = self.choice("external_ids", "scheme", about)
        if part == "credits" and field == "role":
            job = ""  # it is what is in question
        begin = job or str(ROW_WORDS.get(part, ""))
        name = ": ".join(word for word in (begin, about) if word)
        aspect = str(ASPECTS.get(field, field))
        return f"{name} – {aspect}" if name else capfirst(aspect)

    def field(self, part: str, name: str, language: str = "") -> str:
        """Return what a single field of the film is called in its form."""
        try:
            field: Any = _model_of(part)._meta.get_field(name)
        except FieldDoesNotExist:
            return str(capfirst(name.replace("_", " ")))
        label = str(capfirst(field.verbose_name))
        return f"{label} ({spoken(language)})" if language else label

    def value(self, part: str, field: str, value: Any) -> str:
        """Return a value of a point as people write it; '' of nothing."""
        if value is None or value == "" or value == []:
            return ""
        field = field.rpartition("/")[2]
        if value is True:
            return _("yes")
        if isinstance(value, list):
            return ", ".join(self._piece(part, field, one) for one in value)
        return self._piece(part, field, value)

    def _piece(self, part: str, field: str, value: Any) -> str:
        if field == "codes" or field == "country":
            return country_name(str(value), self.language)
        if field in ("dialogue_languages", "language"):
            return language_name(str(value), self.language)
        if field == "runtime_seconds" and isinstance(value, int):
            return say_runtime(value)
        if part == "credits" and field == "role":
            return self.role(str(value))
        if field == "date":
            return say_date(str(value))
        if field in ("category", "colour", "function", "result", "status", "kind", "scheme"):
            return self.choice(part, field, value)
        return str(value)

    def choice(self, part: str, field: str, value: Any) -> str:
        try:
            found: Any = _model_of(part)._meta.get_field(field)
        except FieldDoesNotExist:
            return str(value)
        return str(dict(found.flatchoices).get(value, value))

    def claim(self, part: str, values: dict[str, Any]) -> str:
        """Return a whole statement in one line, such as Screenplay: Ada Lind."""
        said = {name: self.value(part, name, value) for name, value in values.items()}
        begin = [said.pop(name, "") for name in ("role", "function", "scheme")]
        begin.append(said.pop("role_text", ""))
        for name in ("festival", "name", "title", "text", "value", "url", "kind"):
            if name in said and (name != "kind" or not any(begin)):
                begin.append(said.pop(name))
        said.pop("kind", None)
        said.pop("country_printed", None)
        first = ": ".join(dict.fromkeys(word for word in begin if word))
        return ", ".join(word for word in (first, *said.values()) if word)


def begin_of(words: Words, comparison: Any, point: Any) -> str:
    """Return the job or function of the row that a point is about, '' without one."""
    row = next((row for row in comparison.rows if row.uuid == point.row), None)
    return job_of(words, row.part, row.values) if row is not None else ""


def job_of(words: Words, part: str, values: dict[str, Any]) -> str:
    if part == "credits":
        return words.role(values["role"]) if values.get("role") else values.get("role_text", "")
    if part == "companies":
        return words.choice("companies", "function", values.get("function", ""))
    return ""


def printed_forms(
    values: dict[str, Any], field: str = "", value: Any = None, language: str = ""
) -> list[str]:
    """Return how a text may print what a claim says at a point, the surest first.

    `language` is that of the text: it calls countries and languages by its own words.
    """
    spoken_in = language or get_language() or "en"
    forms: list[str] = []
    for one in (values.get(field), value):
        for piece in one if isinstance(one, list) else (one,):
            forms += _forms(field, piece, spoken_in)
    forms += [
        str(values.get(name) or "") for name in ("name", "festival", "title", "text", "value")
    ]
    return [form for form in dict.fromkeys(forms) if form]


def _forms(field: str, value: Any, language: str) -> list[str]:
    if value is None or isinstance(value, bool):
        return []
    text = str(value)
    if field in ("codes", "country"):
        return [country_name(text, language), text]
    if field == "dialogue_languages":
        return [language_name(text, language)]
    if field == "runtime_seconds" and isinstance(value, int):
        return [f"{value // 60}:{value % 60:02d}", str(value // 60)]
    if field == "date":
        return [text, ".".join(str(int(p)) for p in text.split("-")[::-1] if p.isdigit()), text[:4]]
    return [text]


def say_runtime(seconds: int) -> str:
    """Return 95 min, with seconds 5:30 min: values that differ are not to look the same."""
    minutes, rest = divmod(seconds, 60)
    if rest:
        return _("%(minutes)d:%(seconds)02d min") % {"minutes": minutes, "seconds": rest}
    return _("%(minutes)d min") % {"minutes": minutes}


def say_date(text: str) -> str:
    """Return a year, a month or a day as people write it; anything else as it is."""
    precision = {4: "year", 7: "month", 10: "day"}.get(len(text), "")
    try:
        return say_day(date.fromisoformat(f"{text}-01-01"[:10]), precision) if precision else text
    except ValueError:
        return text


def _model_of(part: str) -> type[models.Model]:
    kind = kind_of("film")
    return next((one.model for one in kind.parts if one.name == part), kind.main.model)
