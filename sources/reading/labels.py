"""What the labels and headings of film records mean, in English and German, folded."""

import re
from functools import lru_cache

from people.printed.spelling import fold


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split("|"))


# Labels whose value is a fact of the film.
FACTS: dict[str, frozenset[str]] = {
    "runtime": _words(
        "runtime|running time|length|duration|laufzeit|länge|laenge|spieldauer|dauer|filmlänge"
    ),
    "country": _words(
        "country|countries|country of origin|countries of origin|country of production"
        "|production country|production countries|land|länder|laender|produktionsland"
        "|produktionsländer|herkunftsland|pays|nationality|staat"
    ),
    "year": _words(
        "year|year of production|production year|jahr|produktionsjahr|herstellungsjahr"
        "|entstehungsjahr|completed|completion year|année"
    ),
    "language": _words(
        "language|languages|language s|original language|original languages|dialogue|dialogues"
        "|spoken languages|sprache|sprachen|originalsprache|originalsprachen|dialog|dialoge"
        "|sprachfassung|originalfassung|original version|fassung|version|dialogue language"
    ),
    "subtitles": _words("subtitles|subtitle languages|untertitel"),
    "colour": _words("colour|color|farbe|colour b w|color b w|colour or b w|colour bw|farbigkeit"),
    "sound": _words(
        "sound mix|sound format|sound system|tonformat|tonsystem|sound process|sound|ton"
    ),
    "format": _words(
        "format|screening format|shooting format|film format|projection format|vorführformat"
        "|aufnahmeformat|drehformat|filmformat|shot on|formats|screening copy|printed film format"
        "|technical specs|technical details|technische daten|specs|technik"
    ),
    "ratio": _words(
        "aspect ratio|ratio|bildformat|seitenverhältnis|screen ratio|image ratio|bildverhältnis"
    ),
    "category": _words("type|category|gattung|kategorie|filmart|typ|kind of film"),
    "title": _words("title|titel|film|film title|filmtitel"),
}
TITLES: dict[str, tuple[str, str]] = {
    **dict.fromkeys(_words("original title|originaltitel|titre original"), ("original", "")),
    **dict.fromkeys(_words("international title|internationaler titel|world sales title"),
                    ("international", "")),
    **dict.fromkeys(_words("english title|englischer titel"), ("translation", "en")),
    **dict.fromkeys(_words("german title|deutscher titel"), ("translation", "de")),
    **dict.fromkeys(_words("french title|französischer titel"), ("translation", "fr")),
    **dict.fromkeys(_words("working title|arbeitstitel"), ("working", "")),
    **dict.fromkeys(_words("verleihtitel|release title|kinotitel|tv title"), ("release", "")),
    **dict.fromkeys(_words("alternative title|alternative titles|alternativtitel|aka|a k a"
                           "|also known as|weiterer titel|weitere titel|other titles"
                           "|auch bekannt als"), ("other", "")),
}  # fmt: skip
# Labels that say something which no record of a film keeps.
OTHERS = _words(
    "genre|genres|budget|box office|einspiel|fsk|certificate|age rating|altersfreigabe|rating"
    "|filming location|filming locations|filmed in|filmed on location in|drehort|drehorte"
    "|locations|shooting locations|copyright|contact|kontakt|tags|topics|topic|share|follow us"
    "|search|suche|filed under|posted in|categories|keywords|schlagwörter|last update"
    "|letzte aktualisierung|views|ratings|prädikat|isbn|issn|mehr zum thema|see also|siehe auch"
    "|shooting dates|drehzeit|dreharbeiten|shooting days|drehtage|cost|kosten|you might also like"
    "|zielgruppe|target audience|themen|stichworte|phone|telefon|tel|fax|e mail|email|mail"
    "|url|adresse|address|text|photos|fotos|foto|photographs|photo|bild|bilder|quelle|source"
    "|most read|released by|edit|id|no|nr|status|gross|admissions|zuschauer|besucher"
    "|nicht verpassen|read more|weiterlesen|anzeige|advertisement|pic|picture"
    "|image credit|artikel bewerten"
)
SECTIONS: dict[str, frozenset[str]] = {
    "synopsis": _words(
        "plot synopsis|synopsis|plot|storyline|plot summary|summary|story|inhalt|kurzinhalt"
        "|handlung|inhaltsangabe|short synopsis|long synopsis|description|beschreibung|logline"
        "|resume|résumé|the story|zum inhalt"
    ),
    "bibliography": _words(
        "commentaries and bibliography|bibliography|commentaries|literature|press|reviews"
        "|press reviews|articles|bibliografie|bibliographie|literatur|pressestimmen|kritiken"
        "|presse|rezensionen|further reading|pressespiegel"
    ),
    "festivals": _words(
        "selected in the following festivals|festivals|festival|festival selections|selections"
        "|festival screenings|screened at|shown at|official selections|festival participations"
        "|festivalteilnahmen|festivalauswahl|auf festivals|festivalaufführungen|screenings"
        "|festivaleinladungen|festival history|festivals selection|festivals and awards"
        "|festivals awards|festivals auszeichnungen|festivals und preise|aufführungen"
        "|selected festivals|festivals und auszeichnungen|festivals preise"
    ),
    "awards": _words(
        "awards|award|auszeichnungen|preise|prizes|awards and nominations|nominations|honours"
        "|preise und auszeichnungen|auszeichnungen und preise|accolades|prizes and awards"
        "|awards nominations|won|gewonnen"
    ),
    "releases": _words(
        "release dates|releases|releases by country|release by country|kinostarts|starttermine"
        "|releases worldwide|release info|veröffentlichungen"
    ),
    "links": _words(
        "external links|externe links|links|weblinks|web|sites|websites|on the web|im netz"
        "|identifiers|ids|external ids"
    ),
    "open": _words(
        "credits|crew|stab|team|full credits|stabliste|technical data|technische daten|details"
        "|film details|facts|production|companies|firmen|production details|angaben"
        "|besetzung und stab"
        "|cast and crew|stab und besetzung|daten|the team|full cast crew|technical specifications"
    ),
    "junk": _words(
        "related films|related articles|related|read next|most read|you might also like"
        "|people also liked|more film|more scene|more stories|more stories from the week|more news"
        "|more from our brands|lesen sie auch|mehr zum thema|kommentare|comments|leave a reply"
        "|popular on this site|popular|trending|topics|advertisement|anzeige|newsletter"
        "|recommended|empfehlungen|das könnte sie auch interessieren|related stories|ähnliche filme"
        "|similar films|must read|latest news|from the archive|weitere artikel|meistgelesen"
    ),
}
LINKS = _words(
    "sites|site|links|link|website|websites|web|external links|official site|official website"
    "|homepage|offizielle website|webseite|film website|internet|trailer|teaser|watch|watch online"
    "|facebook|instagram|vimeo|youtube|stream|online|presskit|press kit|video|clip|vod|see|shop"
)
MORE_ROLES = {
    "dir": "director", "d": "director", "scr": "screenplay", "with": "actor", "main cast": "actor",
    "mit": "actor", "stars": "actor", "lead cast": "actor", "leading cast": "actor",
    "es wirkten mit": "self_appearance", "darstellerinnen und darsteller": "actor",
    "darsteller innen": "actor", "cast in credits order": "actor", "the cast": "actor",
    "hauptdarsteller": "actor", "in den hauptrollen": "actor", "rollen": "actor",
    "key cast": "actor", "principal cast": "actor", "die besetzung noch einmal": "actor",
    "cast list": "actor", "schauspieler": "actor", "schauspielerinnen": "actor",
    "besetzung noch einmal": "actor", "photo": "cinematography", "lensing": "cinematography",
    "based on the novel by": "literary_source", "from the novel by": "literary_source",
    "directed": "director", "edited": "editing", "written": "screenplay",
    "produced": "producer", "voice talents": "voice", "sound re recording": "sound_mix",
}  # fmt: skip
FICTION = {"fiction": "feature", "spielfilm": "feature", "feature": "feature",
           "feature film": "feature", "documentary": "documentary", "non fiction": "documentary",
           "dokumentarfilm": "documentary", "documentary film": "documentary", "short": "short",
           "short film": "short", "kurzfilm": "short", "series": "series", "serie": "series",
           "feature length fiction": "feature", "kinospielfilm": "feature"}  # fmt: skip
