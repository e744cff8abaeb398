"""What a column can be, and the headers that say so in English and German."""

from enum import StrEnum

from people.printed.spelling import fold


class Meaning(StrEnum):
    NOTHING = ""
    FILM = "film"
    ROLE = "role"
    ROLE_KEY = "role_key"
    NAME = "name"
    GIVEN_NAME = "given_name"
    FAMILY_NAME = "family_name"
    CHARACTER = "character"
    CREDITED_AS = "credited_as"
    COMPANY = "company"
    FUNCTION = "function"
    ORDER = "order"
    FESTIVAL = "festival"
    DATE = "date"
    YEAR = "year"
    CITY = "city"
    COUNTRY = "country"
    SECTION = "section"
    PREMIERE = "premiere"
    AWARD = "award"
    RESULT = "result"
    RECIPIENT = "recipient"
    NOTE = "note"


CREDITS = (
    Meaning.ROLE, Meaning.ROLE_KEY, Meaning.NAME, Meaning.GIVEN_NAME, Meaning.FAMILY_NAME,
    Meaning.CHARACTER, Meaning.CREDITED_AS, Meaning.COMPANY, Meaning.FUNCTION, Meaning.ORDER,
)  # fmt: skip
FESTIVALS = (
    Meaning.FESTIVAL, Meaning.DATE, Meaning.YEAR, Meaning.CITY, Meaning.COUNTRY, Meaning.SECTION,
    Meaning.PREMIERE, Meaning.AWARD, Meaning.RESULT, Meaning.RECIPIENT, Meaning.NOTE,
)  # fmt: skip

_HEADERS = {
    Meaning.FILM: "film|title|titel|movie|film title|filmtitel|title of film|werk",
    Meaning.ROLE: "role|job|credit|position|task|occupation|aufgabe|tatigkeit|gewerk|beruf"
    "|rolle im team|stab",
    Meaning.ROLE_KEY: "role key|aufgabe schlussel|schlussel der aufgabe|schlussel der rolle"
    "|schlussel der tatigkeit",
    Meaning.NAME: "name|names|who|wer|person|people|full name|names of person|namen|beteiligte"
    "|mitwirkende|vor und nachname|vor und zuname|name der person|cast member|crew member"
    "|darsteller|actor",
    Meaning.GIVEN_NAME: "first name|given name|given names|forename|vorname|vornamen",
    Meaning.FAMILY_NAME: "last name|family name|surname|nachname|familienname|zuname",
    Meaning.CHARACTER: "character|characters|figur|rollenname|part|plays|als|rolle|character name",
    Meaning.CREDITED_AS: "credited as|credit as|name in credits|credit name|genannt als"
    "|im abspann als|im abspann|genannt|name im abspann|as",
    Meaning.COMPANY: "company|companies|firma|firmen|gesellschaft|unternehmen|organisation"
    "|organization|studio|company name|name of company",
    Meaning.FUNCTION: "function|funktion|company function|company role|firmenfunktion",
    Meaning.ORDER: "order|no|nr|number|nummer|reihenfolge|pos|billing|rank|rang|platz|lfd nr"
    "|billing order",
    Meaning.FESTIVAL: "festival|festivals|event|veranstaltung|festival name|name of festival"
    "|festivalname|name des festivals|filmfestival|film festival|filmfest",
    Meaning.DATE: "date|datum|dates|day|tag|termin|from|von|start|beginn|when|wann|shown on"
    "|vorfuhrung|screening date|zeitraum",
    Meaning.YEAR: "year|jahr|edition|ausgabe|festival year|festivaljahr|season",
    Meaning.CITY: "city|town|ort|stadt|place|location|festival city|festivalort|where",
    Meaning.COUNTRY: "country|land|staat|country code|landercode|territory|nation",
    Meaning.SECTION: "section|sektion|reihe|program|programme|programm|category|kategorie"
    "|competition|wettbewerb|sidebar|strand",
    Meaning.PREMIERE: "premiere|premiere status|premierenstatus|type of premiere|premierenart",
    Meaning.AWARD: "award|awards|prize|prizes|preis|preise|auszeichnung|auszeichnungen|prize name",
    Meaning.RESULT: "result|ergebnis|status|outcome|ausgang",
    Meaning.RECIPIENT: "recipient|recipients|preistrager|preistragerin|empfanger|awarded to|for",
    Meaning.NOTE: "note|notes|remark|remarks|comment|comments|notiz|notizen|anmerkung|anmerkungen"
    "|bemerkung|bemerkungen|kommentar|info",
}  # fmt: skip
HEADERS = {word: meaning for meaning, words in _HEADERS.items() for word in words.split("|")}


def find_meaning(header: str) -> Meaning:
    """Return what a header says; NOTHING for an unknown one."""
    return HEADERS.get(fold(header), Meaning.NOTHING)
