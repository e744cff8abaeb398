"""Made-up titles, names and texts in English and German, of a few hundred words of our own."""

import random
from collections.abc import Sequence

FIRST = (
    "Ada", "Mart", "Lena", "Jaan", "Ruth", "Ilse", "Tomasz", "Éva", "Nele", "Ole", "Wolfgang",
    "Katharina", "Sebastian", "Friederike", "Søren", "Željko", "Łukasz", "Maria", "Anouk", "Béla",
    "Carla", "Dorota", "Emil", "Fatma", "Goran", "Hanna", "Ines", "Jonas", "Karim", "Livia",
)  # fmt: skip
BEGINNINGS = (
    "Lind", "Berg", "Wald", "Stein", "Brand", "Schwarz", "Ober", "Hart", "Kraus", "Koval",
    "Horvá", "Fernan", "Castel", "Ander", "Niel", "Zieli", "Novot", "Petro", "Szab", "Günd",
    "Moran", "Tamm", "Rask", "Velt", "Quan", "Ibra", "Osman", "Delac", "Fior", "Hagel",
)  # fmt: skip
ENDINGS = (
    "qvist", "mann", "heimer", "feld", "bach", "hofer", "ner", "strøm", "ski", "enko", "ová",
    "dez", "vre", "lanos", "sen", "ter", "berger", "weiß", "meier", "dahl", "ini", "oux", "aki",
)  # fmt: skip
TOWNS = (
    ("Tallinn", "EE", "Europe/Tallinn"), ("Gent", "BE", "Europe/Brussels"),
    ("Graz", "AT", "Europe/Vienna"), ("Lübeck", "DE", "Europe/Berlin"),
    ("Porto", "PT", "Europe/Lisbon"), ("Turku", "FI", "Europe/Helsinki"),
    ("Almaty", "KZ", "Asia/Almaty"), ("Tbilisi", "GE", "Asia/Tbilisi"),
    ("Leipzig", "DE", "Europe/Berlin"), ("Locarno", "CH", "Europe/Zurich"),
    ("Kraków", "PL", "Europe/Warsaw"), ("Bergen", "NO", "Europe/Oslo"),
)  # fmt: skip
COUNTRIES = (
    "DE", "DE", "DE", "AT", "CH", "FR", "FR", "BE", "EE", "PL", "CZ", "IT", "ES", "PT", "GE", "KZ",
    "FI", "SE", "NO", "DK", "GB", "US", "JP", "BG", "HU", "GR", "TR", "AR", "BR", "IL",
)  # fmt: skip
OUTLETS = ("Northern Screen", "The Projector", "Filmblatt Süd", "Leinwand", "Kinozeit am Abend")
# English and German of the same thing, so that a film has one story in both.
THINGS = (
    ("ferry", "Fähre"), ("lighthouse", "Laterne"), ("harbour", "Hafenstadt"),
    ("orchard", "Obstwiese"), ("railway", "Eisenbahn"), ("winter", "Winternacht"),
    ("violin", "Geige"), ("letter", "Briefmarke"), ("island", "Insel"), ("border", "Grenze"),
    ("circus", "Manege"), ("market", "Markthalle"), ("mountain", "Bergkette"),
    ("river", "Flussmündung"), ("kitchen", "Küche"), ("hospital", "Klinik"), ("forest", "Waldung"),
    ("desert", "Wüste"), ("theatre", "Bühne"), ("school", "Schule"), ("tower", "Turmuhr"),
    ("garden", "Gartenlaube"), ("machine", "Maschine"), ("telephone", "Telefonzelle"),
    ("camera", "Kamera"), ("bicycle", "Werkstatt"), ("balloon", "Ballonfahrt"),
    ("aquarium", "Wasserwelt"), ("museum", "Sammlung"), ("cinema", "Lichtbühne"),
    ("snow", "Schneewehe"), ("storm", "Sturmflut"), ("bridge", "Brücke"), ("tunnel", "Röhre"),
    ("village", "Siedlung"), ("station", "Haltestelle"), ("suitcase", "Truhe"), ("dance", "Polka"),
    ("wedding", "Hochzeit"), ("funeral", "Trauerfeier"), ("radio", "Funkstille"),
    ("carpet", "Teppichweberei"), ("glacier", "Gletscherzunge"), ("satellite", "Umlaufbahn"),
)  # fmt: skip
KINDS = (
    ("silent", "stille"), ("crooked", "krumme"), ("golden", "goldene"), ("distant", "ferne"),
    ("burning", "brennende"), ("borrowed", "geliehene"), ("invisible", "unsichtbare"),
    ("frozen", "gefrorene"), ("patient", "geduldige"), ("stubborn", "störrische"),
    ("last", "letzte"), ("seventh", "siebte"), ("painted", "bemalte"), ("nameless", "namenlose"),
    ("forgotten", "vergessene"), ("electric", "elektrische"), ("restless", "rastlose"),
    ("paper", "papierene"), ("crowded", "volle"), ("hollow", "hohle"), ("green", "grüne"),
)  # fmt: skip
DEEDS = (
    ("searches for", "sucht"), ("inherits", "erbt"), ("repairs", "repariert"),
    ("hides", "versteckt"), ("photographs", "fotografiert"), ("steals", "stiehlt"),
    ("defends", "verteidigt"),
    ("remembers", "beschreibt"), ("abandons", "verlässt"), ("rebuilds", "erneuert"),
    ("films", "filmt"), ("sells", "verkauft"), ("paints", "malt"), ("guards", "bewacht"),
    ("discovers", "entdeckt"), ("mistrusts", "fürchtet"), ("follows", "verfolgt"),
)  # fmt: skip
WHO = (
    ("A young projectionist", "Eine junge Vorführerin"), ("The night porter", "Der Nachtwächter"),
    ("A retired captain", "Ein alter Kapitän"), ("Her sister", "Ihre Schwester"),
    ("The whole street", "Die ganze Straße"), ("A travelling doctor", "Eine reisende Ärztin"),
    ("Nobody but the cook", "Niemand als der Koch"), ("An orphan from the coast",
    "Ein Waisenkind von der Küste"), ("The mayor", "Die Bürgermeisterin"),
    ("A deaf piano tuner", "Ein gehörloser Klavierstimmer"), ("The last customer",
    "Der letzte Kunde"), ("A couple of strangers", "Ein fremdes Paar"),
)  # fmt: skip
WHEN = (
    ("before the tide turns", "bevor die Flut kommt"), ("until morning", "bis zum Morgen"),
    ("while the town sleeps", "während die Stadt schläft"), ("against all advice",
    "gegen jeden Rat"), ("for one summer", "einen Sommer lang"), ("in complete silence",
    "ohne ein Wort"), ("after twenty years", "nach zwanzig Jahren"), ("without a map",
    "ohne Landkarte"), ("in spite of the war", "trotz des Krieges"), ("for the first time",
    "zum ersten Mal"),
)  # fmt: skip
LANGUAGES = ("en", "de")
Texts = dict[str, str]


