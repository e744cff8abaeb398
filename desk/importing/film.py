"""One film out of its language files."""

from collections.abc import Mapping
from pathlib import Path

from babel import Locale

from desk.importing.bodies import Body, read_body
from desk.importing.companies import merge_companies
from desk.importing.credits import join_directors, merge_credits
from desk.importing.facts import (
    read_category,
    read_countries,
    read_runtime,
    read_type,
    read_year,
)
from desk.importing.festivals import FestivalRun
from desk.importing.layout import index_files
from desk.importing.link_rows import LinkList
from desk.importing.objects import ParsedCompany, ParsedCredit, ParsedFilm
from desk.importing.pictures import FILM_USAGES, FileReader
from desk.importing.problems import Report
from desk.importing.roles import CompanyLine, CreditLine, rows_in_prose, sort_rows
from desk.importing.rows import cast_rows, crew_rows, named_rows
from desk.importing.sources import Source
from desk.importing.titles import read_titles
from desk.importing.versions import read_version


class FilmBuilder:
    """Reads one film; `sources` begins with the language that decides when they disagree."""

    def __init__(
        self, sources: Mapping[str, Source], languages: tuple[str, ...], report: Report
    ) -> None:
        self.sources = sources
        self.languages = languages
        self.report = report
        self.titles = read_titles(sources, report)

    def build(self, slug: str, folder: Path, root: Path) -> tuple[ParsedFilm, frozenset[Path]]:
        """The film without its problems, and the files that its keys name."""
        sources, report = self.sources, self.report
        read_type(sources, report)
        year, runtime = read_year(sources, report), read_runtime(sources, report)
        bodies = {language: read_body(source.body) for language, source in sources.items()}
        files = FileReader(folder, root, sources, report)
        images = files.read_images(FILM_USAGES)
        run, links = FestivalRun(sources, report), LinkList(slug, sources, self.languages, report)
        version = read_version(sources, runtime, self.languages, report)
        film_credits, companies = self._read_names()
        site = find_site(folder)
        film = ParsedFilm(
            slug=slug,
            folder=folder.relative_to(root).as_posix(),
            category=read_category(sources, report),
            title=self.titles,
            release_year=year,
            languages=tuple(key for key in self.languages if key in self.titles),
            countries=read_countries(sources, self.languages, report),
            credits=film_credits,
            companies=companies,
            awards=run.awards(),
            selections=run.selections(),
            version=version,
            images=images,
            trailer=files.read_trailer(images),
            links=links.as_tuple(),
            texts=self._read_texts(bodies, run.notes, version.rest),
            internal_note=internal_note(bodies),
            has_own_microsite=links.has_own_microsite,
            problems=(),
            site=site,
        )
        return film, frozenset(files.named | ({site} if site else set()))

    def _read_names(self) -> tuple[tuple[ParsedCredit, ...], tuple[ParsedCompany, ...]]:
        credit_lines: dict[str, list[CreditLine]] = {}
        companies: dict[str, list[CompanyLine]] = {}
        for language, source in self.sources.items():
            credit_lines[language], companies[language] = self.read_lines(source)
        return (
            merge_credits(credit_lines, self.report),
            merge_companies(companies, self.languages, self.report),
        )

    def read_lines(self, source: Source) -> tuple[list[CreditLine], list[CompanyLine]]:
        """Return the credits and companies of one language, as printed."""
        report = self.report
        named = [
            CreditLine("director", "", name, row)
            for row in named_rows(source, "director", report)
            for name in row.names
        ]
        crew, companies = sort_rows(crew_rows(source, report))
        cast = [
            CreditLine("actor", "", name, row)
            for row in cast_rows(source, report)
            for name in row.names
        ]
        sales = [
            CompanyLine("world_sales", name.with_remark, row)
            for row in named_rows(source, "world_sales", report)
            for name in row.names
        ]
        extra, more_companies = self._read_prose(source)
        return (
            [*join_directors(named, [*crew, *extra]), *cast],
            [*companies, *sales, *more_companies],
        )

    def _read_prose(self, source: Source) -> tuple[list[CreditLine], list[CompanyLine]]:
        credit_lines: list[CreditLine] = []
        companies: list[CompanyLine] = []
        for key in ("additional", "additional_info"):
            text = source.text(key, self.report)
            if text:
                entry = source.entries[key]
                found = sort_rows(rows_in_prose(text, key, entry.file, entry.line))
                credit_lines += found[0]
                companies += found[1]
        return credit_lines, companies

    def _read_texts(
        self,
        bodies: Mapping[str, Body],
        notes: Mapping[str, list[str]],
        rest: Mapping[str, str],
    ) -> dict[str, dict[str, str]]:
        texts = {}
        for language, source in self.sources.items():
            additional = (
                source.text(key, self.report) for key in ("additional", "additional_info")
            )
            fields = {
                "synopsis_short": source.text("description", self.report),
                "synopsis_long": bodies[language].text,
                "award_notes": "\n\n".join(notes.get(language, ())),
                "technical_note": rest.get(language, ""),
                "additional_info": "\n\n".join(text for text in additional if text),
            }
            texts[language] = {name: text for name, text in fields.items() if text}
        return texts


def internal_note(bodies: Mapping[str, Body]) -> str:
    """The research notes of all languages, each under the name of its language."""
    parts = []
    for language, body in bodies.items():
        if body.references:
            locale = Locale.parse(language.replace("-", "_"))
            name = locale.get_display_name(locale) or language
            parts.append(f"{name[:1].upper()}{name[1:]}:\n{body.references}")
    return "\n\n".join(parts)


def find_site(folder: Path) -> Path | None:
    """The folder of an old site beside a film's index files; a link is none."""
    site = folder / "site"
    has_own_folder = bool(index_files(folder))
    is_there = has_own_folder and site.is_dir() and not site.is_symlink()
    return site if is_there and any(site.iterdir()) else None
