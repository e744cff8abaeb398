"""The report on an old site in words: what was found, what it means, where it stands."""

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy

from microsites.archive import findings
from microsites.archive.findings import KINDS, Finding

# So many pages of one kind stand in the report; the count is that of all.
MOST_PAGES = 60
MOST_VALUES = 12
WORDS: dict[str, tuple[Any, Any, Any]] = {
    findings.MISSING: (
        gettext_lazy("Missing files"),
        gettext_lazy("A page asks for a picture, style or script that is not in the archive."),
        ngettext_lazy("%(n)d missing file", "%(n)d missing files", "n"),
    ),
    findings.BROKEN: (
        gettext_lazy("Broken links"),
        gettext_lazy("They lead to a page that is not in the archive."),
        ngettext_lazy("%(n)d broken link", "%(n)d broken links", "n"),
    ),
    findings.FOREIGN: (
        gettext_lazy("Other hosts"),
        gettext_lazy(
            "Fonts, scripts and pictures of other hosts are not loaded: their owners would learn "
            "who looks at the site."
        ),
        ngettext_lazy("%(n)d call to another host", "%(n)d calls to other hosts", "n"),
    ),
    findings.STORAGE: (
        gettext_lazy("Scripts that want cookies or storage"),
        gettext_lazy(
            "In the sandbox such a script stops with an error. On a host of their own "
            "(ARCHIVE_HOST) old sites may use both."
        ),
        ngettext_lazy("%(n)d use of cookies or storage", "%(n)d uses of cookies or storage", "n"),
    ),
    findings.OUTSIDE: (
        gettext_lazy("Addresses of the old server"),
        gettext_lazy("They lead out of the old site. A redirect takes them to the right page."),
        ngettext_lazy("%(n)d link out of the site", "%(n)d links out of the site", "n"),
    ),
    findings.FRAMES: (
        gettext_lazy("Frames"),
        gettext_lazy(
            "Pages in frames stay empty in the sandbox. On a host of their own (ARCHIVE_HOST) "
            "those of the site itself are shown."
        ),
        ngettext_lazy("%(n)d frame", "%(n)d frames", "n"),
    ),
    findings.FORMS: (
        gettext_lazy("Forms"),
        gettext_lazy("They are shown, but cannot be sent."),
        ngettext_lazy("%(n)d page with a form", "%(n)d pages with forms", "n"),
    ),
    findings.CASE: (
        gettext_lazy("Other capitals"),
        gettext_lazy(
            "The file is written otherwise than the link to it; it is found all the same."
        ),
        ngettext_lazy("%(n)d link in other capitals", "%(n)d links in other capitals", "n"),
    ),
    findings.VIEWPORT: (
        gettext_lazy("Pages that do not know phones"),
        gettext_lazy("They name no viewport. With the setting above they get one."),
        ngettext_lazy("%(n)d page without a viewport", "%(n)d pages without a viewport", "n"),
    ),
    findings.UNLINKED: (
        gettext_lazy("Files that nobody links"),
        gettext_lazy("No page leads to them; a script may still use them."),
        ngettext_lazy("%(n)d file that nobody links", "%(n)d files that nobody links", "n"),
    ),
    findings.UNREAD: (
        gettext_lazy("Not looked into"),
        gettext_lazy("These files are too large for a report."),
        ngettext_lazy("%(n)d file not looked into", "%(n)d files not looked into", "n"),
    ),
}
# Nothing is wrong with them.
HARMLESS = (findings.CASE, findings.VIEWPORT, findings.UNLINKED, findings.UNREAD)


@dataclass(frozen=True)
class PageLine:
    """One file with what stands in it; `more` values are left out."""

    page: str
    values: tuple[str, ...]
    more: int


@dataclass(frozen=True)
class Group:
    """All findings of one kind; `count` is that of the findings."""

    kind: str
    title: str
    hint: str
    count: int
    pages: tuple[PageLine, ...]
    more: int
    is_harmless: bool


def make_report(found: tuple[Finding, ...]) -> list[Group]:
    """Return the findings by kind and page, what matters first."""
    return [_group(kind, mine) for kind in KINDS if (mine := [f for f in found if f.kind == kind])]


def _group(kind: str, mine: list[Finding]) -> Group:
    title, hint, _count = WORDS[kind]
    ordered = sorted(mine, key=lambda finding: finding.page)
    lines = []
    for page, rows in groupby(ordered, key=lambda finding: finding.page):
        values = [row.value for row in rows if row.value]
        lines.append(PageLine(page, tuple(values[:MOST_VALUES]), max(0, len(values) - MOST_VALUES)))
    shown = tuple(lines[:MOST_PAGES])
    more = len(lines) - len(shown)
    return Group(kind, str(title), str(hint), len(mine), shown, more, kind in HARMLESS)


def summarise(found: tuple[Finding, ...]) -> str:
    """Return all counts in one line, "" when there is nothing to tell."""
    counts = {kind: sum(finding.kind == kind for finding in found) for kind in KINDS}
    parts = [str(WORDS[kind][2] % {"n": count}) for kind, count in counts.items() if count]
    return ", ".join(parts) or _("nothing to tell")
