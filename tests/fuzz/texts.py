"""What people type and paste: prose, front matter, subtitles, records, tables, names."""

import unicodedata
from urllib.parse import urlsplit

import html5lib
import icalendar
from django.core.exceptions import ValidationError

from assets import naming, subtitles
from assets.refusing import Refused
from desk.exchange import yaml_text
from desk.importing import frontmatter
from desk.importing.strict_yaml import DEEPEST_LEVEL, FrontMatterError, is_forbidden
from desk.record_import import files as record_files
from editorial import prose, spelling
from editorial.models.base import make_key
from editorial.spreadsheets import FORMULA, make_harmless
from films import icalendar_feed
from people import name_keys, scripts
from people import spelling as name_spelling
from sources.columns import decoding, guessing
from sources.columns import reading as columns
from sources.reading import guess
from sources.reading import read as reading
from tests.fuzz.target import Target

HARMLESS = {"http", "https", "mailto", ""}
MARKDOWN = (
    b"# Title\n\nA *ferry* and **sea** with [a link](https://example.org/a?b=c \"title\").\n",
    b"1. one\n2. two\n   - three\n\n> quoted\n> - deep\n\n```html\n<b>\n```\n\n---\n",
    b"| a | b |\n|---|:-:|\n| 1 | ~~2~~ |\n\n![still](still.jpg) <https://example.org> `code`\n",
    "Eine Fähre – 1990–1995, 25\u00a0000 Zuschauer.\\\n[x]: /en/ferry/ 'y'\n\n[x] [y][x]\n".encode(),
)  # fmt: skip
MARKS = (
    b"<script>", b"</p>", b"<img src=x onerror=alert(1)>", b"<svg/onload=alert(1)>", b"<a href=",
    b"javascript:alert(1)", b"java\tscript:alert(1)", b"&#106;avascript:", b"data:text/html,",
    b"vbscript:", b"//elsewhere.example", b"/\\elsewhere.example", b"https:elsewhere", b"http://[",
    b"](", b"[a](", b"![", b"<!--", b"-->", b"<![CDATA[", b"&Tab;", b"&colon;", b"&NewLine;",
    b"&lt;script&gt;", b"\\", b"``", b"~~~", b"\n\n", b"\n> ", b"\n- ", b"\n1. ", b"\n# ", b"    ",
    b"|", b"\n|-|-|\n", b"**", b"__", b"~~", b"<style>", b"<math><mtext>", b"<mglyph>", b"x",
    b"\n===\n", b"[x]: javascript:1\n", b"<javascript:1>", b"mailto:a@b.c", b"\"onmouseover=\"",
    b"9999999999. x",
)  # fmt: skip


def check_markdown(case: bytes) -> str:
    """What a browser builds of a text holds nothing but the elements of the list."""
    text = case.decode("utf-8", "surrogatepass" if len(case) % 2 else "replace") if _fits(
        case) else case.decode("latin-1")  # fmt: skip
    try:
        prose.check_markdown(text)
    except ValidationError:
        return ""
    prose.plain_text(text, 100)
    prose.count_words(text)
    return find_unsafe(str(prose.render_markdown(text)))


def _fits(case: bytes) -> bool:
    try:
        case.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def find_unsafe(html: str) -> str:
    """Read some HTML as browsers do; return an element, attribute or scheme that may not be."""
    for element in html5lib.parseFragment(html, namespaceHTMLElements=False).iter():
        if not isinstance(element.tag, str):
            return f"unsafe node {element.tag}"
        if element.tag not in prose.TAGS | {"DOCUMENT_FRAGMENT", "tbody"}:
            return f"unsafe node <{element.tag}>"
        for name, value in element.attrib.items():
            if name not in prose.ATTRIBUTES.get(element.tag, set()):
                return f"unsafe attribute {name}\n{value!r}"
            if name == "href" and (problem := _find_odd_link(value)):
                return problem
    return ""


