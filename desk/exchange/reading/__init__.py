"""The files of a record as a document: the file, its rows, their names and their values."""

from desk.exchange.reading.document import Incomplete, read_document
from desk.exchange.reading.source import Source, as_text_of
from desk.exchange.reading.values import Finder

__all__ = ["Finder", "Incomplete", "Source", "as_text_of", "read_document"]
