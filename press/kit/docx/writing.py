"""Words with marks, links and languages, in paragraphs."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RELATIONS
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from editorial.prose import SCHEMES
from press.kit.docx.letters import clean, tag_of

Span = dict[str, Any]


class Pen:
    """Writes into one document; knows the language that is being spoken.

    Runs in another language than the document's say so; a text whose own language is known says
    that instead.
    """

    def __init__(self, document: Document, language: str, files: dict[str, bytes]) -> None:
        self.document = document
        self.files = files
        self._usual = tag_of(language)
        self._spoken = language

    @contextmanager
    def speaking(self, language: str) -> Iterator[None]:
        """Write in another language for a while; '' changes nothing."""
        before, self._spoken = self._spoken, language or self._spoken
        yield
        self._spoken = before

    def write(
        self, paragraph: Paragraph, text: str, style: str | None = None, *, bold: bool = False
    ) -> Run:
        """Add words, with the name of a style of letters."""
        run = paragraph.add_run(style=style)
        run.text = clean(text)
        if bold:
            run.bold = True
        self._mark_language(run)
        return run

    def write_name(self, paragraph: Paragraph, text: str, language: str) -> None:
        """Add a name in its language; in one that nobody knows it is not checked for mistakes."""
        with self.speaking(language):
            run = self.write(paragraph, text)
        if not language:
            run.font.no_proof = True

    def write_spans(self, paragraph: Paragraph, spans: Iterable[Span]) -> None:
        for span in spans:
            if "break" in span:
                paragraph.add_run().add_break()
            elif span["url"]:
                _mark(self.link(paragraph, span["text"], span["url"]), span["marks"])
            else:
                _mark(self.write(paragraph, span["text"]), span["marks"])

    def link(self, paragraph: Paragraph, text: str, url: str) -> Run:
        """Add words that lead somewhere on the web; plain words if the address does not."""
        run = self.write(paragraph, text)
        address = clean(url).strip()
        if address.partition(":")[0].lower() not in SCHEMES:
            return run
        run.style = "Hyperlink"
        link = OxmlElement("w:hyperlink")
        link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONS.HYPERLINK, True))
        run._r.addprevious(link)
        link.append(run._r)
        return run

    def _mark_language(self, run: Run) -> None:
        tag = tag_of(self._spoken)
        if tag == self._usual:
            return
        mark = OxmlElement("w:lang")
        mark.set(qn("w:val"), tag)
        run._r.get_or_add_rPr().append(mark)


def _mark(run: Run, marks: Iterable[str]) -> None:
    for mark in marks:
        if mark == "em":
            run.italic = True
        elif mark == "strong":
            run.bold = True
        elif mark == "s":
            run.font.strike = True
        elif mark == "code" and run.style.name != "Hyperlink":
            run.style = "Code"


def add_field(paragraph: Paragraph, code: str, shown: str) -> None:
    """Add a field such as PAGE; `code` is ours, never a text of the film."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" {code} ")
    run = paragraph.add_run(shown)
    run._r.addprevious(field)
    field.append(run._r)
