"""What the labels of film records mean, in English and German, folded."""

from people.printed.spelling import fold

SYNOPSIS = {
    "plot synopsis", "synopsis", "plot", "storyline", "plot summary", "summary", "story", "inhalt",
    "kurzinhalt", "handlung", "inhaltsangabe", "short synopsis", "long synopsis", "description",
    "beschreibung", "logline", "resume",
}  # fmt: skip
BIBLIOGRAPHY = {
    "commentaries and bibliography", "bibliography", "commentaries", "literature", "press",
    "reviews", "press reviews", "articles", "bibliografie", "bibliographie", "literatur",
    "pressestimmen", "kritiken", "presse", "rezensionen",
}  # fmt: skip
FESTIVALS = {
    "selected in the following festivals", "festivals", "festival", "festival selections",
    "selections", "festival screenings", "screened at", "shown at", "official selections",
    "festival participations", "festivalteilnahmen", "festivalauswahl", "auf festivals",
    "festivalauffuhrungen", "festivaleinladungen", "festival history", "festivals selection",
}  # fmt: skip
RUNTIME = {
    "runtime", "running time", "length", "duration", "laufzeit", "lange", "spieldauer", "dauer",
    "laenge",
}  # fmt: skip
COUNTRY = {
    "country", "countries", "country of origin", "countries of origin", "production country",
    "production countries", "land", "lander", "produktionsland", "produktionslander",
    "herkunftsland", "laender",
}  # fmt: skip
YEAR = {"year", "year of production", "production year", "jahr", "produktionsjahr"}
LANGUAGE = {
    "language", "languages", "original language", "original languages", "dialogue", "dialogues",
    "sprache", "sprachen", "originalsprache", "originalsprachen", "dialog", "dialoge",
}  # fmt: skip
SUBTITLES = {"subtitles", "subtitle languages", "untertitel"}
COLOUR = {"colour", "color", "farbe"}
SOUND = {"sound mix", "sound format", "sound system", "tonformat", "tonsystem"}
RATIO = {"aspect ratio", "ratio", "bildformat", "seitenverhaltnis", "format"}
ORIGINAL_TITLE = {"original title", "originaltitel"}
OTHER_TITLE = {
    "international title", "english title", "german title", "alternative title", "aka",
    "also known as", "working title", "internationaler titel", "englischer titel",
    "deutscher titel", "weiterer titel", "weitere titel", "arbeitstitel", "verleihtitel",
    "alternative titles", "alternativtitel",
}  # fmt: skip
TITLE = {"title", "titel", "film"}
GENRE = {"genre", "genres", "gattung"}
LINKS = {"sites", "site", "links", "link", "website", "websites", "web", "external links"}
OTHERS = {"other persons", "others", "other credits", "weitere personen", "sonstige"}
RELEASE_WORDS = (
    "release date", "release in", "released in", "release", "released", "theatrical release",
    "kinostart", "premiere in", "start in", "erstauffuhrung", "bundesstart", "starttermin",
)  # fmt: skip
FICTION = {"fiction": "feature", "spielfilm": "feature", "feature": "feature",
           "feature film": "feature", "documentary": "documentary", "non fiction": "documentary",
           "dokumentarfilm": "documentary", "short": "short", "short film": "short",
           "kurzfilm": "short", "series": "series", "serie": "series"}  # fmt: skip
COLOURS = {"color": "colour", "colour": "colour", "farbe": "colour", "in colour": "colour",
           "in color": "colour", "farbfilm": "colour", "b w": "black_and_white",
           "black and white": "black_and_white", "bw": "black_and_white", "s w": "black_and_white",
           "black white": "black_and_white", "schwarzweiss": "black_and_white",
           "schwarz weiss": "black_and_white"}  # fmt: skip


def label_key(label: str) -> str:
    return fold(label)


def is_release(label: str) -> bool:
    """Tell whether a label or the name of a row speaks of a release in cinemas."""
    return label_key(label).startswith(RELEASE_WORDS)
