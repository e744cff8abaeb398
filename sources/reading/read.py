"""A text of any kind, read as a whole: first what has the form of a record, then running text."""

from collections.abc import Iterable

from sources.reading.catalogue import Catalogue
from sources.reading.credit_block import CreditBlock
from sources.reading.objects import Aside, Reading, lines_of
from sources.reading.prose import actors_of, read_characters, read_prose


def read(text: str, title: str = "", people: Iterable[str] = ()) -> Reading:
    """Return what the text says; what says nothing for the record is left aside, no line is lost.

    `title` is the film's, to know a sentence about it; `people` are names that the record knows
    already, to find them in running text.
    """
    reading = Reading(text)
    block, catalogue = CreditBlock(reading), Catalogue(reading)
    running = [line for line in lines_of(text) if not (block.read(line) or catalogue.read(line))]
    known = list(dict.fromkeys([*actors_of(reading), *people]))
    read_characters(reading, known)
    for line in running:
        if not (read_prose(reading, line, title) or reading.touches(line)):
            reading.leave(line, Aside.PROSE)
    return reading
