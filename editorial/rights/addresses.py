"""Addresses that lead somewhere already: whoever may not edit takes none of them.

A film that was renamed, or taken off the site for a while, is still found where it was; so is what
an editor's redirect leads to. Old links must not come to show somebody's page.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils.translation import gettext as _

from editorial.kinds import Document, kind_of
from editorial.models import Address
from editorial.rights.roles import Act, languages_of, may

# Tell of a language and a path whether something that is no record leads on from there.
Leads = Callable[[str, str], bool]
_leading: list[Leads] = []


def register_leading(leads: Leads) -> None:
    """Let a room further out say which addresses it leads on."""
    if leads not in _leading:
        _leading.append(leads)


def taking(user: Any, record_id: int | None, language: str, path: str) -> str:
    """Return why this user cannot give the address to this record, or ''; nobody (the system) may.

    What the record itself has had before is its own, whatever else leads there.
    """
    if user is None or may(user, Act.EDIT):
        return ""
    known = Address.objects.filter(language=language, path=path).select_related("record").first()
    words = {"language": language, "path": path}
    if known is not None and known.record_id != record_id:
        return _(
            "/%(language)s/%(path)s/ is or was an address of “%(other)s”. Only an editor can give "
            "it to something else. Choose another."
        ) % {**words, "other": known.record.key}
    if known is None and any(leads(language, path) for leads in _leading):
        return (
            _(
                "A redirect leads on from /%(language)s/%(path)s/. Only an editor can give this "
                "address to something else. Choose another."
            )
            % words
        )
    return ""


def own_slugs(document: Document | None, codes: Iterable[str]) -> dict[str, str]:
    """Return the word for the address in each of these languages that has one."""
    if document is None:
        return {}
    main = kind_of(document["kind"]).main.name
    words = {code: document["texts"].get(code, {}).get(main, {}).get("slug", "") for code in codes}
    return {code: word for code, word in words.items() if word}


def taking_anew(user: Any, record_id: int, document: Document, before: dict[str, str]) -> str:
    """Return why this user cannot give the record an address that it had not `before`, or ''."""
    for code, word in own_slugs(document, languages_of(user)).items():
        path = "" if word == before.get(code) else _path(document, code)
        if path and (why := taking(user, record_id, code, path)):
            return why
    return ""


def _path(document: Document, language: str) -> str:
    return str(kind_of(document["kind"]).index(document, language).get("path") or "")
