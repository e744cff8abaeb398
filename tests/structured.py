"""What machines read in a page: JSON-LD (extruct), links and meta properties of its head."""

import re
from html import unescape

import extruct

LINK = re.compile(r"<link ([^>]+)>")
META = re.compile(r'<meta property="([^"]+)" content="([^"]*)"')
ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')


def nodes_of(response) -> list[dict]:
    """Return every thing that the page describes at its top level."""
    found = extruct.extract(response.content.decode(), syntaxes=["json-ld"])["json-ld"]
    return [node for document in found for node in document["@graph"]]


def node_of(response, kind: str) -> dict:
    """Return the only thing of this type."""
    (node,) = [node for node in nodes_of(response) if node["@type"] == kind]
    return node


def links_of(response, relation: str) -> list[dict[str, str]]:
    """Return the attributes of the links of one relation in the head."""
    found = [dict(ATTRIBUTE.findall(unescape(m))) for m in LINK.findall(response.content.decode())]
    return [link for link in found if link.get("rel") == relation]


def canonical_of(response) -> list[str]:
    return [link["href"] for link in links_of(response, "canonical")]


def alternates_of(response) -> dict[str, str]:
    """Return the addresses of the page by language, x-default among them."""
    links = links_of(response, "alternate")
    return {link["hreflang"]: link["href"] for link in links if "hreflang" in link}


def properties_of(response) -> dict[str, list[str]]:
    """Return the Open Graph properties, each with all its values."""
    found: dict[str, list[str]] = {}
    for name, content in META.findall(response.content.decode()):
        found.setdefault(name, []).append(unescape(content))
    return found
