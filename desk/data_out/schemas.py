"""The JSON Schemas of what this site gives out, at a public address each."""

import json
from pathlib import Path
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

import films
from pages.absolute import absolute

HERE = Path(__file__).parent
FILMS = Path(films.__file__).parent
SCHEMAS = {
    "site": HERE / "site.schema.json",
    "film": FILMS / "film.schema.json",
    "films": FILMS / "films.schema.json",
}


def read_schema(name: str) -> dict[str, Any]:
    """Return the schema with its own address, by which the others are found."""
    schema: dict[str, Any] = json.loads(SCHEMAS[name].read_text(encoding="utf-8"))
    address = absolute(reverse("schema", args=[name]))
    return {"$schema": schema.pop("$schema"), "$id": address, **schema}


def show_schema(request: HttpRequest, name: str) -> HttpResponse:
    if name not in SCHEMAS:
        raise Http404
    text = json.dumps(read_schema(name), ensure_ascii=False, indent=1)
    return HttpResponse(text, content_type="application/schema+json; charset=utf-8")
