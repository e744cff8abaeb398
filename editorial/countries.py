"""Countries after "in": in Germany, in the Netherlands; in der Schweiz, im Iran."""

import re

from editorial.names import country_name

# Where language asks for an article, or for a shorter name than that of Unicode's lists.
WITHIN = {
    "de": {
        "AE": "in den Vereinigten Arabischen Emiraten",
        "BS": "auf den Bahamas",
        "CD": "in der Demokratischen Republik Kongo",
        "CF": "in der Zentralafrikanischen Republik",
        "CG": "in der Republik Kongo",
        "CH": "in der Schweiz",
        "CS": "in der Tschechoslowakei",
        "CU": "auf Kuba",
        "DD": "in der DDR",
        "DO": "in der Dominikanischen Republik",
        "EH": "in der Westsahara",
        "FO": "auf den Färöern",
        "GB": "im Vereinigten Königreich",
        "HK": "in Hongkong",
        "IQ": "im Irak",
        "IR": "im Iran",
        "IM": "auf der Isle of Man",
        "KM": "auf den Komoren",
        "LB": "im Libanon",
        "MD": "in der Republik Moldau",
        "MN": "in der Mongolei",
        "MO": "in Macau",
        "MT": "auf Malta",
        "MV": "auf den Malediven",
        "NE": "im Niger",
        "NL": "in den Niederlanden",
        "PH": "auf den Philippinen",
        "PS": "in den palästinensischen Gebieten",
        "SB": "auf den Salomonen",
        "SC": "auf den Seychellen",
        "SD": "im Sudan",
        "SK": "in der Slowakei",
        "SN": "im Senegal",
        "SS": "im Südsudan",
        "SU": "in der Sowjetunion",
        "TD": "im Tschad",
        "TR": "in der Türkei",
        "UA": "in der Ukraine",
        "US": "in den USA",
        "VA": "im Vatikan",
        "XK": "im Kosovo",
        "YE": "im Jemen",
    },
    "en": {
        "AE": "in the United Arab Emirates",
        "BS": "in the Bahamas",
        "CD": "in the Democratic Republic of the Congo",
        "CF": "in the Central African Republic",
        "CG": "in the Republic of the Congo",
        "DO": "in the Dominican Republic",
        "FO": "in the Faroe Islands",
        "GB": "in the United Kingdom",
        "GM": "in the Gambia",
        "HK": "in Hong Kong",
        "IM": "on the Isle of Man",
        "KM": "in the Comoros",
        "MO": "in Macao",
        "MV": "in the Maldives",
        "NL": "in the Netherlands",
        "PH": "in the Philippines",
        "PS": "in the Palestinian territories",
        "SC": "in the Seychelles",
        "SU": "in the Soviet Union",
        "US": "in the United States",
    },
}


# Parts of names before which no table is worth its lines: islands, territories, unions.
UNSURE = re.compile(r"insel|island|territ|gebiet|region|zone|union|nation|[(&]", re.IGNORECASE)


def in_country(code: str, language: str) -> str:
    """Return "in the Netherlands"; '' where nobody can be sure of the article."""
    if code in WITHIN.get(language, {}):
        return WITHIN[language][code]
    name = country_name(code, language) if code else ""
    is_plain = name != code and not UNSURE.search(name)
    return f"in {name}" if language in WITHIN and name and is_plain else ""
