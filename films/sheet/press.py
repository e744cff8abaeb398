"""What others wrote about a film."""

from datetime import date
from typing import Any

from editorial.texts import EMPTY, Text
from films.abridging import tidy_omissions
from films.choices import PressKind
from films.sheet.context import Context
from films.sheet.objects import ArticleSheet, QuoteSheet
from films.sheet.words import name_source_language, show_date


def make_quotes(context: Context) -> tuple[QuoteSheet, ...]:
    """Return the quotes, those that stand out first."""
    items = {row["uuid"]: row for row in context.document.get("press_items", [])}
    quotes = [
        _make_quote(context, row, items[row["press_item"]])
        for row in context.document.get("quotes", [])
    ]
    return tuple(sorted(quotes, key=lambda quote: not quote.is_featured))


def _make_quote(context: Context, row: dict[str, Any], item: dict[str, Any]) -> QuoteSheet:
    spoken, day = item.get("language", ""), _day(item)
    translation = context.text("quotes", row["uuid"], "translation")
    is_translated = bool(translation) and not translation.is_foreign and spoken != context.language
    is_foreign = bool(spoken) and spoken != context.language
    whole = Text(row["text"], spoken, is_foreign)
    short = Text(tidy_omissions(row.get("abridged", "")), spoken, is_foreign)
    shown = translation if is_translated else short or whole
    return QuoteSheet(
        text=row["text"],
        language=spoken,
        translation=translation,
        author=item.get("author", ""),
        outlet=item.get("outlet", ""),
        title=item["title"],
        url=item.get("url", ""),
        shown_date=show_date(day, item["precision"], context.language),
        is_featured=row.get("is_featured", False),
        kind=item["kind"],
        published_on=day,
        precision=item["precision"],
        abridged=short.value,
        shown=shown,
        original=EMPTY if shown.value == whole.value else whole,
        translated_from=name_source_language(spoken, context.language) if is_translated else "",
        is_translated=is_translated,
    )


def make_articles(context: Context) -> tuple[ArticleSheet, ...]:
    """Return the press items of which nothing is quoted."""
    quoted = {row["press_item"] for row in context.document.get("quotes", [])}
    return tuple(
        ArticleSheet(
            title=item["title"],
            author=item.get("author", ""),
            outlet=item.get("outlet", ""),
            url=item.get("url", ""),
            shown_date=show_date(_day(item), item["precision"], context.language),
            language=item.get("language", ""),
            kind_label=str(PressKind(item["kind"]).label),
        )
        for item in context.document.get("press_items", [])
        if item["uuid"] not in quoted
    )


def _day(item: dict[str, Any]) -> date | None:
    return date.fromisoformat(item["date"]) if item.get("date") else None
