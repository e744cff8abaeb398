"""One page of the company's own site, front matter and Markdown, as facts of the record.

The parsers are those of the folder import. What only a folder can bring, pictures and videos, is
left aside with that reason; so is what is no fact of the record. No line is lost.
"""

from typing import Any

from django.conf import settings

from desk.importing.bodies import Body, read_body
from desk.importing.companies import merge_companies
from desk.importing.facts import read_category, read_countries, read_runtime, read_year
from desk.importing.festivals import FestivalRun
from desk.importing.film import FilmBuilder
from desk.importing.frontmatter import FENCE, FrontMatter, FrontMatterError, read_front_matter
from desk.importing.keys import FILM_KEYS
from desk.importing.link_rows import read_link
from desk.importing.links import is_own_microsite, kind_of_link, url_error
from desk.importing.pictures import FILM_USAGES
from desk.importing.problems import Report
from desk.importing.roles import CompanyLine, CreditLine
from desk.importing.rows import values_of
from desk.importing.sources import Source, SourceSorter, canonical_key
from desk.importing.strict_yaml import KeyPath, as_text
from desk.importing.versions import read_version
from desk.own_pages.places import Places
from editorial.fields import languages
from sources.reading.objects import Aside, Fact, Left, Place, Reading

FILE = "index.md"
PICTURES = frozenset((*FILM_USAGES, "trailer_video", "trailer_poster", "poster_image"))
# Keys that say how the page is built.
FORM = frozenset(("type", "language", "slug", "layout", "permalink"))
# Keys that may say again what another one has said.
REPEATED = frozenset(("crew", "director", "cast"))
VERSION_KEYS = ("technical_specs", "format", "dialogue")
VERSION_FIELDS = (
    "format", "aspect_ratio", "colour", "sound", "dialogue_languages", "subtitle_languages",
    "has_no_dialogue",
)  # fmt: skip


def is_own_page(text: str) -> bool:
    """Tell whether a text begins with a front matter that has a title."""
    rows = text.lstrip("\ufeff").splitlines()
    if not rows or rows[0].rstrip() != FENCE:
        return False
    try:
        front = read_front_matter(text.encode(errors="surrogatepass"), FILE)
    except FrontMatterError:
        return False
    return any(canonical_key(key).startswith("title") for key in front.values)


def language_of(text: str) -> str:
    """Return the language that the front matter names, '' if it is none of the site's."""
    try:
        return _language_of(read_front_matter(text.encode(errors="surrogatepass"), FILE))
    except FrontMatterError:
        return ""


def _language_of(front: FrontMatter) -> str:
    for key, value in front.values.items():
        if canonical_key(key) == "language" and value is not None:
            code = as_text(value).strip().lower().replace("_", "-")
            return code if code in languages() else ""
    return ""


def read_own_page(text: str, slug: str, language: str = "") -> Reading:
    """Return what a page of the film `slug` says; `language` counts where the page names none."""
    front = read_front_matter(text.encode(errors="surrogatepass"), FILE)
    reading = Reading(text)
    named = _language_of(front) or (language if language in languages() else "")
    page = _Page(reading, Places(text, front), slug, named or settings.LANGUAGE_CODE)
    page.read(front)
    return reading


