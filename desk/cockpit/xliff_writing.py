"""Texts for an agency, as XLIFF 1.2: one <file> per record and source language."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from django.utils.translation import gettext as _

from desk.cockpit.items import Group, Item
from desk.cockpit.xliff import NAMESPACE, STATES, VERSION, WAS, xml_text
from editorial.translating.states import Look

HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="{VERSION}" xmlns="{NAMESPACE}">\n'
FOOT = "</xliff>\n"


def write_xliff(screens: Iterable[tuple[str, list[Group]]]) -> Iterator[str]:
    """Yield the file in pieces. A screen is a title with the texts to be translated."""
    yield HEAD
    for title, groups in screens:
        items = [item for group in groups for item in group.items]
        for (uuid, source), mine in groupby(items, _file_of):
            yield _file(uuid, source, title, list(mine))
    yield FOOT


def _file_of(item: Item) -> tuple[str, str]:
    return str(item.record.uuid), item.state.source_language


def _file(uuid: str, source: str, title: str, items: list[Item]) -> str:
    record = items[0].record
    attributes = _attributes(
        {
            "original": f"{record.kind}/{record.key}",
            "source-language": source,
            "target-language": items[0].state.language,
            "datatype": "plaintext",
        }
    )
    units = "".join(_unit(item) for item in items)
    note = _element("note", title)
    return (
        f"<file{attributes}>\n<header>{note}</header>\n<body>\n"
        f"<group id={quoteattr(uuid)}>\n{units}</group>\n</body>\n</file>\n"
    )


def _unit(item: Item) -> str:
    state = item.state
    attributes = {
        "id": item.id,
        "resname": item.label,
        "extradata": WAS + item.was,
        "xml:space": "preserve",
    }
    if item.max_length:
        attributes |= {"maxwidth": str(item.max_length), "size-unit": "char"}
    lines = [
        f"<trans-unit{_attributes(attributes)}>",
        _element("source", state.source, {"xml:lang": state.source_language}),
        _element("target", state.target, {"xml:lang": state.language, "state": STATES[state.look]}),
        _element("note", _note(item), {"from": "Lichtspiel"}),
    ]
    if state.former_source:
        former = _element("source", state.former_source, {"xml:lang": state.source_language})
        target = _element("target", state.target, {"xml:lang": state.language})
        lines.append(f'<alt-trans alttranstype="previous-version">{former}{target}</alt-trans>')
    return "\n".join([*lines, "</trans-unit>\n"])


def _note(item: Item) -> str:
    """Return what a translator who does not see the desk should know."""
    parts = [f"{item.place}: {item.label}" if item.place else item.label]
    if item.limit:
        parts.append(_("At most %(n)d words.") % {"n": item.limit})
    if item.max_length:
        parts.append(_("At most %(n)d characters.") % {"n": item.max_length})
    if item.is_long:
        parts.append(_("Markdown: keep the signs such as * and ##."))
    if item.state.look is Look.OUTDATED:
        parts.append(_("The source has changed since this was translated."))
    return " · ".join(parts)


def _element(name: str, text: str, attributes: dict[str, str] | None = None) -> str:
    return f"<{name}{_attributes(attributes or {})}>{escape(xml_text(text))}</{name}>"


def _attributes(attributes: dict[str, str]) -> str:
    return "".join(f" {name}={quoteattr(xml_text(text))}" for name, text in attributes.items())
