"""Text in the reader's language, or marked as what it is instead."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString

from editorial.prose import plain_text, render_markdown


@dataclass(frozen=True)
class Text:
    """A text with the language it is really in; `is_foreign` if that is not the page's."""

    value: str = ""
    language: str = ""
    is_foreign: bool = False

    def __bool__(self) -> bool:
        return bool(self.value)

    def __str__(self) -> str:
        return self.value

    @property
    def html(self) -> SafeString:
        return render_markdown(self.value)

    @property
    def plain(self) -> str:
        return plain_text(self.value)


EMPTY = Text()


def choose_text(values: Mapping[str, str], order: Iterable[str]) -> Text:
    """Return the first text in the order of languages; the first of these is the page's own."""
    wanted = list(order)
    for language in wanted:
        if values.get(language):
            return Text(values[language], language, language != wanted[0])
    return EMPTY
