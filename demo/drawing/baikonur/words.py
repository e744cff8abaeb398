"""What is printed on the posters, in English and German: see titles.billing for the spacing."""

WORDS = {
    "en": {
        "tagline": "He listens to the sky. She falls out of it.",
        "film": "a film by VEIT HELMER",
        "laurels": [
            ("OFFICIAL SELECTION", "BUSAN", "2011"),
            ("OFFICIAL SELECTION", "MOSCOW", "2012"),
            ("OFFICIAL SELECTION", "DURBAN", "2012"),
        ],
        "teaser": ("He listens to the sky.", "She falls out of it."),
        "block": [
            "VEIT HELMER-FILMPRODUKTION  in co-production with EURASIA FILM "
            "PRODUCTION   TANDEM PRODUCTION   CTB FILM COMPANY",
            "RUNDFUNK BERLIN-BRANDENBURG   BAYERISCHER RUNDFUNK   ARTE  screenplay "
            "SERGEJ ASHKENAZY   VEIT HELMER",
            "cinematography KOLYA KANO  editing VINCENT ASSMANN  music GORAN "
            "BREGOVIĆ  production design SONJA WINZENRIED   RUSTAM ODINAEV",
            "costume design TEONA KAVELASHVILI   OLGA UGROVATOVA  sound IMMO "
            "TRÜMPELMANN  sound design MARTIN FRÜHMORGEN  mix ROBERT JÄGER",
            "co-producers ANNA KATCHKO   GULNARA SARSENOVA   SERGEY SELYANOV  "
            "produced and directed by VEIT HELMER",
        ],
    },
    "de": {
        "tagline": "Er hört den Himmel ab. Sie fällt heraus.",
        "film": "ein film von VEIT HELMER",
        "laurels": [
            ("OFFIZIELLE AUSWAHL", "BUSAN", "2011"),
            ("OFFIZIELLE AUSWAHL", "MOSKAU", "2012"),
            ("OFFIZIELLE AUSWAHL", "DURBAN", "2012"),
        ],
        "teaser": ("Er hört den Himmel ab.", "Sie fällt heraus."),
        "block": [
            "VEIT HELMER-FILMPRODUKTION  in koproduktion mit EURASIA FILM "
            "PRODUCTION   TANDEM PRODUCTION   CTB FILM COMPANY",
            "RUNDFUNK BERLIN-BRANDENBURG   BAYERISCHER RUNDFUNK   ARTE  drehbuch "
            "SERGEJ ASHKENAZY   VEIT HELMER",
            "kamera KOLYA KANO  schnitt VINCENT ASSMANN  musik GORAN BREGOVIĆ  "
            "szenenbild SONJA WINZENRIED   RUSTAM ODINAEV",
            "kostümbild TEONA KAVELASHVILI   OLGA UGROVATOVA  ton IMMO TRÜMPELMANN "
            " sounddesign MARTIN FRÜHMORGEN  mischung ROBERT JÄGER",
            "koproduktion ANNA KATCHKO   GULNARA SARSENOVA   SERGEY SELYANOV  "
            "produktion und regie VEIT HELMER",
        ],
    },
}
