"""Public code reads publications and sheets, never a film's rows: a draft cannot leak there."""

import ast
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
PUBLIC = [
    "films/front.py",
    "films/views.py",
    "films/honours.py",
    "films/serialising.py",
    "films/calendar.py",
    "films/festival_run.py",
    "films/festival_views.py",
    "films/finding.py",
    "films/icalendar_feed.py",
    "films/laurel_views.py",
    "films/programme.py",
    "films/run.py",
    "films/screening_views.py",
    "films/templatetags/festivals.py",
    *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "films/laurels").glob("*.py")),
    "films/social.py",
    "films/record_parts.py",
    "films/templatetags/film.py",
    "people/views.py",
    "people/linked_data.py",
    "people/company_films.py",
    "people/depicted.py",
    "people/filmography.py",
    "people/names_shown.py",
    "people/shown.py",
    "pages/linked_data.py",
    "pages/page_data.py",
    "pages/social.py",
    "pages/alternates.py",
    "people/finding.py",
    "pages/views.py",
    "pages/legal.py",
    "pages/listing.py",
    "pages/counting.py",
    "pages/paging.py",
    "pages/tiles.py",
    "pages/chrome.py",
    "pages/templatetags/site.py",
    "desk/views.py",
    "desk/site_files.py",
    "desk/feed.py",
    *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "desk/sitemap").glob("*.py")),
    "desk/errors.py",
    *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "microsites/hosts").glob("*.py")),
    *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "desk/search_page").glob("*.py")),
    *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "films/catalogue").glob("*.py")),
    *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "films/sheet").glob("*.py")),
    *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "films/linked_data").glob("*.py")),
    *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "press").glob("*.py")),
    "press/templatetags/press.py",
    "press/sharing/public.py",
    *(f"microsites/{name}.py" for name in ("views", "showing", "documents", "defaults", "asking")),
    *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "microsites/sheet").glob("*.py")),
    *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "microsites/blocks").glob("*.py")),
    *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "microsites/phases").glob("*.py")),
]
# Vocabulary is no draft: its rows are shared by all films and shown as they are. Nor is a film's
# own host, which holds as soon as it is saved.
ALLOWED = {"Genre", "Domain"}
ROWS = {"films.models", "microsites.models", "pages.models.Page"}


def imported(path: Path) -> set[str]:
    """Return the dotted names that a module imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names


@pytest.mark.parametrize("name", PUBLIC)
def test_public_module_imports_no_rows(name):
    names = {n for n in imported(ROOT / name) if n.rpartition(".")[2] not in ALLOWED}
    assert [n for n in sorted(names) if any(n.startswith(row) for row in ROWS)] == []
