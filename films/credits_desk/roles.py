"""The roles of this house: those of the vocabulary and those that editors added, by any word."""

from django.utils.text import capfirst

from editorial.fields import any_text, columns
from people.models import Role
from people.vocabulary import find_role as find_known
from people.vocabulary import spelling_key

WORDS = (*columns("name"), *columns("name_feminine"), *columns("name_masculine"))


class RoleWords:
    """Finds roles by what is printed; one query."""

    def __init__(self) -> None:
        roles = Role.objects.select_related("department").order_by("department__position")
        self.by_key = {role.key: role for role in roles}
        self.by_word: dict[str, str] = {}
        for key, role in self.by_key.items():
            words = [getattr(role, name) or "" for name in WORDS]
            for word in (key, *words, *(str(alias) for alias in role.aliases or ())):
                if spelling := spelling_key(word):
                    self.by_word.setdefault(spelling, key)

    def find(self, text: str) -> str:
        """Return the key of the role that a printed word means, or ''."""
        word = spelling_key(text)
        known = find_known(text)
        if known and known.key in self.by_key:
            return known.key
        return self.by_word.get(word) or self.by_word.get(word.removesuffix("s"), "")

    def label(self, key: str) -> str:
        role = self.by_key.get(key)
        return capfirst(any_text(role, "name") or key) if role else ""

    def labels(self) -> list[str]:
        return sorted({self.label(key) for key in self.by_key}, key=str.casefold)
