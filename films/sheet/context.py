"""What all parts of a sheet need while it is made."""

from collections.abc import Mapping
from dataclasses import dataclass

from editorial.kinds import Document
from editorial.texts import Text, choose_text
from films.sheet.lookups import Lookups


@dataclass(frozen=True)
class Context:
    """A film's document with its language, the languages to fall back to, and all look-ups."""

    document: Document
    language: str
    order: tuple[str, ...]
    lookups: Lookups

    def text(self, part: str, uuid: str, name: str) -> Text:
        """Return the translated field of a row."""
        values = {
            language: texts.get(part, {}).get(uuid, {}).get(name, "")
            for language, texts in self.document["texts"].items()
        }
        return choose_text(values, self.order)

    def fact_text(self, name: str) -> Text:
        """Return a translated field of the film itself."""
        values = {
            language: texts.get("facts", {}).get(name, "")
            for language, texts in self.document["texts"].items()
        }
        return choose_text(values, self.order)

    def choose(self, values: Mapping[str, str]) -> Text:
        """Choose among a shared row's names: any language is better than none.

        For names only: prose such as a caption falls back to live languages (`choose_text`).
        """
        others = [language for language in values if language not in self.order]
        return choose_text(values, [*self.order, *others])
