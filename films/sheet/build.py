"""Make a sheet: from what is live, or from what stands on the desk."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.utils import timezone, translation

from editorial.documents import document_of
from editorial.kinds import Document
from editorial.models import Publication, Record
from films.choices import Category, Colour, LinkKind, Status, Usage
from films.sheet.context import Context
from films.sheet.credits import CAST, make_departments, make_functions, make_names
from films.sheet.festivals import make_awards, make_screenings, make_selections
from films.sheet.lookups import NOTHING, Wanted, in_languages, look_up
from films.sheet.media import make_pictures
from films.sheet.objects import (
    CountryName,
    FilmSheet,
    LanguageLink,
    LinkSheet,
    VersionSheet,
)
from films.sheet.press import make_articles, make_quotes
from films.sheet.releases import make_releases
from films.sheet.trailers import make_trailers
from films.sheet.words import country_name, language_name, show_runtime

TEXTS = (
    "title",
    "tagline",
    "logline",
    "synopsis_short",
    "synopsis_medium",
    "synopsis_long",
    "press_note",
    "directors_statement",
    "production_notes",
    "interview",
    "award_notes",
    "additional_info",
    "seo_title",
    "seo_description",
)


def live_sheet(
    publications: list[Publication], language: str, now: datetime | None = None
) -> FilmSheet | None:
    """Make the sheet of a film's live publications; None if the language is not live."""
    document = live_document(publications, language)
    return make_sheet(document, language, now) if document else None


def live_document(publications: list[Publication], language: str) -> Document | None:
    """Join a film's live publications to the document they show; None if not in `language`."""
    by_language = {publication.language: publication for publication in publications}
    if language not in by_language or "" not in by_language:
        return None
    texts = {code: publication.texts for code, publication in by_language.items() if code}
    return {**by_language[""].parts, "texts": texts}


def desk_sheet(record: Record, language: str) -> FilmSheet | None:
    """Make the sheet of what stands on the desk, for previews."""
    document = document_of(record)
    return make_sheet(document, language) if document else None


def make_sheet(document: Document, language: str, now: datetime | None = None) -> FilmSheet:
    """Make the sheet of a document. Falls back only to the languages it contains."""
    now = now or timezone.now()
    with translation.override(language):
        return fill_sheet(make_context(document, language, now), now)


def make_context(
    document: Document, language: str, now: datetime, also: Wanted = NOTHING
) -> Context:
    """Fetch what a sheet needs, with what another room wants beside it."""
    codes = [code for code, _name in settings.LANGUAGES]
    order = (language, *(c for c in codes if c != language and c in document["texts"]))
    return Context(document, language, order, look_up(document, now, also))


def fill_sheet(context: Context, now: datetime) -> FilmSheet:
    """Make the sheet; the reader's language must be active."""
    document, facts = context.document, context.document["facts"]
    names = make_names(context)
    departments = make_departments(context, names)
    original = [row["title"] for row in document.get("titles", []) if row["kind"] == "original"]
    return FilmSheet(
        uuid=document["uuid"],
        key=document["key"],
        language=context.language,
        languages=_make_languages(document),
        path=document["texts"].get(context.language, {}).get("facts", {}).get("slug", ""),
        titles=tuple((row["kind"], row["title"]) for row in document.get("titles", [])),
        original_title=original[0] if original else "",
        category=facts["category"],
        category_label=str(Category(facts["category"]).label),
        status=facts["status"],
        status_label=str(Status(facts["status"]).label),
        year=facts.get("year"),
        genres=_make_genres(context, facts.get("genres", [])),
        countries=tuple(
            CountryName(
                row["code"], country_name(row["code"], context.language), row.get("note", "")
            )
            for row in document.get("countries", [])
        ),
        copyright_line=facts.get("copyright_line", ""),
        versions=tuple(_make_version(context, row) for row in document.get("versions", [])),
        directors=tuple(name for key, _printed, name in names if key == "director"),
        cast=tuple(name for key, _printed, name in names if key == CAST),
        departments=departments,
        functions=make_functions(context),
        selections=make_selections(context),
        awards=make_awards(context),
        screenings=make_screenings(context, now),
        releases=make_releases(context),
        quotes=make_quotes(context),
        articles=make_articles(context),
        links=tuple(_make_link(context, row) for row in document.get("links", [])),
        external_ids=tuple((r["scheme"], r["value"]) for r in document.get("external_ids", [])),
        stills=make_pictures(context, Usage.STILL),
        posters=make_pictures(context, Usage.POSTER) or make_pictures(context, Usage.TEASER),
        title_art=next(iter(make_pictures(context, Usage.TITLE_ART)), None),
        background=next(iter(make_pictures(context, Usage.BACKGROUND)), None),
        trailers=make_trailers(context),
        texts_by_language={
            code: {name: value for name, value in texts.get("facts", {}).items() if name != "slug"}
            for code, texts in document["texts"].items()
        },
        **{name: context.fact_text(name) for name in TEXTS},
    )


def _make_languages(document: Document) -> tuple[LanguageLink, ...]:
    links = []
    for code, _name in settings.LANGUAGES:
        texts = document["texts"].get(code, {}).get("facts", {})
        if texts.get("slug"):
            own_name = language_name(code, code)
            links.append(LanguageLink(code, own_name, texts.get("title", ""), texts["slug"]))
    return tuple(links)


def _make_genres(context: Context, keys: list[str]) -> tuple[str, ...]:
    genres = (context.lookups.genres[key] for key in keys if key in context.lookups.genres)
    return tuple(context.choose(in_languages(genre, "name")).value for genre in genres)


def _make_version(context: Context, row: dict[str, Any]) -> VersionSheet:
    def named(codes: list[str]) -> str:
        return ", ".join(language_name(code, context.language) for code in codes)

    seconds = row.get("runtime_seconds")
    silent = row.get("has_no_dialogue", False)
    return VersionSheet(
        is_main=row.get("is_main", False),
        name=context.text("versions", row["uuid"], "name"),
        runtime_seconds=seconds,
        runtime=show_runtime(seconds),
        format=row.get("format", ""),
        aspect_ratio=row.get("aspect_ratio", ""),
        colour=str(Colour(row["colour"]).label) if row.get("colour") else "",
        sound=row.get("sound", ""),
        dialogue=translation.gettext("No dialogue")
        if silent
        else named(row.get("dialogue_languages", [])),
        subtitles=named(row.get("subtitle_languages", [])),
        note=context.text("versions", row["uuid"], "note"),
        has_no_dialogue=silent,
        dialogue_languages=tuple(row.get("dialogue_languages", [])),
        subtitle_languages=tuple(row.get("subtitle_languages", [])),
    )


def _make_link(context: Context, row: dict[str, Any]) -> LinkSheet:
    label = context.text("links", row["uuid"], "label").value
    return LinkSheet(row["kind"], row["url"], label or str(LinkKind(row["kind"]).label))
