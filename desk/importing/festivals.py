"""Awards and selections of all languages as one list each; the rest as notes."""

from collections.abc import Mapping

from django.utils.translation import gettext

from desk.importing.awards import AwardLine, read_award
from desk.importing.objects import ParsedAward, ParsedSelection
from desk.importing.problems import Report
from desk.importing.rows import report_row, values_of
from desk.importing.sources import Source


class FestivalRun:
    """Collects what the languages say about prizes and selections, matched by position."""

    def __init__(self, sources: Mapping[str, Source], report: Report) -> None:
        self.sources = sources
        self.report = report
        self.notes: dict[str, list[str]] = {}
        self._places: dict[str, list[dict[str, AwardLine]]] = {"award": [], "selection": []}
        for language, source in sources.items():
            self._add_lines(language, self._read_lines(source))

    def _read_lines(self, source: Source) -> list[tuple[AwardLine, int | None]]:
        lines = []
        for value, line in values_of(source, "awards"):
            found = read_award(value)
            if not found:
                report_row(source, "awards", value, line, self.report)
            for award in found:
                if award.is_doubtful:
                    message = gettext("This was not recognised as a prize. It was kept as a note.")
                    source.report(self.report, "awards", message, value=award.text, line=line)
                lines.append((award, line))
        return lines

    def _add_lines(self, language: str, lines: list[tuple[AwardLine, int | None]]) -> None:
        """The n-th line of a kind in one language is the n-th of that kind in another."""
        counts: dict[str, int] = {}
        for award, line in lines:
            if award.kind == "note":
                self.notes.setdefault(language, []).append(award.text)
                continue
            place = counts.get(award.kind, 0)
            counts[award.kind] = place + 1
            same_kind = self._places[award.kind]
            partner = same_kind[place] if place < len(same_kind) else None
            if partner is None or language in partner:
                self._open_place(language, award, line)
            else:
                partner[language] = award
                self._compare(language, partner, line)

    def _open_place(self, language: str, award: AwardLine, line: int | None) -> None:
        source = self.sources[language]
        others = [key for key in self.sources if key != language and "awards" in self.sources[key]]
        if others and others[0] == next(iter(self.sources)):
            message = gettext("Only this language has this line. It was kept.")
            source.report(self.report, "awards", message, value=award.text, line=line)
        self._places[award.kind].append({language: award})

    def _compare(self, language: str, partner: dict[str, AwardLine], line: int | None) -> None:
        first, award = next(iter(partner.values())), partner[language]
        facts = {"year", "premiere", "result"}
        ours = {name: getattr(first, name) for name in facts if getattr(first, name)}
        if any(getattr(award, name) not in (None, "", value) for name, value in ours.items()):
            message = gettext("“%(text)s” stands in another language. Those facts were kept.")
            text = {"text": first.text}
            source = self.sources[language]
            source.report(self.report, "awards", message % text, value=award.text, line=line)

    def awards(self) -> tuple[ParsedAward, ...]:
        return tuple(
            ParsedAward(
                name=_texts(place, "name"),
                body=_texts(place, "body"),
                year=_year_of(place),
                result=next(iter(place.values())).result,
                position=position,
            )
            for position, place in enumerate(self._places["award"])
        )

    def selections(self) -> tuple[ParsedSelection, ...]:
        return tuple(
            ParsedSelection(
                festival=_texts(place, "body"),
                section=_texts(place, "name"),
                premiere=next((line.premiere for line in place.values() if line.premiere), ""),
                year=_year_of(place),
                position=position,
            )
            for position, place in enumerate(self._places["selection"])
        )


def _texts(place: Mapping[str, AwardLine], name: str) -> dict[str, str]:
    return {key: getattr(line, name) for key, line in place.items() if getattr(line, name)}


def _year_of(place: Mapping[str, AwardLine]) -> int | None:
    return next((line.year for line in place.values() if line.year), None)
