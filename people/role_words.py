"""The word for what somebody did, in the form that fits the person."""

from editorial.fields import any_text, column
from editorial.memory import remember
from people.models import Role

FORMS = {"f": "name_feminine", "m": "name_masculine"}
LAST_RANK = 9_999


def role_word(key: str, word_form: str, language: str) -> str:
    """Return the role's word, e.g. Kamerafrau for word form f; '' if the role is not known."""
    role = _roles().get(key)
    if role is None:
        return ""
    name = FORMS.get(word_form, "name")
    own = getattr(role, column(name, language)) or getattr(role, column("name", language))
    return str(own or any_text(role, "name"))


def role_rank(key: str) -> int:
    """Return the role's place among all; the director stands at the top."""
    role = _roles().get(key)
    return role.billing_rank if role else LAST_RANK


def _roles() -> dict[str, Role]:
    return remember(("role words",), lambda: {role.key: role for role in Role.objects.all()})
