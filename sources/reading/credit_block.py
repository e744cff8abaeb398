"""The credit block of a trade review: companies, crew and cast in running sentences."""

import re
from collections.abc import Iterator

from people.printed.kinds import is_name_like
from people.vocabulary import find_function
from sources.reading.companies import add_company
from sources.reading.crediting import add_credit, add_credits, find_key, read_list, roles_of
from sources.reading.dates import find_date
from sources.reading.names import read_printed
from sources.reading.objects import Line, Reading
from sources.reading.spoken import read_languages
from sources.reading.technical import read_countries, read_piece, read_runtime

# What a line of the block begins with.
OPENING = re.compile(
    r"(?P<label>production|crew|cast|with|camera|running time|reviewed|produktion|stab|besetzung"
    r"|mit|directed\b|produced by|screenplay|written|a|an)\b\s*(?P<colon>:)?",
    re.IGNORECASE,
)
_ABBREVIATED = (
    r"(?<!\bProd)(?<!\bCo)(?<!\bInc)(?<!\bLtd)(?<!\b[A-Z])(?<!\bDist)(?<!\bEnt)(?<!\bOct)"
    r"(?<!\bSept)(?<!\bNov)(?<!\bDec)(?<!\bJan)(?<!\bFeb)(?<!\bAug)(?<!\bDr)(?<!\bSt)(?<!\bJr)"
)
_SENTENCE = re.compile(rf"{_ABBREVIATED}\.\s+(?=[A-ZÄÖÜ(])|;\s*|\.$|(?<=\.\))\s*")
_PHRASES = (
    "in co-production with", "in coproduction with", "co-produced with", "co-produced by",
    "in association with", "in collaboration with", "in cooperation with", "in co-operation with",
    "with the support of", "with support from", "supported by", "with the participation of",
    "with the assistance of", "presented by", "in koproduktion mit", "in zusammenarbeit mit",
    "mit unterstützung von", "gefördert von", "gefördert durch", "mit förderung von",
)  # fmt: skip
_PHRASE = re.compile(rf"(?:^|,?\s+)(?P<phrase>{'|'.join(map(re.escape, _PHRASES))})\s+", re.I)
# A block without labels: "A Nord Film release of a Sund Film production."
_MAKERS = re.compile(
    r"an?\s.{2,200}?\s(?:release|production|presentation|film)\s(?:of|in|with)\s", re.I
)
_RELEASE_OF = re.compile(
    r"^(?:an?|the)?\s*(?:\((?P<land>[^()]+)\)\s*)?(?P<distributors>.+?)\s+"
    r"(?:release|presentation|distribution)(?:\s+of)?(?:\s+(?:an?|the)\s+)?(?P<producers>.*)$",
    re.I,
)
_OF = re.compile(r"^(?:an?|the)\s+(?P<producers>.+?)(?:\s+(?:production|film))?$", re.I)
_SALES = re.compile(r"^\(?(?P<label>[^:()]{3,40}?)\s*:\s*(?P<names>[^()]+?)\.?\)?$")
_ROLE_WITH_REMARK = re.compile(
    r"^(?P<role>[^(),]+?)\s*\((?P<remark>[^()]+)\)\s*,?\s*(?P<names>.+)$"
)
_BY = re.compile(r"^(?P<role>.+?\sby)\s+(?P<names>.+)$", re.I)
_REVIEWED = re.compile(
    r"^(?:reviewed|caught|screened|seen|viewed)\s+at\s+(?:the\s+)?(?P<festival>[^()]+?)"
    r"(?:\s*\((?P<section>[^()]+)\))?,?\s+(?P<date>[A-Z][^()]*\d{4})$",
    re.I,
)
_RUNNING = re.compile(r"^(?:running time|laufzeit|länge)\s*:?\s*(?P<runtime>.+?)\.?$", re.I)
_DIALOGUE = re.compile(r"^\(?(?P<spoken>[^()]*\b(?:dialogues?|dialoge?n?)\b[^()]*?)\.?\)?$", re.I)
_BASED_ON = re.compile(
    r",?\s*(?:based on|from|after|nach)\s+(?:the|a|an|dem|der|einem|his|her)\s+\w+\s+(?:by|von)\s+"
    r"(?P<names>.+)$",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"^\(?also in\s+(?:the\s+)?(?P<festival>[^()]+?)\s*(?:[–—-]\s+(?P<section>[^()]+?))?\.?\)?$",
    re.IGNORECASE,
)
_ROLE_AND_NAME = re.compile(
    r"(?:^|[;.:]\s)\s*(?P<role>[A-Za-zäöüÄÖÜ -]{2,40})(?:\([^()]*\))?,\s+[A-ZÄÖÜ]"
)
_ARTICLE = re.compile(r"^(?:the|der|die|das|dem|den)\s+(?=[A-ZÄÖÜ])")


