"""What was seen of a pair, said to an editor."""

from collections.abc import Callable, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from people.doubles.names import Likeness
from people.doubles.weighing import Seen, Why
from people.role_words import role_word

LIKENESSES = {
    Likeness.EXACT: gettext_lazy("the same name"),
    Likeness.SCRIPT: gettext_lazy("the same name in another script"),
    Likeness.SWAPPED: gettext_lazy("the same names in another order"),
    Likeness.SOUND: gettext_lazy("the same name in another spelling"),
    Likeness.MIDDLE: gettext_lazy("the same name but for a middle name"),
    Likeness.ADDED: gettext_lazy("the same name with another family name added"),
    Likeness.SHORT: gettext_lazy("the given name is a short or other form"),
    Likeness.SLIP: gettext_lazy("the names differ by a slip"),
    Likeness.INITIALS: gettext_lazy("the initials fit"),
    Likeness.GIVEN: gettext_lazy("the same given name, another family name"),
}
WORDS = {
    Why.SAME_FILM_AND_JOB: gettext_lazy("the same job in the same film: %(about)s"),
    Why.SAME_FILM: gettext_lazy("both work on the same film: %(about)s"),
    Why.SAME_JOB: gettext_lazy("the same job: %(about)s"),
    Why.SAME_FIELD: gettext_lazy("the same field: %(about)s"),
    Why.SAME_BIRTH: gettext_lazy("the same birth: %(about)s"),
    Why.SAME_WEBSITE: gettext_lazy("the same website: %(about)s"),
    Why.OTHER_FIELDS: pgettext_lazy("likely doubles", "no job in common"),
    Why.OTHER_IN_LIST: gettext_lazy("both in one list of the same film: %(about)s"),
    Why.OTHER_BIRTH: gettext_lazy("different births: %(about)s"),
    Why.OTHER_TIMES: gettext_lazy("fifty years and more between their films: %(about)s"),
    Why.FITS_OTHERS: gettext_lazy("the initials fit others as well"),
}


def say_likeness(likeness: Likeness) -> str:
    return str(LIKENESSES[likeness])


def say_seen(
    seen: Seen, titles: Mapping[int, str], fields: Mapping[str, str], language: str
) -> str:
    """Return one reason; `titles` of films are by primary key, `fields` (departments) by key."""
    say: dict[Why, Callable[[str], str]] = {
        Why.SAME_FILM_AND_JOB: lambda pk: titles.get(int(pk), ""),
        Why.SAME_FILM: lambda pk: titles.get(int(pk), ""),
        Why.OTHER_IN_LIST: lambda pk: titles.get(int(pk), ""),
        Why.SAME_JOB: lambda key: role_word(key, "", language) or key,
        Why.SAME_FIELD: lambda key: fields.get(key, key),
    }
    told = [say.get(seen.why, str)(about) for about in seen.about]
    return str(WORDS[seen.why]) % {"about": _join(told)}


def _join(texts: Sequence[str]) -> str:
    told = [text for text in texts if text]
    return ", ".join(told[:3]) + (_(" and more") if len(told) > 3 else "")
