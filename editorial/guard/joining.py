"""A record's document with each row's texts inside the row, so that a row is one thing to merge."""

from typing import Any, TypeAlias

from editorial.kinds import Document, Kind
from editorial.merging import MISSING, Path

TEXTS = "texts"
Joined: TypeAlias = dict[str, Any]


def join(kind: Kind, document: Document) -> Joined:
    """Return a copy in which a row has its texts: {"uuid": ..., "texts": {"de": {...}}}."""
    joined: Joined = {name: value for name, value in document.items() if name != TEXTS}
    texts = document.get(TEXTS, {})
    main = kind.main.name
    joined[TEXTS] = {code: {main: dict(t[main])} for code, t in texts.items() if main in t}
    for part in kind.parts[1:]:
        joined[part.name] = [
            _with_texts(row, part.name, texts) for row in document.get(part.name, [])
        ]
    joined[main] = dict(document.get(main, {}))
    return joined


def _with_texts(row: dict[str, Any], part: str, texts: dict[str, Any]) -> dict[str, Any]:
    own = {code: dict(t[part][row["uuid"]]) for code, t in texts.items()
           if row["uuid"] in t.get(part, {})}  # fmt: skip
    return {**row, TEXTS: own} if own else dict(row)


def part_joined(kind: Kind, joined: Joined) -> Document:
    """Return the document again, as `document_of` would make it."""
    document: Document = {name: value for name, value in joined.items() if name != TEXTS}
    texts = {code: dict(parts) for code, parts in joined[TEXTS].items()}
    for part in kind.parts[1:]:
        rows = []
        for row in joined[part.name]:
            rows.append({name: value for name, value in row.items() if name != TEXTS})
            for code, own in row.get(TEXTS, {}).items():
                if own:
                    texts.setdefault(code, {}).setdefault(part.name, {})[row["uuid"]] = own
        document[part.name] = rows
    document[TEXTS] = {code: kept for code, parts in texts.items() if (kept := _full(parts))}
    return document


def _full(parts: dict[str, Any]) -> dict[str, Any]:
    return {name: texts for name, texts in parts.items() if texts}


def value_at(joined: Any, path: Path) -> Any:
    """Return what stands at a path of `merge`, MISSING if nothing does."""
    for step in path:
        if isinstance(joined, list):
            joined = next((row for row in joined if row["uuid"] == step), MISSING)
        elif isinstance(joined, dict):
            joined = joined.get(step, MISSING)
        else:
            return MISSING
    return joined


def put_at(joined: Joined, path: Path, value: Any) -> None:
    """Put a value at a path, MISSING to take it away; a row that is not there is not made."""
    holder = joined
    for step in path[:-1]:
        if isinstance(holder, dict):
            holder = holder.setdefault(step, {})
        else:
            holder = value_at(holder, (step,))
            if holder is MISSING:
                return
    if isinstance(holder, list):
        place = next((n for n, row in enumerate(holder) if row["uuid"] == path[-1]), len(holder))
        holder[place : place + 1] = [] if value is MISSING else [value]
    elif value is MISSING:
        holder.pop(path[-1], None)
    else:
        holder[path[-1]] = value


def document_path(path: Path) -> Path:
    """Return the path in the document as it is stored: texts stand apart from their rows."""
    if len(path) == 5 and path[2] == TEXTS:
        part, uuid, _texts, code, name = path
        return (TEXTS, code, part, uuid, name)
    return path
