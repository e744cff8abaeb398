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

Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Rule:
    """One redirect; paths are decoded, `old_query` is what stood behind the question mark."""

    old_path: str
    old_query: str
    is_prefix: bool
    new_path: str


class Rules:
    """All redirects of the site, ready to be asked."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.strict: dict[str, list[tuple[Pairs, Rule]]] = defaultdict(list)
        self.loose: dict[str, list[tuple[Pairs, Rule]]] = defaultdict(list)
        self.below: dict[str, Rule] = {}
        for rule in rules:
            self.add(rule)

    def add(self, rule: Rule) -> None:
        if rule.is_prefix:
            self.below.setdefault(_folded(rule.old_path), rule)
            return
        entry = (read_query(rule.old_query), rule)
        for index, key in ((self.strict, rule.old_path), (self.loose, loose_key(rule.old_path))):
            index[key].append(entry)
            index[key].sort(key=lambda one: -len(one[0]))

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
    return frozenset(parse_qsl(query, keep_blank_values=True, max_num_fields=200))


def loose_key(path: str) -> str:
    key = FOLDER_FILE.sub("", path.casefold())
    return ENDING.sub("", key.rstrip("/"))


def _folded(path: str) -> str:
    """Return a prefix as it is compared, as long as it was: without capitals and last slash."""
    return path.rstrip("/").lower() if len(path.lower()) == len(path) else path.rstrip("/")