def make_title(dice: random.Random) -> Texts:
    """Return a title by language: The Borrowed Harbour, Die geliehene Hafenstadt."""
    kind, thing = dice.choice(KINDS), dice.choice(THINGS)
    if dice.random() < 0.3:
        town = dice.choice(TOWNS)[0]
        return {"en": f"{thing[0].title()} of {town}", "de": f"Die {thing[1]} von {town}"}
    return {"en": f"The {kind[0].title()} {thing[0].title()}", "de": f"Die {kind[1]} {thing[1]}"}


def make_text(dice: random.Random, sentences: int) -> Texts:
    """Return some sentences by language that tell the same, about twelve words each."""
    told = [_sentence(dice) for _n in range(sentences)]
    return {code: " ".join(pair[n] for pair in told) for n, code in enumerate(LANGUAGES)}


def _sentence(dice: random.Random) -> tuple[str, str]:
    who, deed, when = dice.choice(WHO), dice.choice(DEEDS), dice.choice(WHEN)
    kind, thing, other = dice.choice(KINDS), dice.choice(THINGS), dice.choice(THINGS)
    return (
        f"{who[0]} {deed[0]} the {kind[0]} {thing[0]} near the {other[0]} {when[0]}.",
        f"{who[1]} {deed[1]} die {kind[1]} {thing[1]} bei der {other[1]} {when[1]}.",
    )


def make_name(dice: random.Random) -> str:
    family = dice.choice(BEGINNINGS) + dice.choice(("", "a", "er", "o", "i")) + dice.choice(ENDINGS)
    return f"{dice.choice(FIRST)} {family}"


def weighted(dice: random.Random, values: Sequence[str], weights: Sequence[int]) -> str:
    return dice.choices(values, weights)[0]
