"""Records of a film as somebody pastes them, and tables."""

from django.core.exceptions import ValidationError

from desk.record_import import files as record_files
from sources.columns import decoding, guessing
from sources.columns import reading as columns
from sources.reading import guess
from sources.reading import read as reading
from tests.fuzz.target import Target

RECORDS = (
    "THE NIGHT FERRY\nDie Nachtfähre\n\nD/EST 2011, 95 min, DCP, 1:1.85, OmdU\n"
    "Regie: Ada Lindqvist\n"
    "Buch: Ada Lindqvist, Bo Berg\nKamera – Jaan Tamm\n\nDarsteller:\nMia Kask ... The Stoker\n"
    "Der Kapitän: Olev Saar\n\n"
    "Berlinale 2012, Forum\nPremio del público, San Sebastián 2012\n".encode(),
    b"A Nord Film production in association with Saar Studios. A film by ADA LINDQVIST "
    b"\"THE NIGHT FERRY\" MIA KASK OLEV SAAR casting by BO BERG music JAAN TAMM written and "
    b"directed by ADA LINDQVIST\n",
    "Die Fähre, sagt die Regisseurin Ada Lindqvist, sei „ein Ort ohne Land“. "
    "Kinostart: 12. März 2012 "
    "(Deutschland). Von Bo Berg, Die Zeit, 3.4.2012\n"
    "https://www.imdb.com/title/tt1234567/\n".encode(),
)  # fmt: skip
RECORD_WORDS = tuple(
    word.encode()
    for word in ("Regie:", "Director: ", "CAST\n", "Darsteller", " ... ", "…", " - ", " – ", "\t",
                 "95 min", "1h35", "1:2,35", "4K DCP", "\n\n", "\n", "12.03.2012", "31. Februar",
                 "12/03/12", "2011", "Berlinale", "(Best Film)", "Golden Bear", "Germany / Estonia",
                 "OmU", "http://", "https://x.example/?a=(b", "tt1234567", "10.5240/", "ISAN", "&",
                 "und", "as ", "(", ")", "„", "“", "*", "•", "|", "ADA LINDQVIST", "de la", "O'",
                 "Dr. ", "Ädä", "Ада Линд", "小津", "عادل", "<b>", "&nbsp;", "[1]", "Photo: ",
                 "A film by", "in association with", "Produktion: Nord GmbH & Co. KG", ";", ",")
)  # fmt: skip


def check_record(case: bytes) -> str:
    """Everything said has its place in the text, and stands there."""
    try:
        text = record_files.decode(case)
    except ValidationError:
        text = case.decode("latin-1")
    read = reading.read(text, "The Night Ferry", ("Ada Lindqvist",))
    guess.guess_source(text)
    for one in (*read.facts, *read.left):
        if not 0 <= one.start <= one.end <= len(text):
            return f"a place outside the text\n{one}"
    return ""


TABLES = (
    b"role,name,character\ndirector,Ada Lindqvist,\ncast,Mia Kask,\"The \"\"Stoker\"\"\"\n",
    "Funktion;Name;Rolle;Nr\r\nRegie;Lindqvist, Ada;;1\r\n"
    "Darsteller;Mia Kask;Die Köchin;2\r\n".encode("cp1252"),
    "sep=;\nFestival;Land;Datum;Preis\nBerlinale;DE;12.02.2012;Publikumspreis\n".encode("utf-16"),
    b"festival\tcity\tyear\taward\tresult\nTallinn Black Nights\tTallinn\t2012\tBest Film\twon\n",
)  # fmt: skip
TABLE_WORDS = (
    b",", b";", b"\t", b"|", b'"', b'""', b"\n", b"\r", b"sep=", b"name", b"role", b"year",
    b"festival", b"date", b"12.13.2012", b"31/02/2012", b"DE", b"=cmd()", b"\0", b"a\0b\0",
    b"\xff\xfe", b"\xfe\xff", b'"\n', b"won", b"nominated", b"2012", b"x",
)  # fmt: skip


def check_table(case: bytes) -> str:
    """Read or refused; no row is lost, each is read or named."""
    try:
        text = decoding.decode_table(case)
        layout = guessing.guess_layout(text)
        done = columns.read_table(text, layout, ["The Night Ferry"])
    except ValidationError:
        return ""
    for one in (*done.reading.facts, *done.reading.left):
        if not 0 <= one.start <= one.end <= len(text):
            return f"a place outside the text\n{one}"
    return ""


PASTED = (
    Target("record", check_record, lambda: RECORDS, RECORD_WORDS),
    Target("table", check_table, lambda: TABLES, TABLE_WORDS),
)
