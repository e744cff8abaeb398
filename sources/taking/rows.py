"""A claim's values written into the film: a row of its own, or a field that was empty."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from editorial.fields import column, columns, languages
from editorial.positions import next_position
from films.choices import LinkKind, Precision, ReleaseStatus, TitleKind
from films.models import (
    AlternativeTitle,
    Award,
    CompanyCredit,
    Country,
    Credit,
    ExternalId,
    Film,
    Link,
    PressItem,
    Quote,
    Release,
    Selection,
    Version,
)
from people.models import Role
from people.spelling import words_of
from sources.comparing.alike import is_same_house
from sources.comparing.equal import is_equal
from sources.comparing.film import say_edition
from sources.comparing.points import is_of_review
from sources.models import Source
from sources.taking.naming import Naming
from sources.taking.quoting import check_quote

Values = dict[str, Any]


class Writer:
    """Writes for one film, inside a change. Everything raises ValidationError for bad values."""

    def __init__(self, film: Film, source: Source, language: str, naming: Naming) -> None:
        self.film, self.source, self.language, self.naming = film, source, language, naming
        self._roles: dict[str, Role] | None = None

    def add(self, part: str, values: Values, who: str = "") -> Any:
        """Write a row and return it, None for what has no row of its own."""
        make: Callable[[Values, str], Any] = getattr(self, f"_add_{part}")
        return make(values, who)

    def fill(self, part: str, field: str, value: Any) -> bool:
        """Set a single field that the film lacks; tell whether there was anything to write."""
        if part == "countries":
            self._set_countries(value)
        elif part == "versions":
            return self._fill_version(field, value)
        elif part == "texts":
            language, _slash, name = field.partition("/")
            self._set(self.film, column(name, language), value)
            if name == "title" and not getattr(self.film, column("slug", language)):
                self._set(self.film, column("slug", language), self.film.record.key)
        else:
            self._set(self.film, field, value)
        return True

    def fill_row(self, row: models.Model, values: Values) -> None:
        """Give a row what it lacks."""
        for name, value in values.items():
            if name == "date":
                row.date, row.precision = read_day(value)  # type: ignore[attr-defined]
            elif name == "shown_on":
                row.shown_on = read_screening(value)  # type: ignore[attr-defined]
            else:
                limit = 120 if name == "section" else None
                setattr(row, self._column(type(row), name), value[:limit])
        self._save(row)

    def replace_character(self, row: Any, ours: str, theirs: str) -> None:
        """Give a credit the fuller name of its character, in each language that has the other."""
        for code in languages():
            if getattr(row, column("character", code)) == ours:
                setattr(row, column("character", code), theirs)
        self._save(row)

    def correct_row(self, row: Any, values: Values, former: Values) -> None:
        """Write corrections over what a row says now; a name is how somebody is credited here."""
        for name, value in values.items():
            if name == "name" and isinstance(row, Credit | CompanyCredit):
                self._correct_name(row, value)
            elif name == "character":
                self.replace_character(row, former["character"], value)
            elif name == "date" and isinstance(row, Selection):
                row.shown_on = read_screening(value) or row.shown_on
            elif name == "date":
                row.date, row.precision = read_day(value)
            else:
                self._correct_text(row, name, former[name], value)
        self._save(row)

    def _correct_name(self, row: Any, name: str) -> None:
        if getattr(row, "is_group", False):
            for code in languages():
                if getattr(row, column("group", code)):
                    setattr(row, column("group", code), name)
            return
        owner = getattr(row, "person", None) or row.company
        row.credited_as = name if owner.name != name else ""

    def _correct_text(self, row: Any, name: str, former: Any, value: Any) -> None:
        """Write a field, of a translated one each language that says the former."""
        known = {field.name for field in row._meta.get_fields()}
        spoken = [column(name, code) for code in languages() if column(name, code) in known]
        for own in [own for own in spoken if getattr(row, own) == former] or [
            self._column(type(row), name)
        ]:
            setattr(row, own, value)

    def _set(self, row: Any, name: str, value: Any) -> None:
        setattr(row, name, row._meta.get_field(name).clean(value, row))
        row.save()

    def _save(self, row: Any) -> Any:
        row.full_clean(exclude=["film", "press_item"])
        row.save()
        return row

    def _place(self, model: Any) -> int:
        return next_position(model.objects.filter(film=self.film))

    def _set_countries(self, codes: list[str]) -> None:
        Country.objects.filter(film=self.film).exclude(code__in=codes).delete()
        known = {row.code: row for row in Country.objects.filter(film=self.film)}
        for place, code in enumerate(codes):
            row = known.get(code) or Country(film=self.film, code=code)
            row.position = place
            self._save(row)

    def _fill_version(self, field: str, value: Any) -> bool:
        row = Version.objects.filter(film=self.film).order_by("-is_main", "position", "pk").first()
        row = row or Version(film=self.film, is_main=True)
        if field == "note":
            field = column("note", self.language)
            known = [getattr(row, name) for name in columns("note") if getattr(row, name)]
            new = new_words(value, known)
            if not new:
                return False
            value = ", ".join(part for part in (getattr(row, field), new) if part)
        setattr(row, field, value)
        self._save(row)
        return True

    def _add_credits(self, values: Values, who: str) -> Credit:
        if values.get("kind") == "group" and not who:
            who = "group"
        row = Credit(film=self.film, position=self._place(Credit))
        if who == "group":
            row.is_group = True
            setattr(row, column("group", self.language), values["name"])
        else:
            row.person, row.company = self.naming.person_or_company(values, who)
            usual = str(row.person or row.company or "")
            printed = values.get("credited_as") or values["name"]
            row.credited_as = printed if usual != printed else ""
        row.role = self._role(values.get("role") or "")
        if row.role is None:
            text = values.get("role_text") or values.get("role", "").replace("_", " ")
            setattr(row, column("role_text", self.language), capfirst(text))
        if values.get("character"):
            setattr(row, column("character", self.language), values["character"])
        return self._save(row)  # type: ignore[no-any-return]

    def _role(self, key: str) -> Role | None:
        if self._roles is None:
            self._roles = {role.key: role for role in Role.objects.all()}
        return self._roles.get(key)

    def _add_companies(self, values: Values, who: str) -> CompanyCredit:
        company = self.naming.company(values["name"])
        if who.startswith("c"):
            company = self.naming.person_or_company(values, who)[1] or company
        row = CompanyCredit(film=self.film, company=company, function=values["function"])
        row.position = self._place(CompanyCredit)
        row.credited_as = values["name"] if company.name != values["name"] else ""
        return self._save(row)  # type: ignore[no-any-return]

    def _add_selections(self, values: Values, who: str) -> Selection:
        edition = self.naming.edition(values)
        row = Selection(film=self.film, edition=edition, position=self._place(Selection))
        setattr(row, self._column(Selection, "section"), values.get("section", "")[:120])
        row.premiere = values.get("premiere", "")
        if not is_of_review(values):
            row.shown_on = read_screening(str(values.get("date") or ""))
        self._save(row)
        self._link_awards(row)
        return row

    def _link_awards(self, selection: Selection) -> None:
        """Link prizes that were told before the selection."""
        awards: Any = Award.objects
        for award in awards.filter(film=self.film, festival=None, selection=None):
            bodies = {getattr(award, self._column(Award, "body")), award.body} - {"", None}
            said = {"body": min(bodies, default=""), "year": award.year}
            if is_award_of(selection, said):
                award.festival, award.selection = selection.edition.festival, selection
                self._save(award)

    def _add_awards(self, values: Values, who: str) -> Award:
        row = Award(film=self.film, position=self._place(Award))
        setattr(row, self._column(Award, "name"), values.get("name", ""))
        body = values.get("body") or values.get("festival") or ""
        setattr(row, self._column(Award, "body"), body)
        row.year, row.result = values.get("year"), values.get("result") or "won"
        known = Selection.objects.filter(film=self.film).select_related("edition__festival")
        found = next((one for one in known if is_award_of(one, values)), None)
        if found is not None:
            row.festival, row.selection = found.edition.festival, found
        return self._save(row)  # type: ignore[no-any-return]

    def _column(self, model: Any, name: str) -> str:
        names = {field.name for field in model._meta.get_fields()}
        own = column(name, self.language)
        return own if own in names else name

    def _add_releases(self, values: Values, who: str) -> Release:
        if not values.get("country"):
            raise ValidationError(_("Say in which country."))
        row = Release(film=self.film, country=values["country"], position=self._place(Release))
        row.date, row.precision = read_day(values.get("date", ""))
        row.kind = values.get("kind") or row.kind
        is_past = row.date is not None and row.date <= date.today()
        row.status = values.get("status") or (
            ReleaseStatus.DONE if is_past else ReleaseStatus.EXPECTED
        )
        return self._save(row)  # type: ignore[no-any-return]

    def _add_press_items(self, values: Values, who: str) -> PressItem:
        row = PressItem(film=self.film, title=values["title"], position=self._place(PressItem))
        row.author, row.outlet = values.get("author", ""), values.get("outlet", "")
        row.url = values.get("url", "")
        row.date, row.precision = read_day(values.get("date", ""))
        return self._save(row)  # type: ignore[no-any-return]

    def _add_quotes(self, values: Values, who: str) -> Quote:
        """Write the words under the press item that the source itself is."""
        source = self.source
        check_quote(values["text"], source.text)
        item = PressItem.objects.filter(film=self.film, title=source.title).first()
        if item is None:
            item = PressItem(film=self.film, title=source.title, position=self._place(PressItem))
            item.author, item.outlet = source.author, source.medium
            item.url, item.language = source.url, source.language
            item.date, item.precision = read_day(source.date)
            self._save(item)
        known: Any = Quote.objects
        last = next_position(known.filter(press_item=item))
        row = Quote(press_item=item, text=values["text"], position=last)
        return self._save(row)  # type: ignore[no-any-return]

    def _add_titles(self, values: Values, who: str) -> AlternativeTitle:
        row = AlternativeTitle(film=self.film, title=values["title"])
        row.kind = values.get("kind") or TitleKind.OTHER
        row.language, row.country = values.get("language", ""), values.get("country", "")
        row.position = self._place(AlternativeTitle)
        return self._save(row)  # type: ignore[no-any-return]

    def _add_external_ids(self, values: Values, who: str) -> ExternalId:
        row = ExternalId(film=self.film, scheme=values["scheme"], value=values["value"])
        row.position = self._place(ExternalId)
        row.clean()  # type: ignore[no-untyped-call]  # Django's own
        others = ExternalId.objects.filter(scheme=row.scheme, value=row.value)
        other = others.exclude(film=self.film).select_related("film").first()
        if other is not None:
            told = {"number": other, "film": other.film}
            raise ValidationError(_("%(number)s is the number of “%(film)s”."), params=told)
        return self._save(row)  # type: ignore[no-any-return]

    def _add_links(self, values: Values, who: str) -> Link:
        row = Link(film=self.film, url=values["url"], position=self._place(Link))
        row.kind = values.get("kind") or LinkKind.OTHER
        setattr(row, self._column(Link, "label"), values.get("label", "")[:120])
        return self._save(row)  # type: ignore[no-any-return]


def is_award_of(selection: Selection, said: Values) -> bool:
    """Tell whether a prize was given in a selection: by its festival, in its year."""
    year, known = selection.edition.year, say_edition(selection.edition)["names"]
    if year and said.get("year") and year != said["year"]:
        return False
    if name := said.get("festival"):
        return any(is_same_house(one, name) for one in known)
    return any(is_equal("festival", one, said.get("body") or "") for one in known)


def new_words(note: str, known: Iterable[str]) -> str:
    """Return the pieces of a remark that say something new, whatever the case of their letters."""
    told = {word for text in known for word in words_of(text)}
    pieces = [piece.strip() for piece in note.split(",")]
    return ", ".join(piece for piece in pieces if piece and not set(words_of(piece)) <= told)


def read_screening(text: str) -> date | None:
    """Return the day of a screening; None for a date that is known less exactly."""
    return read_day(text)[0] if len(text or "") == 10 else None


def read_day(text: str) -> tuple[date | None, str]:
    """Return a date and how much of it is known: "2011-10" is the first of October, month."""
    precision = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}.get(len(text or ""))
    if precision is None:
        return None, Precision.DAY
    try:
        return date.fromisoformat(
            f"{text}-01-01"[:10] if len(text) != 7 else f"{text}-01"
        ), precision
    except ValueError as error:
        raise ValidationError(_("“%(text)s” is no date."), params={"text": text}) from error
