"""Headings that can be jumped to, and the list of them after the cover."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from press.kit.docx.writing import Pen

# A kit of fewer sections is seen at a glance.
FEWEST = 8
# Without page numbers, which nobody knows before the pages are made; Word adds them on request.
FIELD = ' TOC \\o "1-{depth}" \\n \\h '


class Index:
    """Collects the headings; `fill` puts the list where it was made: behind the cover."""

    def __init__(self, pen: Pen, label: str) -> None:
        self._pen = pen
        self._label = label
        self._found: list[tuple[int, str, str]] = []
        self._first: Paragraph | None = None

    def add_heading(self, words: str, level: int, on_new_page: bool = False) -> None:
        """Add a heading of the document; the first begins a new page."""
        paragraph = self._pen.document.add_paragraph(style=f"Heading {level}")
        if on_new_page or not self._found:
            paragraph.paragraph_format.page_break_before = True
        name = f"_Toc{len(self._found) + 1:03d}"
        for kind in ("Start", "End"):
            mark = OxmlElement(f"w:bookmark{kind}")
            mark.set(qn("w:id"), str(len(self._found)))
            if kind == "Start":
                mark.set(qn("w:name"), name)
            paragraph._p.append(mark)
            if kind == "Start":
                self._pen.write(paragraph, words)
        self._found.append((level, name, words))
        self._first = self._first or paragraph

    def fill(self) -> None:
        """Write the list, if the kit is long enough to need one."""
        if self._first is None or len(self._found) < FEWEST:
            return
        self._first.paragraph_format.page_break_before = None
        lines = [self._first.insert_paragraph_before(style="TOC Heading")]
        self._pen.write(lines[0], self._label)
        lines[0].paragraph_format.page_break_before = True
        depth = max(level for level, _name, _words in self._found)
        for level, name, words in self._found:
            line = self._first.insert_paragraph_before(style=f"toc {level}")
            if len(lines) == 1:
                _add_mark(line, "begin", FIELD.format(depth=depth))
            self._link(line, name, words)
            lines.append(line)
        _add_mark(lines[-1], "end")

    def _link(self, line: Paragraph, name: str, words: str) -> None:
        run = self._pen.write(line, words)
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), name)
        run._r.addprevious(link)
        link.append(run._r)


def _add_mark(line: Paragraph, kind: str, code: str = "") -> None:
    """Add the begin of a field with its code and a separator, or its end."""
    for part in (kind, "code", "separate") if code else (kind,):
        run: Any = line.add_run()._r
        element = OxmlElement("w:instrText" if part == "code" else "w:fldChar")
        if part == "code":
            element.text = code
            element.set(qn("xml:space"), "preserve")
        else:
            element.set(qn("w:fldCharType"), part)
        run.append(element)
