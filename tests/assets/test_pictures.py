"""The picture component."""

import re
from dataclasses import dataclass
from pathlib import Path

from django.template.loader import render_to_string

from assets.renditions import Picture
from assets.specs import CROPS

SHA = "ab" * 32
LARGE = Picture(SHA, 1800, 1200, True, 20, 30, True, "h9l1")


def render(**inputs):
    return render_to_string("components/picture.html", {"alt": "A ferry", **inputs})


def attributes(html, name):
    """The attributes of each element of this name."""
    found = re.findall(rf"<{name}\b([^>]*)>", html)
    return [dict(re.findall(r'([a-z]+)="([^"]*)"', one)) for one in found]


def test_picture_below_the_fold_waits():
    (image,) = attributes(render(picture=LARGE), "img")
    assert {name: image.get(name) for name in ("loading", "decoding", "fetchpriority")} == {
        "loading": "lazy", "decoding": "async", "fetchpriority": None,
    }  # fmt: skip
    assert image["class"].split() == ["picture__image", "tone-l1", "tone-h9", "fx-20", "fy-30"]


def test_large_picture_at_the_top_comes_first():
    (image,) = attributes(render(picture=LARGE, eager=True), "img")
    assert (image.get("loading"), image["fetchpriority"]) == (None, "high")


def test_every_source_keeps_its_place():
    sources = attributes(render(picture=LARGE, crop="hero", sizes="100vw"), "source")
    assert [(s["type"], s["width"], s["height"], s["sizes"]) for s in sources] == [
        ("image/avif", "800", "1000", "100vw"), ("image/jpeg", "800", "1000", "100vw"),
        ("image/avif", "1800", "1012", "100vw"), ("image/jpeg", "1800", "1012", "100vw"),
    ]  # fmt: skip
    assert [s.get("media", "") for s in sources] == [
        "(max-width: 47.99rem) and (orientation: portrait)"
    ] * 2 + ["", ""]


def test_component_without_a_crop_shows_the_whole_picture():
    html = render(picture=LARGE)
    assert html.split(">")[0].strip() == '<picture class="picture"'
    assert [s["type"] for s in attributes(html, "source")] == [
        "image/avif", "image/webp", "image/jpeg",
    ]  # fmt: skip


def test_component_has_no_inline_style():
    assert " style=" not in render(picture=LARGE, crop="square", eager=True)


@dataclass(frozen=True)
class Name:
    name: str
    slug: str = ""


def words(**inputs):
    html = render_to_string("components/caption.html", {"language": "en", **inputs})
    return " ".join(re.sub(r"(?<=>)\s+|\s+(?=<)", "", html).split())


def test_owner_is_no_photographer():
    assert '<span class="figure__credit">© Nord Film</span>' in words(credit="© Nord Film")
    assert ">Photo: Ada, © Nord Film<" in words(credit="Ada, © Nord Film")
    assert ">Ada, © Nord Film<" in words(credit="Ada, © Nord Film", drawn=True)


def test_person_is_a_link_where_the_caption_names_him_or_her():
    html = words(caption="Ada & Bo <1>", people=[Name("Ada", "ada"), Name("Bo")], credit="")
    assert html == (
        '<figcaption class="figure__caption"><span>'
        '<a href="/en/people/ada/">Ada</a>&amp; Bo &lt;1&gt;</span></figcaption>'
    )


def test_who_is_not_named_in_the_caption_stands_beside_it():
    html = words(caption="The Adamant", people=[Name("Ada", "ada"), Name("<Bo>")], credit="")
    assert html.endswith(
        '<span class="visually-hidden">On the picture:</span>'
        '<a href="/en/people/ada/">Ada</a>, &lt;Bo&gt;</span></figcaption>'
    )


def test_name_in_a_name_is_no_link_of_its_own():
    people = [Name("Ada", "ada"), Name("Ada Lind", "ada-lind")]
    html = words(caption="Ada Lind and Ada", people=people, credit="")
    assert re.findall(r'people/([^/]+)/">([^<]+)<', html) == [
        ("ada-lind", "Ada Lind"),
        ("ada", "Ada"),
    ]


def test_caption_of_nothing_leaves_no_trace():
    assert words(caption="", credit="", people=[]) == ""


def test_templates_ask_for_crops_of_the_table_only():
    asked = {
        name
        for path in Path("templates").rglob("*.html")
        for name in re.findall(r'html" with [^%]*\bcrop="([^"]*)"', path.read_text())
    }
    shapes = set(
        re.findall(r"\.picture--([a-z]+) ", Path("static/css/components/picture.css").read_text())
    )
    assert "tile" in asked
    assert asked - {""} <= shapes
    assert shapes == {crop.name for crop in CROPS} - {"card"}
