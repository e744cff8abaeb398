"""The links of all languages: each address once, with a label per language."""

from collections.abc import Mapping

from desk.importing.links import is_own_microsite, kind_of_link, url_error
from desk.importing.objects import LinkKind, ParsedLink
from desk.importing.problems import Report
from desk.importing.rows import report_row, values_of
from desk.importing.sources import Source
from desk.importing.strict_yaml import Value

LONGEST_LABEL = 250

_LABEL_KEYS = ("name", "label", "title", "text")


class LinkList:
    """Collects links; `has_own_microsite` is set when one leads to the film's own microsite."""

    def __init__(
        self,
        slug: str,
        sources: Mapping[str, Source],
        languages: tuple[str, ...],
        report: Report,
    ) -> None:
        self.slug = slug
        self.languages = languages
        self.report = report
        self.has_own_microsite = False
        self._labels: dict[str, dict[str, str]] = {}
        self._kinds: dict[str, LinkKind] = {}
        for language, source in sources.items():
            self._read_full_video(source)
            self._read_rows(language, source)

    def _read_full_video(self, source: Source) -> None:
        url = source.text("full_video_url", self.report)
        if url and self._is_good(
            source, "full_video_url", url, source.entries["full_video_url"].line
        ):
            self._kinds[url] = "watch"
            self._labels.setdefault(url, {})

    def _read_rows(self, language: str, source: Source) -> None:
        for value, line in values_of(source, "external_links"):
            label, url = read_link(value)
            if not url or len(label) > LONGEST_LABEL:
                report_row(source, "external_links", value, line, self.report)
            elif is_own_microsite(url, self.slug, self.languages):
                self.has_own_microsite = True
            elif self._is_good(source, "external_links", url, line):
                self._kinds.setdefault(url, kind_of_link(url, label))
                labels = self._labels.setdefault(url, {})
                if label:
                    labels.setdefault(language, label)

    def _is_good(self, source: Source, key: str, url: str, line: int | None) -> bool:
        error = url_error(url)
        if error:
            source.report(self.report, key, error, value=url, line=line)
        return not error

    def as_tuple(self) -> tuple[ParsedLink, ...]:
        return tuple(
            ParsedLink(self._kinds[url], url, labels, position)
            for position, (url, labels) in enumerate(self._labels.items())
        )


def read_link(value: Value) -> tuple[str, str]:
    """(label, url) of a row: an address, {name, url} or {Label: address}; ('', '') otherwise."""
    if isinstance(value, str):
        return "", value.strip()
    if not isinstance(value, dict):
        return "", ""
    texts = {key: text.strip() for key, text in value.items() if isinstance(text, str)}
    if "url" in texts and set(texts) <= {"url", *_LABEL_KEYS}:
        return next((texts[key] for key in _LABEL_KEYS if key in texts), ""), texts["url"]
    if len(value) == 1 and len(texts) == 1 and "url" not in value:
        return next(iter(texts.items()))
    return "", ""