class _Page:
    def __init__(self, reading: Reading, places: Places, slug: str, language: str) -> None:
        self.reading, self.places = reading, places
        self.slug, self.language = slug, language
        self.report = Report()

    def read(self, front: FrontMatter) -> None:
        self.keys = {key: canonical_key(key) for key in front.values}
        sorter = SourceSorter(FILM_KEYS, languages(), self.report)
        sorter.add_file(front, FILE, self.language)
        for language, source in sorter.sources.items():
            self._read_source(language, source)
        self._leave_rest(front)

    def _read_source(self, language: str, source: Source) -> None:
        only = {language: source}
        builder = FilmBuilder(only, tuple(languages()), self.report)
        self._text(language, "title", source, "title", builder.titles.get(language, ""))
        self._text(language, "synopsis_short", source, "description")
        if year := read_year(only, self.report):
            self._say("facts", source, "release_year", year=year)
        if category := read_category(only, self.report):
            self._say("facts", source, "category", category=category)
        if seconds := read_runtime(only, self.report):
            self._say("versions", source, "duration", runtime_seconds=seconds)
        if countries := read_countries(only, languages(), self.report):
            self._say("countries", source, "country", codes=[c.code for c in countries])
        self._technical(only, source)
        credit_lines, companies = builder.read_lines(source)
        for credit in credit_lines:
            self._credit(source, credit)
        for company in companies:
            self._company(source, company)
        self._festivals(language, only, source)
        self._links(source)
        self._additional(language, source)
        self._body(language, read_body(source.body), source)

    def _place(self, source: Source, key: str) -> Place:
        path: KeyPath = (source.entries[key].printed_key,)
        return self.places.of(path)

    def _keep(self, part: str, place: Place, **values: Any) -> None:
        fact = Fact(part, values, self.reading.text[slice(*place)], *place)
        if all((known.part, known.values) != (part, values) for known in self.reading.facts):
            self.reading.facts.append(fact)

    def _say(self, part: str, source: Source, key: str, **values: Any) -> None:
        self._keep(part, self._place(source, key), **values)

    def _text(
        self, language: str, field: str, source: Source, key: str, text: str | None = None
    ) -> None:
        text = source.text(key, self.report) if text is None else text
        if text and key in source:
            self._say("texts", source, key, language=language, field=field, text=text)

    def _technical(self, only: dict[str, Source], source: Source) -> None:
        """Keep each technical key by itself, so that it stands at its own place."""
        for key in VERSION_KEYS:
            if key not in source:
                continue
            entries = {key: source.entries[key]}
            alone = Source(source.language, entries, "", source.file)
            version = read_version({source.language: alone}, None, languages(), self.report)
            for name in VERSION_FIELDS:
                value = getattr(version, name)
                if value:
                    value = list(value) if isinstance(value, tuple) else value
                    self._say("versions", source, key, **{name: value})
            for rest in version.rest.values():
                self._say("versions", source, key, note=rest)

    def _credit(self, source: Source, line: CreditLine) -> None:
        name = line.name
        values = {
            "role": line.role_key,
            "role_text": "" if line.role_key else line.role_text,
            "name": name.credited_as or name.text,
            "kind": name.kind,
            "other_name": name.text if name.credited_as else "",
            "character": name.character,
        }
        self._keep("credits", self._place_of(source, line.row.key, line.row.line), **values)

    def _place_of(self, source: Source, key: str, line: int | None) -> Place:
        return self.places.of_line(line) if line else self._place(source, key)

    def _company(self, source: Source, line: CompanyLine) -> None:
        (company,) = merge_companies({source.language: [line]}, languages(), self.report)
        place = self._place_of(source, line.row.key, line.row.line)
        self._keep("companies", place, function=company.function, name=company.name)

    def _festivals(self, language: str, only: dict[str, Source], source: Source) -> None:
        run = FestivalRun(only, self.report)
        if "awards" not in source:
            return
        for award in run.awards():
            values = {name: getattr(award, name).get(language, "") for name in ("name", "body")}
            self._say("awards", source, "awards", **values, year=award.year, result=award.result)
        for one in run.selections():
            festival, section = one.festival.get(language, ""), one.section.get(language, "")
            self._say(
                "selections", source, "awards", festival=festival, section=section,
                city="", country="", country_printed="", date=str(one.year or ""),
            )  # fmt: skip
        if notes := "\n\n".join(run.notes.get(language, ())):
            self._say("texts", source, "awards", language=language, field="award_notes", text=notes)

    def _links(self, source: Source) -> None:
        rows = [(value, line, "external_links", "") for value, line in
                values_of(source, "external_links")]  # fmt: skip
        if url := source.text("full_video_url", self.report):
            rows.append((url, source.entries["full_video_url"].line, "full_video_url", "watch"))
        for value, line, key, kind in rows:
            label, url = read_link(value)
            if not url or url_error(url) or is_own_microsite(url, self.slug, tuple(languages())):
                continue
            place = self._place_of(source, key, line)
            kind = kind or kind_of_link(url, label)
            self._keep("links", place, url=url, label=label, kind=kind)

    def _additional(self, language: str, source: Source) -> None:
        keys = [key for key in ("additional", "additional_info") if key in source]
        texts = [text for key in keys if (text := source.text(key, self.report))]
        if texts:
            self._text(language, "additional_info", source, keys[0], "\n\n".join(texts))

    def _body(self, language: str, body: Body, source: Source) -> None:
        place = self.places.body()
        if body.text:
            self._keep("texts", place, language=language, field="synopsis_long", text=body.text)
        if body.references:
            self._keep("internal_texts", place, text=body.references)

    def _leave_rest(self, front: FrontMatter) -> None:
        """Leave aside what has said nothing, each line with the reason of its key."""
        by_line: dict[int, str] = {}
        for path, number in front.lines.items():
            by_line[number] = self.keys.get(str(path[0]), "") if path else ""
        numbers = {self.places.rows(number, number)[0]: number for number in by_line}
        for line in self.reading.lines_lost():
            key = by_line.get(numbers.get(line.start, 0), "")
            reason = self._reason(line.text, key)
            self.reading.left.append(Left(line.start, line.end, reason))

    def _reason(self, printed: str, key: str) -> Aside:
        if printed == FENCE:
            return Aside.DECORATION
        if key in PICTURES:
            return Aside.FOLDER
        if key == "external_links":
            return Aside.OWN_MICROSITE if "microsite" in printed else Aside.HEADING
        if key in REPEATED:
            return Aside.HEADING if printed.endswith(":") else Aside.SECOND_TIME
        return Aside.NO_FACT
