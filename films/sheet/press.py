"""What others wrote about a film."""

from datetime import date

from films.sheet.context import Context
from films.sheet.objects import QuoteSheet
from films.sheet.words import show_date


def make_quotes(context: Context) -> tuple[QuoteSheet, ...]:
    items = {row["uuid"]: row for row in context.document.get("press_items", [])}
    sheets = []
    for row in context.document.get("quotes", []):
        item = items[row["press_item"]]
        day = date.fromisoformat(item["date"]) if item.get("date") else None
        sheets.append(
            QuoteSheet(
                text=row["text"],
                language=item.get("language", ""),
                translation=context.text("quotes", row["uuid"], "translation"),
                author=item.get("author", ""),
                outlet=item.get("outlet", ""),
                title=item["title"],
                url=item.get("url", ""),
                shown_date=show_date(day, item["precision"], context.language),
                is_featured=row.get("is_featured", False),
                kind=item["kind"],
                published_on=day,
                precision=item["precision"],
            )
        )
    return tuple(sheets)
