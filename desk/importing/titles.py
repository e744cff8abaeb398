"""Titles, slugs and languages of a film or page: what must be right before anything else."""

from collections.abc import Mapping

from django.utils.translation import gettext

from desk.importing.problems import Report
from desk.importing.slugs import slug_error, slugify_title
from desk.importing.sources import Source

LONGEST_TITLE = 250


def read_titles(sources: Mapping[str, Source], report: Report) -> dict[str, str]:
    """The title per language; a bad one, or none at all, keeps the film or page out."""
    titles = {}
    for language, source in sources.items():
        if "title" in source.entries:
            if title := _read_title(source, report):
                titles[language] = title
        elif source.body.strip() or "description" in source:
            message = gettext("There is a text but no title in this language. Add the key “title”.")
            report.add(source.file, message, key="title")
    if not titles and not report.is_fatal:
        message = gettext("There is no title. Add the key “title”.")
        report.add(next(iter(sources.values())).file, message, key="title", is_fatal=True)
    return titles


def _read_title(source: Source, report: Report) -> str:
    value = source.entries["title"].value
    if value is None or (isinstance(value, str) and not value.strip()):
        source.report(report, "title", gettext("The title is empty."), is_fatal=True)
        return ""
    title = " ".join(source.text("title", report, is_fatal=True).split())
    if len(title) > LONGEST_TITLE:
        message = gettext("The title has %(length)s characters, expected at most %(limit)s.")
        facts = {"length": len(title), "limit": LONGEST_TITLE}
        source.report(report, "title", message % facts, is_fatal=True)
        return ""
    return title


def read_slug(
    sources: Mapping[str, Source],
    titles: Mapping[str, str],
    folder_name: str,
    reserved: frozenset[str],
    report: Report,
) -> str:
    """The slug: the folder's name, else the key `slug`, else made from the title."""
    keyed = _read_key(sources, reserved, report)
    if folder_name and not slug_error(folder_name, reserved):
        for source in sources.values():
            if keyed and source.text("slug", report) not in {"", folder_name}:
                message = gettext("The folder is called “%(name)s”. That slug was kept.")
                source.report(report, "slug", message % {"name": folder_name})
        return folder_name
    if keyed or report.is_fatal:
        return keyed
    return _make_slug(sources, titles, folder_name, reserved, report)


def _read_key(sources: Mapping[str, Source], reserved: frozenset[str], report: Report) -> str:
    keyed = ""
    for source in sources.values():
        slug = source.text("slug", report, is_fatal=True)
        error = slug_error(slug, reserved) if slug else ""
        if error:
            source.report(report, "slug", error, is_fatal=True)
        else:
            keyed = keyed or slug
    return keyed


def _make_slug(
    sources: Mapping[str, Source],
    titles: Mapping[str, str],
    folder_name: str,
    reserved: frozenset[str],
    report: Report,
) -> str:
    first = next(iter(sources.values()))
    file = first.file
    line = first.entries["title"].line if "title" in first else None
    title = next(iter(titles.values()), "")
    if folder_name:
        advice = gettext("Rename the folder or add the key “slug”.")
        message = f"{slug_error(folder_name, reserved)} {advice}"
        report.add(file, message, key="slug", value=folder_name, is_fatal=True)
        return ""
    slug = slugify_title(title)
    if not slug:
        message = gettext("No slug can be made from this title. Add a line “slug: …”.")
        report.add(file, message, line=line, key="slug", value=title, is_fatal=True)
    elif error := slug_error(slug, reserved):
        report.add(file, error, line=line, key="slug", value=slug, is_fatal=True)
    return slug


def check_language_key(sources: Mapping[str, Source], report: Report) -> None:
    """The file name decides; a `language` key that says something else is reported."""
    for language, source in sources.items():
        said = source.text("language", report).lower().replace("_", "-")
        if said and said != language.lower() and said.partition("-")[0] != language.lower():
            message = gettext("The name of the file says “%(language)s”. That was kept.")
            source.report(report, "language", message % {"language": language})