COLOURS = {"color": "colour", "colour": "colour", "farbe": "colour", "in colour": "colour",
           "in color": "colour", "farbfilm": "colour", "b w": "black_and_white",
           "black and white": "black_and_white", "bw": "black_and_white", "s w": "black_and_white",
           "black white": "black_and_white", "schwarzweiss": "black_and_white", "sw":
           "black_and_white", "schwarz weiss": "black_and_white", "b w and colour": "mixed",
           "colour and b w": "mixed", "color and b w": "mixed", "b w and color": "mixed",
           "farbe und s w": "mixed", "farbe s w": "mixed", "s w und farbe": "mixed",
           "colour b w": "mixed", "colour and black and white": "mixed", "tinted": "tinted",
           "black and white and colour": "mixed"}  # fmt: skip
_RELEASE = re.compile(
    r"release|released|kinostart|bundesstart|starttermin|erstauffuhrung|theatrical|premiere in"
    r"|start in|start$|(?:dvd|blu ray|vod|bluray|tv|heimkino|streaming)(?:\b|$)"
    r"|erstsendung|erstausstrahlung"
    r"|in cinemas|opening"
)
_RELEASE_BEGINS = re.compile(
    rf"(?:{_RELEASE.pattern})|(?:[a-z]+ )(?:cinema |theatrical |dvd )?(?:release|premiere on tv)"
)
PREMIERE = re.compile(
    r"(?:urauffuhrung|weltpremiere|world premiere|premiere|international premiere"
    r"|european premiere|national premiere|festivalpremiere|first shown|first screening)"
)


@lru_cache(maxsize=4096)
def label_key(label: str) -> str:
    return fold(label)


@lru_cache(maxsize=4096)
def fact_of(label: str) -> str:
    """Return which fact of a film a label means; '' for none."""
    key = fold(label)
    return next((fact for fact, words in FACTS.items() if key in words), "")


@lru_cache(maxsize=4096)
def section_of(heading: str) -> str:
    """Return what a heading opens; '' if it is none."""
    key = fold(heading)
    return next((name for name, words in SECTIONS.items() if key in words), "")


@lru_cache(maxsize=4096)
def is_release(label: str) -> bool:
    """Tell whether a label or the name of a row speaks of a release."""
    return _RELEASE_BEGINS.match(fold(label)) is not None