class CreditBlock:
    """Reads the sentences of a block; `names` are the people known so far, for surnames alone."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.names: list[str] = []

    def read(self, line: Line) -> bool:
        """Keep what the line says; False if it does not begin as a block does."""
        opening = OPENING.match(line.text)
        if opening is None:
            return False
        label = opening["label"].lower()
        has_label = bool(opening["colon"]) and label not in ("a", "an")
        if not is_block(line.text):
            return False
        before = self.reading.size()
        is_cast = False
        for text, start in _clauses(line, opening.end() if has_label else 0):
            is_cast = is_cast or (has_label and find_key(label) == "actor")
            self._clause(text, start, is_cast, label if has_label else "")
        return self.reading.size() > before

    def _clause(self, text: str, start: int, is_cast: bool, label: str) -> None:
        place = (start, start + len(text))
        for take in (self._sales, self._reviewed, self._also, self._runtime, self._dialogue):
            if take(text, place):
                return
        if is_cast:
            names = re.sub(r"^(?:with|mit)\s*:?\s*", "", text, flags=re.I)
            skipped = len(text) - len(names)
            add_credits(self.reading, [("actor", "")], names, start + skipped)
        elif not self._credits(text, place) and label in ("production", "produktion", ""):
            self._companies(text, place)

    def _sales(self, text: str, place: tuple[int, int]) -> bool:
        found = _SALES.match(text)
        function = find_function(found["label"]) if found else None
        if found is None or function is None:
            return False
        name = found["names"].split(",")[0].strip()
        note = found["names"].partition(",")[2].strip()
        self.reading.say("companies", place, function=function.key, name=name)
        return bool(note) or True

    def _reviewed(self, text: str, place: tuple[int, int]) -> bool:
        found = _REVIEWED.match(text)
        if found is None:
            return False
        self.reading.say(
            "selections", place,
            festival=found["festival"].strip(), section=(found["section"] or "").strip(),
            date=find_date(found["date"]), note="reviewed",
        )  # fmt: skip
        return True

    def _also(self, text: str, place: tuple[int, int]) -> bool:
        """Keep the festival of "(Also in Toronto Film Festival — Discovery.)"."""
        found = _ALSO.match(text)
        if found is None:
            return False
        named = re.fullmatch(r"[A-Z][^,]*\bfestival", found["festival"], re.IGNORECASE)
        if named:
            section = (found["section"] or "").strip()
            self.reading.say(
                "selections",
                place,
                True,
                festival=named[0],
                section=section,
                date="",
                note="also in",
            )
        return True

    def _runtime(self, text: str, place: tuple[int, int]) -> bool:
        found = _RUNNING.match(text)
        seconds = read_runtime(found["runtime"]) if found else None
        if seconds:
            self.reading.say("versions", place, runtime_seconds=seconds)
        return bool(seconds)

    def _dialogue(self, text: str, place: tuple[int, int]) -> bool:
        found = _DIALOGUE.match(text)
        codes = read_languages(found["spoken"]) if found else ()
        if codes:
            self.reading.say("versions", place, dialogue_languages=list(codes))
        return bool(codes)

    def _credits(self, text: str, place: tuple[int, int]) -> bool:
        """Keep "editor, Ana Sol", "Produced by Ana Sol", "sound (Dolby Digital) Ana Sol"."""
        if (found := _ROLE_WITH_REMARK.match(text)) and (roles := roles_of(found["role"])):
            self._remark(found["remark"], place)
            return self._people(found["names"], place, roles)
        if (found := _BY.match(text)) and (roles := roles_of(found["role"])):
            return self._people(found["names"], place, roles)
        role, comma, names = text.partition(",")
        if comma and (roles := roles_of(role.strip())):
            return self._people(names, place, roles)
        words = text.split()
        for count in (3, 2, 1):
            role, names = " ".join(words[:count]), " ".join(words[count:])
            if names and (roles := roles_of(role)) and is_name_like(names, fewest=2):
                return self._people(names, place, roles)
        return False

    def _remark(self, remark: str, place: tuple[int, int]) -> None:
        """Keep "color, widescreen, HD": what is known as what it is, the rest as a note."""
        sounds = []
        for piece in remark.split(","):
            said = read_piece(piece) or [("versions", {"note": piece.strip()})]
            sounds += [values["sound"] for _part, values in said if "sound" in values]
            for part, values in said:
                if "sound" not in values:
                    self.reading.tell(part, place, values)
        if sounds:
            self.reading.say("versions", place, sound=", ".join(map(str, sounds)))

    def _people(self, names: str, place: tuple[int, int], roles: list[tuple[str, str]]) -> bool:
        based = _BASED_ON.search(names)
        if based:
            for name in read_list(based["names"]):
                add_credit(self.reading, place, "literary_source", "", name)
            names = names[: based.start()]
        found = read_printed(names, self.names)
        for name in found:
            if name.kind == "person":
                self.names.append(name.name)
            for key, role in roles:
                add_credit(self.reading, place, key, role, name)
        return bool(found)

    def _companies(self, text: str, place: tuple[int, int]) -> None:
        """Keep "An A, B release of a C, in co-production with D and E"."""
        pieces = _PHRASE.split(" " + text.strip())
        self._makers(pieces[0].strip(" ,"), place)
        for phrase, names in zip(pieces[1::2], pieces[2::2], strict=True):
            function = find_function(phrase)
            key = function.key if function else "in_association"
            self._add_companies(names, key, place)

    def _makers(self, text: str, place: tuple[int, int]) -> None:
        if (land := re.match(r"^\(([^()]+)\)\s*", text)) and (codes := read_countries(land[1])):
            self.reading.say("countries", place, codes=codes)
            text = text[land.end() :]
        text = re.sub(r"\((?:in|for)\s[^()]+\)\s*", "", text)
        if found := _RELEASE_OF.match(text):
            self._add_companies(found["distributors"], "distributor", place)
            producers = re.sub(r"\s+production$", "", found["producers"], flags=re.I)
            self._add_companies(producers, "production_company", place)
        elif found := _OF.match(text):
            self._add_companies(found["producers"], "production_company", place)
        elif text:
            self._add_companies(text, "production_company", place)

    def _add_companies(self, names: str, function: str, place: tuple[int, int]) -> None:
        for name in _company_names(names):
            add_company(self.reading, place, function, name)


def is_block(text: str) -> bool:
    """Tell whether a line is written as trade papers write: "role, Name; role, Name"."""
    if _MAKERS.search(text[:400]) or re.match(r"(?:cast\s*:\s*)?(?:with|mit)\s*:", text, re.I):
        return True
    if re.match(r"\(?reviewed at\b", text, re.I):
        return True
    return sum(bool(roles_of(one["role"].strip())) for one in _ROLE_AND_NAME.finditer(text)) > 1


def _clauses(line: Line, start: int) -> Iterator[tuple[str, int]]:
    """Yield the sentences and clauses with their places."""
    rest = line.text[start:]
    at = 0
    for piece in [*_SENTENCE.split(rest)]:
        bare = piece.strip(" ;")
        if bare:
            at = rest.index(bare, at)
            yield bare.removesuffix("."), line.start + start + at
            at += len(bare)


def _company_names(names: str) -> list[str]:
    """Part at commas, and at the last "and" where what follows it is a name of its own."""
    pieces = [_bare(piece) for piece in names.split(",") if _bare(piece)]
    if pieces:
        *parts, last = re.split(r"\s+and\s+", pieces[-1])
        if parts:
            pieces[-1:] = [" and ".join(parts), last]
    return [_ARTICLE.sub("", piece) for piece in pieces if piece]


def _bare(piece: str) -> str:
    """Return a name without the full stop of its sentence; an abbreviation keeps its own."""
    bare = piece.strip()
    return (
        bare
        if re.search(r"\b(?:Prods?|Co|Bros|Inc|Ltd|Corp|Ent|Dist|Intl)\.$", bare)
        else bare.strip(" .")
    )
