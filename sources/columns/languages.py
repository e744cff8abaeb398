"""The language of a table, by its headers."""

from django.core.exceptions import ValidationError

from people.printed.spelling import fold
from sources.columns.layout import cut_table

# Headers that are words of one language alone; "Film", "Name", "Festival" are of both.
_GERMAN = frozenset((
    "ort", "land", "jahr", "datum", "reihe", "sektion", "preis", "preise", "ergebnis",
    "stadt", "rolle", "figur", "funktion", "firma", "aufgabe", "vorname", "nachname",
    "zuname", "familienname", "notiz", "notizen", "anmerkung", "anmerkungen", "bemerkung",
    "bemerkungen", "auszeichnung", "auszeichnungen", "wettbewerb", "kategorie", "programm",
    "titel", "filmtitel", "gewerk", "tatigkeit", "beruf", "darsteller", "mitwirkende",
    "beteiligte", "namen", "gesellschaft", "unternehmen", "reihenfolge", "nummer",
    "veranstaltung", "ausgabe", "festivaljahr", "festivalort", "preistrager",
    "preistragerin", "staat", "termin", "tag", "vorfuhrung", "zeitraum", "beginn", "wann",
    "wer", "rollenname", "kommentar", "empfanger", "premierenart", "premierenstatus",
))  # fmt: skip
_ENGLISH = frozenset((
    "role", "job", "credit", "task", "occupation", "names", "who", "person", "people",
    "surname", "forename", "character", "characters", "part", "plays", "company",
    "companies", "function", "order", "number", "event", "date", "dates", "day", "year",
    "city", "town", "place", "location", "country", "section", "program", "programme",
    "category", "competition", "award", "awards", "prize", "prizes", "result", "outcome",
    "recipient", "recipients", "note", "notes", "remark", "remarks", "comment", "comments",
    "title", "movie",
))  # fmt: skip


def guess_table_language(text: str) -> str:
    """Return "de" or "en" by the words of the headers; '' if of neither, or if it is too large."""
    try:
        rows = cut_table(text).rows
    except ValidationError:
        return ""
    words = [word for cell in (rows[0].cells if rows else ()) for word in fold(cell).split()]
    german, english = sum(w in _GERMAN for w in words), sum(w in _ENGLISH for w in words)
    if german == english:
        return ""
    return "de" if german > english else "en"
