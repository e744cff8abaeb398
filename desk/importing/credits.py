"""The credits of all languages as one list: matched by role and position, never doubled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext

from desk.importing.aligning import align
from desk.importing.objects import ParsedCredit
from desk.importing.problems import Report
from desk.importing.roles import CreditLine
from people.printed.spelling import fold, is_same, is_variant


@dataclass(frozen=True)
class MergedLine:
    """One credit under construction: the line of each language that prints it."""

    lines: Mapping[str, CreditLine]

    @property
    def main(self) -> CreditLine:
        return next(iter(self.lines.values()))

    def with_line(self, language: str, line: CreditLine) -> "MergedLine":
        return MergedLine({**self.lines, language: line})


def join_directors(named: Sequence[CreditLine], crew: Sequence[CreditLine]) -> list[CreditLine]:
    """The `director` key and the crew row of the same language as one list, directors first."""
    directing = [line for line in crew if line.role_key == "director"]
    others = [line for line in crew if line.role_key != "director"]
    joined = []
    for ours, theirs in align(named, directing, _name_key, _variant_name):
        if ours and theirs:
            spelling = theirs.name.text
            printed = "" if is_same(ours.name.text, spelling) else spelling
            name = replace(ours.name, credited_as=ours.name.credited_as or printed)
            joined.append(replace(ours, role_text=theirs.role_text, name=name))
        else:
            joined += [line for line in (ours, theirs) if line]
    return [*unique(joined), *unique(others)]


def unique(lines: Sequence[CreditLine]) -> list[CreditLine]:
    """Without lines that say the same name in the same role again."""
    kept: dict[tuple[str, str, str], CreditLine] = {}
    for line in lines:
        role = line.role_key or line.role_text
        kept.setdefault((role, line.name.text, line.name.character), line)
    return list(kept.values())


def _name_key(line: CreditLine) -> str:
    return fold(line.name.text)


def _variant_name(ours: CreditLine, theirs: CreditLine) -> bool:
    if ours.name.kind == "group" or theirs.name.kind == "group":
        return ours.name.kind == theirs.name.kind
    return is_variant(ours.name.text, theirs.name.text)


def merge_credits(
    lines: Mapping[str, Sequence[CreditLine]], report: Report
) -> tuple[ParsedCredit, ...]:
    """One list out of the lists of all languages; the first language gives order and names."""
    adopted = adopt_roles(lines)
    merged: list[MergedLine] = []
    for language, theirs in adopted.items():
        merged = _merge_language(merged, language, theirs, report) if merged else [
            MergedLine({language: line}) for line in theirs
        ]  # fmt: skip
    for item in merged:
        _report_unknown_role(item, report)
        _report_remarks(item, report)
    return tuple(_credit_of(item, position) for position, item in enumerate(merged))


def adopt_roles(
    lines: Mapping[str, Sequence[CreditLine]],
) -> dict[str, list[CreditLine]]:
    """A role unknown in one language is taken from the same row of another that knows it."""
    known = {
        (line.row.key, line.row.index, line.name.text): line.role_key
        for each in lines.values()
        for line in each
        if line.role_key and line.row.key == "crew"
    }
    return {
        language: [
            line
            if line.role_key
            else replace(
                line, role_key=known.get((line.row.key, line.row.index, line.name.text), "")
            )
            for line in each
        ]
        for language, each in lines.items()
    }


def _bucket(line: CreditLine) -> tuple[str, int]:
    """Lines that may be one: the same role, or the same row of an unknown role."""
    return (line.role_key, -1) if line.role_key else ("", line.row.index)


def _merge_language(
    merged: list[MergedLine], language: str, theirs: Sequence[CreditLine], report: Report
) -> list[MergedLine]:
    places: dict[tuple[str, int], list[int]] = {}
    for index, item in enumerate(merged):
        places.setdefault(_bucket(item.main), []).append(index)
    buckets: dict[tuple[str, int], list[CreditLine]] = {}
    for line in theirs:
        buckets.setdefault(_bucket(line), []).append(line)
    result = list(merged)
    for bucket, lines in buckets.items():
        indexes = places.get(bucket, [])
        ours = [merged[i] for i in indexes]
        pairs = align([item.main for item in ours], lines, _name_key, _variant_name)
        for index, (_, match) in zip(indexes, pairs, strict=False):
            if match:
                result[index] = result[index].with_line(language, match)
        missing = [item.main for item, (_, match) in zip(ours, pairs, strict=False) if not match]
        left = [line for mine, line in pairs if mine is None and line is not None]
        result += _settle(missing, left, language, bool(ours), report)
    return result


def _settle(
    missing: list[CreditLine],
    left: list[CreditLine],
    language: str,
    has_role: bool,
    report: Report,
) -> list[MergedLine]:
    """Names without a partner: a different name for the same place is reported and left out."""
    kept = []
    for place, line in enumerate(left):
        against = missing[place] if place < len(missing) and line.row.key != "cast" else None
        if against is not None:
            message = gettext("%(file)s names “%(name)s” here. That name was kept, this one not.")
            facts = {"file": against.row.file, "name": against.name.text}
            _report_line(line, message % facts, report)
            continue
        if has_role:
            _report_line(line, gettext("Only this language has this name. It was kept."), report)
        kept.append(MergedLine({language: line}))
    return kept


def _report_line(line: CreditLine, message: str, report: Report) -> None:
    row = line.row
    report.add(row.file, message, line=row.line, key=row.key, value=line.name.text)


def _report_unknown_role(item: MergedLine, report: Report) -> None:
    if item.main.role_key:
        return
    for line in item.lines.values():
        message = gettext("This role is not in the vocabulary. Its text was kept as printed.")
        row = line.row
        report.add(row.file, message, line=row.line, key=row.key, value=line.role_text)


def _report_remarks(item: MergedLine, report: Report) -> None:
    for line in item.lines.values():
        if line.name.remark:
            row, message = line.row, gettext("The remark in brackets was left out.")
            value = line.name.with_remark
            report.add(row.file, message, line=row.line, key=row.key, value=value)


def _credit_of(item: MergedLine, position: int) -> ParsedCredit:
    main, lines = item.main, item.lines
    kind = main.name.kind
    names = {language: line.name.text for language, line in lines.items()}
    name = "" if kind == "group" else main.name.text
    others = dict.fromkeys(text for text in names.values() if name and text != name)
    return ParsedCredit(
        role_key=main.role_key,
        role_text={key: line.role_text for key, line in lines.items() if line.role_text},
        kind=kind,
        name=name,
        names=names,
        credited_as=main.name.credited_as if main.name.credited_as != name else "",
        character={key: line.name.character for key, line in lines.items() if line.name.character},
        is_lead=any(line.row.is_lead for line in lines.values()),
        position=position,
        other_spellings=tuple(others),
    )
