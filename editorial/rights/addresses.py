"""Addresses that lead somewhere already: whoever may not edit takes none of them.

A film that was renamed, or taken off the site for a while, is still found where it was; so is what
an editor's redirect leads to. Old links must not come to show somebody's page.
"""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from editorial.kinds import Document, kind_of
from editorial.leading import elsewhere, is_led_on, is_own
from editorial.rights.roles import Act, languages_of, may


def taking(user: Any, record_id: int | None, language: str, path: str) -> str:
    """Return why this user cannot give the address to this record, or ''; nobody (the system) may.

    What the record itself has had before is its own, whatever else leads there.
    """
    if user is None or may(user, Act.EDIT):
        return ""
    words = {"language": language, "path": path}
    if other := elsewhere(record_id, language, path):
        return _(
            "/%(language)s/%(path)s/ is or was an address of “%(other)s”. Only an editor can give "
            "it to something else. Choose another."
        ) % {**words, "other": other.record.key}
    if is_led_on(language, path) and not is_own(record_id, language, path):
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
