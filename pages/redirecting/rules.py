"""Which redirect answers an address: a pure look-up over all of them.

An address is looked for as it was typed, then without what old servers did not mind: capitals, the
last slash, `index.html`, the ending `.html`. The rule that names most of the query comes first;
what else the query says is dropped, because nothing here would understand it. Then the longest rule
"and everything below" counts from whose path the address goes on; the rest is put behind the new.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote

# Servers of old answered these files for the folder they lie in.
FOLDER_FILE = re.compile(r"/(?:index|default)\.(?:html?|php\d?|aspx?|shtml)$")
ENDING = re.compile(r"\.s?html?$")
# Fields of a query that are understood; whoever sends more looks for trouble.
MAX_PAIRS = 200

Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Rule:
    """One redirect; paths are decoded, `old_query` is what stood behind the question mark."""

    old_path: str
    old_query: str
    is_prefix: bool
    new_path: str


class Rules:
    """All redirects of the site, ready to be asked; those that are not sound never answer."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.strict: dict[str, list[tuple[Pairs, Rule]]] = defaultdict(list)
        self.loose: dict[str, list[tuple[Pairs, Rule]]] = defaultdict(list)
        self.below: dict[str, Rule] = {}
        for rule in filter(is_sound, rules):
            self._place(rule)
        # Once at the end: old sites have thousands of rules for one path.
        for index in (self.strict, self.loose):
            for entries in index.values():
                entries.sort(key=lambda entry: -len(entry[0]))

    def _place(self, rule: Rule) -> None:
        if rule.is_prefix:
            self.below.setdefault(_folded(rule.old_path), rule)
            return
        entry = (read_query(rule.old_query), rule)
        self.strict[rule.old_path].append(entry)
        self.loose[loose_key(rule.old_path)].append(entry)

    def find(self, path: str, query: str = "") -> Rule | None:
        """Return the rule for a decoded path and the query as it was sent, or None."""
        pairs = read_query(query)
        for known in (self.strict.get(path, ()), self.loose.get(loose_key(path), ())):
            for wanted, rule in known:
                if wanted <= pairs:
                    return rule
        return self._find_below(path)

    def _find_below(self, path: str) -> Rule | None:
        """Return the longest rule that the path goes on from; `/film` is no part of `/films`."""
        folded = _folded(path)
        steps = [index for index, letter in enumerate(folded) if letter == "/"]
        for end in reversed([*steps, len(folded)]):
            rule = self.below.get(folded[:end])
            if rule is not None:
                return rule
        return None


def lead(rule: Rule, path: str) -> str:
    """Return the address to which a rule leads a path, ready for a header.

    It never begins with two slashes, which a browser would take for another site.
    """
    base, mark, query = rule.new_path.partition("?")
    if rule.is_prefix:
        rest = path[len(_folded(rule.old_path)) :].strip("/")
        base = f"{base.rstrip('/')}/{rest}"
        if rest and "." not in rest.rpartition("/")[2]:
            base += "/"
    return quote(base, safe="/:@!$&'()*+,;=~") + mark + quote(query, safe="/:@!$&'()*+,;=~?%")


def read_query(query: str) -> Pairs:
    """Return the pairs of a query, none of one with too many."""
    if query.count("&") >= MAX_PAIRS:
        return frozenset()
    return frozenset(parse_qsl(query, keep_blank_values=True))


def is_readable(query: str) -> bool:
    """Tell whether a rule may name this query."""
    return query.count("&") < MAX_PAIRS and query.isprintable()


def is_sound(rule: Rule) -> bool:
    """Tell whether a rule can be asked and leads to a place on this site."""
    is_inside = rule.new_path.startswith("/") and not rule.new_path.startswith("//")
    return is_inside and rule.old_path.startswith("/") and is_readable(rule.old_query)


def loose_key(path: str) -> str:
    key = FOLDER_FILE.sub("", path.casefold())
    return ENDING.sub("", key.rstrip("/"))


def _folded(path: str) -> str:
    """Return a prefix as it is compared, as long as it was: without capitals and last slash."""
    return path.rstrip("/").lower() if len(path.lower()) == len(path) else path.rstrip("/")
