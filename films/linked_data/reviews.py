"""What critics wrote. Nobody's words become a number: there is no rating."""

from films.choices import PressKind
from films.sheet.objects import QuoteSheet
from pages.linked_data import Node


def review_data(quote: QuoteSheet) -> Node:
    """Return a Review in its own words; nothing unless critic and medium are known."""
    if quote.kind != PressKind.REVIEW or not (quote.author and quote.outlet):
        return {}
    day = quote.published_on
    return {
        "@type": "Review",
        "name": quote.title,
        "reviewBody": quote.text,
        "inLanguage": quote.language,
        "author": {"@type": "Person", "name": quote.author},
        "publisher": {"@type": "Organization", "name": quote.outlet},
        "datePublished": day.isoformat() if day and quote.precision == "day" else "",
        "url": quote.url,
    }
