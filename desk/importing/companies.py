"""The companies of all languages as one list per function."""

import re
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext

from desk.importing.aligning import align
from desk.importing.objects import ParsedCompany
from desk.importing.problems import Report
from desk.importing.roles import CompanyLine
from films.printed.countries import find_country
from people.printed.spelling import fold, is_variant

_REMARK = re.compile(r"(?P<name>[^()]+?)\s*\((?P<remark>[^()]+)\)")


def merge_companies(
    lines: Mapping[str, Sequence[CompanyLine]], languages: Sequence[str], report: Report
) -> tuple[ParsedCompany, ...]:
    """One list out of all languages; the first language gives order and names."""
    merged: list[tuple[CompanyLine, dict[str, CompanyLine]]] = []
    for language, theirs in lines.items():
        _merge_language(merged, language, _unique(theirs), report)
    return tuple(
        _company_of(found, languages, position) for position, (_, found) in enumerate(merged)
    )


def _unique(lines: Sequence[CompanyLine]) -> list[CompanyLine]:
    return list({(line.function, fold(line.name)): line for line in reversed(lines)}.values())[::-1]


def _merge_language(
    merged: list[tuple[CompanyLine, dict[str, CompanyLine]]],
    language: str,
    theirs: list[CompanyLine],
    report: Report,
) -> None:
    for function in dict.fromkeys(line.function for line in theirs):
        ours = [item for item in merged if item[0].function == function]
        lines = [line for line in theirs if line.function == function]
        pairs = align([main for main, _ in ours], lines, _name_key, _is_variant)
        for (_, found), (_, match) in zip(ours, pairs, strict=False):
            if match:
                found[language] = match
        missing = [main for main, match in pairs if main is not None and match is None]
        left = [line for main, line in pairs if main is None and line is not None]
        for place, line in enumerate(left):
            if place < len(missing):
                _report_other_name(line, missing[place], report)
            else:
                merged.append((line, {language: line}))


def _name_key(line: CompanyLine) -> str:
    return fold(line.name)


def _is_variant(ours: CompanyLine, theirs: CompanyLine) -> bool:
    return is_variant(ours.name, theirs.name)


def _report_other_name(line: CompanyLine, kept: CompanyLine, report: Report) -> None:
    message = gettext("%(file)s names “%(name)s” here. That name was kept, this one not.")
    facts = {"file": kept.row.file, "name": kept.name}
    row = line.row
    report.add(row.file, message % facts, line=row.line, key=row.key, value=line.name)


def _company_of(
    found: Mapping[str, CompanyLine], languages: Sequence[str], position: int
) -> ParsedCompany:
    main = next(iter(found.values()))
    name, territory, note = main.name, "", {}
    for language, line in found.items():
        match = _REMARK.fullmatch(line.name)
        code = find_country(match["remark"], languages) if match else ""
        if match and line is main:
            name = match["name"]
        if code:
            territory = territory or code
        elif match:
            note[language] = match["remark"]
    return ParsedCompany(main.function, name, territory, note, position)
