"""Texts about films that do not exist, in the forms that databases, papers and magazines use."""

RECORD = """\
Georgia / Estonia, 2016, 84mn
Colour, fiction
* * * *
Directed by : Nino BERIDZE (Нино БЕРИДЗЕ)
Writing credits : Nino BERIDZE, Mart TAMM-KASK
Other persons :
Cast :
Ana de LUCA ... Captain 'Gull' Marani
Otar KLDE ... The boy
Music : Salome JAPARI
Sites : Kinobase, Filmwiki
Production : Sund Film, Nord Film OU, ERR (co-production)
Release date in Georgia : 2016-11-03, Site
Languages : Georgian, Estonian

Plot synopsis
A ferry crosses the sound for the last time. Nobody on board knows it.

Commentaries and bibliography
The last crossing, Ida BERG, 2017

Selected in the following festivals :
- Release in Georgia of the film, Several towns (Georgia), 2016-11-03
- Harbour Film Days, Tallinn (Estonia), 2017
- Clevelant Festival of Water, Pusan (Busan) (Korea, South), 2017
- Coast Nights, Port Elizabeth (Southern Africa), 2018
"""

REVIEW = """\
Subscribe to our newsletter

A graceful, witty comedy about a ferry that never stops, "The Night Ferry" wins every heart aboard.

Captain Gull Marani (Ana de Luca) steers by ear. Upcoming Finnish and Polish releases look safe.

Production: A Baltic Verleih, Coast Bros. release of a Sund Film production, in co-production with \
Nord Film Co., Tamme Prod., in association with Pier Fund and the Harbour Trust, with the support \
of Estonian Film Institute. (International sales: Far Shore, Riga.) Produced by Nino Beridze, \
Liis Oja. Executive producer, Peeter Lill. Directed by Nino Beridze. Screenplay, Mart Tamm, Beridze.

Crew: Camera (color, widescreen), Kai Vare; editors, Anu Sepp, Jaan Rand; sound (Dolby Atmos) Olev \
Kurg; casting, Tiina Laas. Reviewed at Harbour Film Festival (Open Water), Sept. 9, 2016. Running \
time: 84 MIN.

Cast: With: Ana de Luca, Otar Klde. (Georgian, Estonian dialogue)

More stories

Star spotted in a harbour cafe
"""