def _find_odd_link(href: str) -> str:
    """Judge an address as the WHATWG URL standard has browsers read it."""
    read = href.strip("".join(map(chr, range(33)))).replace("\\", "/")
    for sign in "\t\r\n":
        read = read.replace(sign, "")
    if read.startswith("//"):
        return f"link to another host without saying so\n{href!r}"
    scheme = read.partition(":")[0].lower() if ":" in read.split("/")[0].split("?")[0] else ""
    scheme = scheme.partition("#")[0] if "#" not in scheme else ""
    if scheme not in HARMLESS:
        return f"unsafe scheme\n{href!r}"
    is_bare = scheme in {"http", "https"} and not urlsplit(read).netloc
    return f"address without a host\n{href!r}" if is_bare else ""


FRONT_MATTER = (
    b"---\ntitle: Night Ferry\nyear: 2011\ncategory: feature\ncredits:\n  director: [Ada Lind]\n"
    b"  cast:\n    - Bo Berg as the stoker\nruntime: \"1:35:00\"\n---\nA ferry.\n",
    "---\r\ntitle: {en: Ferry, de: 'Fähre'}\r\nfestivals:\r\n- Berlinale 2012\r\n---\r\nText".encode(),
    b"---\nsynopsis: |\n  One\n  two\nlogline: >-\n  three\n  four\n---\n",
)  # fmt: skip
YAML = (
    b"&a ", b"*a", b"!!python/object/apply:os.system ", b"!x ", b"<<: ", b"? ", b"- ", b": ", b"[",
    b"{", b"}", b"]", b"---\n", b"...\n", b"%YAML 1.9\n", b"|\n ", b">-\n ", b"'", b'"', b"\\x00",
    b'"\\ud800"', b'"\\U00110000"', b"0x_", b"1:30:00", b"NO", b"~", b"\n  ", b"\n", b"\t", b"#",
    b"2011-13-45", b".inf", b"0b", b"1_0", b"0o8", b"title", b",",
    b"2001-12-14t21:59:43.10-99:99", b"=", b'"\\', b"@", b"`", b"\xef\xbb\xbf",
)  # fmt: skip


