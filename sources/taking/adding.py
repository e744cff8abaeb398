"""A claim's values as a row of its own that the film gets."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from editorial.fields import column
from editorial.positions import next_position
from films.choices import LinkKind, ReleaseStatus, TitleKind
from films.models import (
    AlternativeTitle,
    Award,
    CompanyCredit,
    Credit,
    ExternalId,
    Film,
    Link,
    PressItem,
    Quote,
    Release,
    Selection,
)
from people.models import Role
from sources.comparing.alike import is_same_house
from sources.comparing.equal import is_equal
from sources.comparing.film import say_edition
from sources.comparing.points import is_of_review
from sources.models import Source
from sources.taking.choices import Values
from sources.taking.days import read_day, read_screening
from sources.taking.naming import Naming
from sources.taking.quoting import check_quote
from sources.taking.rows import save_row, spoken_column


class Adder:
    """Adds rows to one film, inside a change. Everything raises ValidationError for bad values."""

    def __init__(self, film: Film, source: Source, language: str, naming: Naming) -> None:
        self.film, self.source, self.language, self.naming = film, source, language, naming
        self._roles: dict[str, Role] | None = None

    def add(self, part: str, values: Values, who: str = "") -> Any:
        """Write a row and return it, None for what has no row of its own."""
        make: Callable[[Values, str], Any] = getattr(self, f"_add_{part}")
        return make(values, who)

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
        return save_row(row)

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
        return save_row(row)

    def _add_selections(self, values: Values, who: str) -> Selection:
        edition = self.naming.edition(values)
        row = Selection(film=self.film, edition=edition, position=self._place(Selection))
        self._say(row, "section", values.get("section", "")[:120])
        row.premiere = values.get("premiere", "")
        if not is_of_review(values):
            row.shown_on = read_screening(str(values.get("date") or ""))
        save_row(row)
        self._link_awards(row)
        return row

    def _link_awards(self, selection: Selection) -> None:
        """Link prizes that were told before the selection."""
        awards: Any = Award.objects
        for award in awards.filter(film=self.film, festival=None, selection=None):
            spoken = getattr(award, spoken_column(Award, "body", self.language))
            bodies = {spoken, award.body} - {"", None}
            said = {"body": min(bodies, default=""), "year": award.year}
            if is_award_of(selection, said):
                award.festival, award.selection = selection.edition.festival, selection
                save_row(award)

    def _add_awards(self, values: Values, who: str) -> Award:
        row = Award(film=self.film, position=self._place(Award))
        self._say(row, "name", values.get("name", ""))
        body = values.get("body") or values.get("festival") or ""
        self._say(row, "body", body)
        row.year, row.result = values.get("year"), values.get("result") or "won"
        known = Selection.objects.filter(film=self.film).select_related("edition__festival")
        found = next((one for one in known if is_award_of(one, values)), None)
        if found is not None:
            row.festival, row.selection = found.edition.festival, found
        return save_row(row)

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
        return save_row(row)

    def _add_press_items(self, values: Values, who: str) -> PressItem:
        row = PressItem(film=self.film, title=values["title"], position=self._place(PressItem))
        row.author, row.outlet = values.get("author", ""), values.get("outlet", "")
        row.url = values.get("url", "")
        row.date, row.precision = read_day(values.get("date", ""))
        return save_row(row)

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
            save_row(item)
        known: Any = Quote.objects
        last = next_position(known.filter(press_item=item))
        row = Quote(press_item=item, text=values["text"], position=last)
        return save_row(row)

    def _add_titles(self, values: Values, who: str) -> AlternativeTitle:
        row = AlternativeTitle(film=self.film, title=values["title"])
        row.kind = values.get("kind") or TitleKind.OTHER
        row.language, row.country = values.get("language", ""), values.get("country", "")
        row.position = self._place(AlternativeTitle)
        return save_row(row)

    def _add_external_ids(self, values: Values, who: str) -> ExternalId:
        row = ExternalId(film=self.film, scheme=values["scheme"], value=values["value"])
        row.position = self._place(ExternalId)
        row.clean()  # type: ignore[no-untyped-call]  # Django's own
        others = ExternalId.objects.filter(scheme=row.scheme, value=row.value)
        other = others.exclude(film=self.film).select_related("film").first()
        if other is not None:
            told = {"number": other, "film": other.film}
            raise ValidationError(_("%(number)s is the number of “%(film)s”."), params=told)
        return save_row(row)

    def _add_links(self, values: Values, who: str) -> Link:
        row = Link(film=self.film, url=values["url"], position=self._place(Link))
        row.kind = values.get("kind") or LinkKind.OTHER
        self._say(row, "label", values.get("label", "")[:120])
        return save_row(row)

    def _say(self, row: models.Model, name: str, text: str) -> None:
        setattr(row, spoken_column(type(row), name, self.language), text)

    def _place(self, model: Any) -> int:
        return next_position(model.objects.filter(film=self.film))


def is_award_of(selection: Selection, said: Values) -> bool:
    """Tell whether a prize was given in a selection: by its festival, in its year."""
    year, known = selection.edition.year, say_edition(selection.edition)["names"]
    if year and said.get("year") and year != said["year"]:
        return False
    if name := said.get("festival"):
        return any(is_same_house(one, name) for one in known)
    return any(is_equal("festival", one, said.get("body") or "") for one in known)
