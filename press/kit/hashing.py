"""One hash for the contents of a kit: what decides whether a built one is out of date."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

from assets.renditions import Picture
from editorial.documents import hash_of
from press.kit.contents import KitContents


def contents_hash(contents: KitContents, version: str = "") -> str:
    """SHA-256 of everything a kit says; `version` is that of the code that writes the format.

    The moment of the last change is no part: a change that no kit shows outdates none.
    """
    told = {**_plain(contents), "as_of": ""}
    return hash_of({"contents": told, "version": version})


def _plain(value: Any) -> Any:
    if isinstance(value, Picture):
        return [value.sha256, value.focal_x, value.focal_y]
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value if isinstance(value, str | int | float | bool | None) else str(value)