def check_front_matter(case: bytes) -> str:
    """Read or refused with a line that the file has; what was read is text in lists and mappings."""
    try:
        found = frontmatter.read_front_matter(case, "film.md")
    except FrontMatterError as error:
        last = len(case.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")) + 1
        line = error.problem.line
        return "" if line is None or 1 <= line <= last else f"a line that is not there\n{line}"
    return _find_odd_value(found.values, 1)


def _find_odd_value(value: object, depth: int) -> str:
    if depth > DEEPEST_LEVEL + 1:
        return "values are nested too deeply"
    if isinstance(value, str):
        return "a character that no database takes" if any(map(is_forbidden, value)) else ""
    if isinstance(value, dict):
        inner = [*value, *value.values()]
    elif isinstance(value, list):
        inner = value
    else:
        return "" if value is None else f"a value of type {type(value).__name__}"
    return next(filter(None, (_find_odd_value(one, depth + 1) for one in inner)), "")


PLAIN = (str, int, float, bool, list, dict, type(None))


def check_typed_yaml(case: bytes) -> str:
    """The files of an export have numbers, too, but nothing that a tag would make."""
    try:
        values, _lines = yaml_text.load(case.decode("utf-8", "replace"), "film.yaml")
    except FrontMatterError:
        return ""
    try:
        yaml_text.dump(values)
    except (ValueError, OverflowError) as error:
        return f"what was read cannot be written\n{error}"
    kinds = {type(one).__name__ for one in _all_values(values) if not isinstance(one, PLAIN)}
    return f"a value of type {kinds.pop()}" if kinds else ""


def _all_values(value: object):
    yield value
    for one in value.values() if isinstance(value, dict) else []:
        yield from _all_values(one)
    for one in value if isinstance(value, list) else []:
        yield from _all_values(one)


SUBTITLES = (
    b"WEBVTT\n\n1\n00:01.000 --> 00:04.500 align:start\n<v Ada>All <i>aboard</i>.\n\n"
    b"NOTE x\n\n00:05.000 --> 00:06.000\n<00:05.500><c.loud>Now</c> &amp; then\n",
    b"\xef\xbb\xbfWEBVTT - title\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\n"
    b"01:00:00.000 --> 01:00:02.000\r\n<ruby>a<rt>b</rt></ruby>\r\n",
)
CUES = (
    b"<script>", b"<i onclick=x>", b"<", b">", b"</", b"<v ", b"STYLE\n", b"REGION\n", b"\n\n",
    b"-->", b"00:00.000 --> 00:01.000\n", b"99:99:99.999", b"<img src=x onerror=1>", b"<c.a.b>",
    b"<<i>", b"<i<b>>", b"&lt;", b"WEBVTT", b"NOTE ", b"::cue{}", b"<00:01.000>", b"<lang en>",
)  # fmt: skip
CUE_TAGS = {"b", "i", "u", "c", "v", "ruby", "rt", "lang"}


def check_subtitles(case: bytes) -> str:
    """No element and no attribute that is not of cues, and what was accepted stays as it is."""
    try:
        accepted = subtitles.accept_subtitles(case, "film.en.vtt")
    except Refused:
        return ""
    if subtitles.accept_subtitles(accepted.data, "film.en.vtt").data != accepted.data:
        return "accepted again it is something else"
    text = accepted.data.decode()
    if any(line.startswith(("STYLE", "REGION")) and not line[6:].strip()
           and line.split()[0] in ("STYLE", "REGION") and before == ""
           for before, line in zip(text.split("\n"), text.split("\n")[1:], strict=False)):  # fmt: skip
        return "a block of style is left"
    for element in html5lib.parseFragment(text, namespaceHTMLElements=False).iter():
        name = element.tag.partition(".")[0] if isinstance(element.tag, str) else "comment"
        if name not in CUE_TAGS | {"DOCUMENT_FRAGMENT"} and not name[:1].isdigit():
            return f"unsafe node <{name}>"
        if any(attribute.startswith("on") and value for attribute, value in element.attrib.items()):
            return "unsafe attribute"
    return ""


RECORDS = (
    "THE NIGHT FERRY\nDie Nachtfähre\n\nD/EST 2011, 95 min, DCP, 1:1.85, OmdU\nRegie: Ada Lindqvist\n"
    "Buch: Ada Lindqvist, Bo Berg\nKamera – Jaan Tamm\n\nDarsteller:\nMia Kask ... The Stoker\n"
    "Der Kapitän: Olev Saar\n\nBerlinale 2012, Forum\nPremio del público, San Sebastián 2012\n".encode(),
    "A Nord Film production in association with Saar Studios. A film by ADA LINDQVIST "
    "\"THE NIGHT FERRY\" MIA KASK OLEV SAAR casting by BO BERG music JAAN TAMM written and "
    "directed by ADA LINDQVIST\n".encode(),
    "Die Fähre, sagt die Regisseurin Ada Lindqvist, sei „ein Ort ohne Land“. Kinostart: 12. März 2012 "
    "(Deutschland). Von Bo Berg, Die Zeit, 3.4.2012\nhttps://www.imdb.com/title/tt1234567/\n".encode(),
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
    "Funktion;Name;Rolle;Nr\r\nRegie;Lindqvist, Ada;;1\r\nDarsteller;Mia Kask;Die Köchin;2\r\n".encode(
        "cp1252"),
    "sep=;\nFestival;Land;Datum;Preis\nBerlinale;DE;12.02.2012;Publikumspreis\n".encode("utf-16"),
    b"festival\tcity\tyear\taward\tresult\nTallinn Black Nights\tTallinn\t2012\tBest Film\twon\n",
)  # fmt: skip
TABLE_WORDS = (b",", b";", b"\t", b"|", b'"', b'""', b"\n", b"\r", b"sep=", b"name", b"role", b"year",
               b"festival", b"date", b"12.13.2012", b"31/02/2012", b"DE", b"=cmd()", b"\0", b"a\0b\0",
               b"\xff\xfe", b"\xfe\xff", b'"\n', b"won", b"nominated", b"2012", b"x")  # fmt: skip


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


NAMES = tuple(
    name.encode()
    for name in ("Ada Lindqvist", "Jürgen von der Lippe", "Ада Линдквист", "小津 安二郎", "O’Brien, Séan",
                 "عادل إمام", "Nguyễn Thị Ánh", "Þórir Ægir Øst", "still 01.final.JPG", "Die Fähre")
)  # fmt: skip
NAME_WORDS = tuple(
    word.encode()
    for word in ("ß", "ẞ", "İ", "ı", "ﬃ", "Ǆ", "\u0345", "\u0301", "-", "'", ".", " ", "щ", "ж", "ё", "ы",
                 "ch", "sch", "tsch", "ae", "oe", "ue", "ž", "đ", "ه", "ー", "ッ", "한", "e", "x.", "/",
                 "\\", "..", "CON", ".jpg", "=1+1", "@", "+", "-1", "\t", "\r\n", "\u2028", "\U0001f9c0",
                 "a" * 200, "ab " * 100)
)  # fmt: skip


def check_names(case: bytes) -> str:
    """Slugs, names of files, calendars and cells of tables hold what their readers take."""
    text = case.decode("utf-8", "replace")[:2000]
    shown = naming.clean_name(text)
    if "/" in shown or "\\" in shown or len(shown) > naming.MAX_NAME_LENGTH:
        return f"a name of a file that is none\n{shown!r}"
    if not all(map(naming.is_visible, shown)) or naming.clean_name(shown) != shown:
        return f"a name that is not clean\n{shown!r}"
    if (key := make_key(text)) and not key.replace("-", "").isalnum():
        return f"a slug that is none\n{key!r}"
    if make_harmless(text).startswith(FORMULA):
        return "a cell that a spreadsheet computes"
    calendar = icalendar.Calendar()
    calendar.add("name", icalendar_feed.fit_line(text))
    lines = calendar.to_ical().split(b"\r\n")
    if any(len(line) > 75 for line in lines) or any(b"\n" in line for line in lines):
        return "a line of a calendar that is too long or broken"
    return ""


def check_spelling(case: bytes) -> str:
    """Two spellings of one letter are folded to one, and no name is too much for the index."""
    text = case.decode("utf-8", "replace")[:1000]
    if spelling.fold(unicodedata.normalize("NFD", text)) != spelling.fold(text):
        return "folded by its spelling in Unicode"
    spelling.words_of(spelling.make_search_text(text, [text], [text]))
    spelling.fold_joined(text)
    words = name_spelling.words_of(text)
    name_spelling.spoken_words(text)
    name_spelling.name_key(text)
    scripts.mark_of(text, scripts.script_of(text))
    for word in words[:3]:
        name_spelling.sounds_of(word)
        name_spelling.distance(word, words[-1], name_spelling.allowed_slips(word))
    list(name_keys.keys_of(text))
    return ""


TEXTS = (
    Target("markdown", check_markdown, lambda: MARKDOWN, MARKS),
    Target("front-matter", check_front_matter, lambda: FRONT_MATTER, YAML),
    Target("export-yaml", check_typed_yaml, lambda: [m.split(b"---")[1] for m in FRONT_MATTER], YAML),
    Target("subtitles", check_subtitles, lambda: SUBTITLES, CUES),
    Target("record", check_record, lambda: RECORDS, RECORD_WORDS),
    Target("table", check_table, lambda: TABLES, TABLE_WORDS),
    Target("names", check_names, lambda: NAMES, NAME_WORDS),
    Target("spelling", check_spelling, lambda: NAMES, NAME_WORDS),
)  # fmt: skip
