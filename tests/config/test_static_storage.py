"""Style sheets as visitors get them: in one piece, small, with addresses that lead to files."""

import re
import shutil
from pathlib import Path

import brotli
from django.conf import settings
from django.core.management import call_command

from config.static_storage import flatten, shorten

STATIC = settings.BASE_DIR / "static"
SHEETS = {path.relative_to(STATIC).as_posix(): path.read_text() for path in STATIC.rglob("*.css")}
SITE_BYTES = 15_000
FONT_BYTES = 55_000


def test_imports_stand_in_place_of_their_line():
    sheets = {
        "a/all.css": '@layer x, y; @import url("../b/one.css"); p { color: red; }',
        "b/one.css": '@import "kept.css"; b { background: url("pic.svg") }',
    }
    assert flatten("a/all.css", sheets) == (
        '@layer x, y; @import "kept.css"; b { background: url("../b/pic.svg") } p { color: red; }'
    )


def test_imports_of_imports_are_found_from_another_folder():
    sheets = {
        "a.css": '@import url("b/b.css");',
        "b/b.css": '@import url("c/c.css"); @import url("../d.css");',
        "b/c/c.css": "c { mask: url(c.svg), url(data:image/png;base64,AA) }",
        "d.css": "d { mask: url(d.svg) }",
    }
    assert flatten("a.css", sheets) == (
        'c { mask: url("b/c/c.svg"), url(data:image/png;base64,AA) } d { mask: url(d.svg) }'
    )


def test_layer_of_an_import_is_kept():
    sheets = {"a.css": "@import url(b.css) layer(low);", "b.css": "b { top: 0 }"}
    assert flatten("a.css", sheets) == "@layer low {\nb { top: 0 }\n}"


def test_sheet_that_imports_itself_ends():
    sheets = {"a.css": '@import url("a.css"); b { top: 0 }'}
    assert flatten("a.css", sheets) == '@import url("a.css"); b { top: 0 }'


def test_shortened_sheet_keeps_strings_and_loses_comments():
    text = (
        'a::after { content: " /* no */ ;  "; /* yes */ }\n\n@media (width > 1px) { b { top: 0; } }'
    )
    assert shorten(text) == ('a::after{content: " /* no */ ;  "}@media (width > 1px){b{top: 0}}')


def test_every_component_of_the_public_site_is_in_its_sheet():
    imported = re.findall(r'@import url\("components/([\w-]+\.css)"\)', SHEETS["css/site.css"])
    assert sorted(imported) == sorted(path.name for path in STATIC.glob("css/components/*.css"))


def test_sheet_of_the_public_site_stays_light():
    text = shorten(flatten("css/site.css", SHEETS))
    assert "@import" not in text
    assert len(brotli.compress(text.encode(), quality=9)) < SITE_BYTES


def test_letters_of_a_page_in_english_or_german_stay_light():
    latin = sorted(set(re.findall(r"[\w-]+-latin\.woff2", SHEETS["css/fonts.css"])))
    assert latin == ["sans-latin.woff2", "serif-italic-latin.woff2", "serif-latin.woff2"]
    assert sum((STATIC / "fonts" / name).stat().st_size for name in latin) < FONT_BYTES


def test_collected_sheets_are_whole_and_lead_to_files(settings, tmp_path, collected):
    root = shutil.copytree(collected, tmp_path / "static")
    settings.STATIC_ROOT = str(root)
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "config.static_storage.OneSheetStorage"},
    }
    for is_again in (False, True):
        if is_again:
            call_command("collectstatic", interactive=False, verbosity=0)
        [site] = root.glob("css/site.*.css")
        text = site.read_text()
        addresses = re.findall(r'url\("([^"]+)"\)', text)
        assert "@import" not in text
        assert len(addresses) > 10
        assert [a for a in addresses if not Path(site.parent, a).is_file()] == []
