"""The trade's words for who did what: departments, roles and company functions.

Pure data, read by the people app, by the importers and by every output that prints a credit list.
Labels are printed in a credit list ("Cinematography" / "Kamera"); `de_f` and `de_m` are the forms
for one person ("Kamerafrau" / "Kameramann"). A small billing rank stands earlier in the list.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Department:
    key: str
    en: str
    de: str
    position: int


@dataclass(frozen=True)
class RoleEntry:
    key: str
    department: str
    en: str
    de: str
    de_f: str
    de_m: str
    schema_property: str
    billing_rank: int
    aliases: tuple[str, ...]


@dataclass(frozen=True)
class CompanyFunction:
    key: str
    en: str
    de: str
    aliases: tuple[str, ...]


DEPARTMENTS: tuple[Department, ...] = (
    Department("direction", "Direction", "Regie", 10),
    Department("writing", "Writing", "Buch", 20),
    Department("cast", "Cast", "Besetzung", 30),
    Department("production", "Production", "Produktion", 40),
    Department("camera", "Camera", "Kamera", 50),
    Department("lighting", "Lighting and grip", "Licht und Bühne", 60),
    Department("editing", "Editing", "Schnitt", 70),
    Department("music", "Music", "Musik", 80),
    Department("sound", "Sound", "Ton", 90),
    Department("design", "Production design", "Szenenbild", 100),
    Department("costume", "Costume", "Kostüm", 110),
    Department("makeup", "Make-up and hair", "Maske", 120),
    Department("casting", "Casting", "Casting", 130),
    Department("stunts", "Stunts and animals", "Stunts und Tiere", 140),
    Department("effects", "Effects and animation", "Effekte und Animation", 150),
    Department("post_production", "Post-production", "Postproduktion", 160),
    Department("publicity", "Publicity", "Öffentlichkeitsarbeit", 170),
    Department("thanks", "Thanks", "Dank", 180),
)


def _role(
    rank: int,
    department: str,
    key: str,
    labels: str,
    persons: str = "",
    aliases: str = "",
    schema: str = "",
) -> RoleEntry:
    """One line of the table: labels "English|German", persons "female|male", aliases "a|b|c"."""
    en, de = labels.split("|")
    female, male = persons.split("|") if persons else (de, de)
    spellings = tuple(aliases.split("|")) if aliases else ()
    return RoleEntry(key, department, en, de, female, male, schema, rank, spellings)


# The table is laid out by hand: one role, two or three lines.
# fmt: off
_DIRECTION = (
    _role(10, "direction", "director", "Director|Regie", "Regisseurin|Regisseur",
          "direction|directed by|a film by|film by|ein film von|regie von|réalisation"
          "|inszenierung", "director"),
    _role(12, "direction", "co_director", "Co-director|Koregie", "Koregisseurin|Koregisseur",
          "co-regie|co-directed by|co-regisseur|co-regisseurin", "director"),
    _role(210, "direction", "assistant_director", "Assistant director|Regieassistenz",
          "Regieassistentin|Regieassistent",
          "1st assistant director|first assistant director|1st ad|1. regieassistenz"
          "|assistant to the director|erste regieassistenz"),
    _role(214, "direction", "second_assistant_director",
          "Second assistant director|2. Regieassistenz", "2. Regieassistentin|2. Regieassistent",
          "2nd assistant director|2nd ad|zweite regieassistenz"),
    _role(216, "direction", "second_unit_director", "Second unit director|Regie Second Unit",
          "Regisseurin Second Unit|Regisseur Second Unit",
          "2nd unit director|regie 2nd unit|second-unit-regie"),
    _role(218, "direction", "script_supervisor", "Script supervisor|Script und Continuity",
          "Script Supervisorin|Script Supervisor",
          "continuity|script continuity|script/continuity"),
    _role(219, "direction", "dialogue_coach", "Dialogue coach|Dialogcoaching",
          "Dialogcoachin|Dialogcoach", "dialect coach|dialog coach|language coach|sprachcoach"),
    _role(220, "direction", "acting_coach", "Acting coach|Schauspielcoaching",
          "Schauspielcoachin|Schauspielcoach",
          "coaching|children's coach|kindercoach|kindercoaching"),
    _role(222, "direction", "choreography", "Choreography|Choreografie", "Choreografin|Choreograf",
          "choreographer|choreographie|choreographed by"),
    _role(224, "direction", "intimacy_coordinator", "Intimacy coordinator|Intimitätskoordination",
          "Intimitätskoordinatorin|Intimitätskoordinator", "intimacy coordination"),
)

_WRITING = (
    _role(20, "writing", "screenplay", "Screenplay|Drehbuch", "Drehbuchautorin|Drehbuchautor",
          "author|writer|written by|screenwriter|script|scriptwriter|writing credits|buch"
          "|autor|autorin|autoren|writing|screenplay by|drehbuch von|scenario|szenario", "author"),
    _role(21, "writing", "co_screenplay", "Co-author of the screenplay|Mitarbeit am Drehbuch",
          "Koautorin|Koautor", "co-author|co-writer|co-autor|co-autorin|drehbuchmitarbeit",
          "author"),
    _role(22, "writing", "story", "Story|Idee", "Ideengeberin|Ideengeber",
          "idea|story by|original idea|idee und konzept|concept|konzept|originalidee"
          "|based on an idea by", "author"),
    _role(23, "writing", "literary_source", "Based on|Vorlage",
          "Autorin der Vorlage|Autor der Vorlage",
          "literary source|based on the novel by|novel|roman|literarische vorlage"
          "|nach dem roman von|nach"),
    _role(24, "writing", "dialogues", "Dialogue|Dialoge", "Dialogautorin|Dialogautor",
          "dialogues|dialogue by|additional dialogue|dialogbuch"),
    _role(25, "writing", "script_consultant", "Script consultant|Dramaturgie",
          "Dramaturgin|Dramaturg",
          "dramaturgy|dramaturge|script editor|script doctor|drehbuchberatung"),
    _role(26, "writing", "research", "Research|Recherche", "Rechercheurin|Rechercheur",
          "researcher|recherchen"),
)

_CAST = (
    _role(100, "cast", "actor", "Cast|Besetzung", "Schauspielerin|Schauspieler",
          "actress|actor|darsteller|darstellerin|darstellerinnen|starring|with|mit"
          "|schauspiel|es spielen", "actor"),
    _role(102, "cast", "voice", "Voice|Sprecher", "Sprecherin|Sprecher",
          "voices|voice cast|voice actor|voice actress|stimme|stimmen|synchronstimme"
          "|synchronsprecher|synchronsprecherin|sprecherinnen", "actor"),
    _role(103, "cast", "narrator", "Narrator|Erzählstimme", "Erzählerin|Erzähler",
          "narration|narrated by|off-voice|voice-over|kommentar|kommentarstimme", "actor"),
    _role(104, "cast", "self_appearance", "Appearing|Mitwirkende", "Mitwirkende|Mitwirkender",
          "self|himself|herself|themselves|as himself|as herself|protagonist"
          "|protagonistin|protagonisten|featuring|appearing as themselves|participant"
          "|interviewee|interviewpartner", "actor"),
    _role(106, "cast", "extra", "Extras|Komparserie", "Komparsin|Komparse",
          "extra|background actor|statisterie|statist|statistin|komparsen"),
    _role(107, "cast", "puppeteer", "Puppeteer|Puppenspiel", "Puppenspielerin|Puppenspieler",
          "puppetry|puppenführung"),
    _role(108, "cast", "body_double", "Double|Double", "Double|Double",
          "body double|stand-in|lichtdouble"),
)

_PRODUCTION = (
    _role(30, "production", "producer", "Producer|Produktion", "Produzentin|Produzent",
          "produced by|production|produzenten|produzentinnen|produziert von", "producer"),
    _role(31, "production", "co_producer", "Co-producer|Koproduktion", "Koproduzentin|Koproduzent",
          "co-production|koproduzenten|co-produzent|co-produzentin|co-produzenten"
          "|co-produktion|co-produced by|ko-produzent|ko-produzentin|koproduzentinnen", "producer"),
    _role(32, "production", "executive_producer", "Executive producer|Ausführende Produktion",
          "Ausführende Produzentin|Ausführender Produzent", "ausführende produzenten|ep",
          "producer"),
    _role(33, "production", "associate_producer", "Associate producer|Assoziierte Produktion",
          "Assoziierte Produzentin|Assoziierter Produzent", "assoziierte produzenten", "producer"),
    _role(34, "production", "line_producer", "Line producer|Herstellungsleitung",
          "Herstellungsleiterin|Herstellungsleiter", "head of production"),
    _role(35, "production", "creative_producer", "Creative producer|Kreative Produktion",
          "Kreativproduzentin|Kreativproduzent", "creative production", "producer"),
    _role(36, "production", "service_producer", "Service producer|Serviceproduktion",
          "Serviceproduzentin|Serviceproduzent", "local producer|service production"),
    _role(37, "production", "delegate_producer", "Delegate producer|Federführende Produktion",
          "Federführende Produzentin|Federführender Produzent",
          "lead producer|delegate production"),
    _role(38, "production", "junior_producer", "Junior producer|Junior Producer",
          "Junior Producerin|Junior Producer",
          "assistant producer|produktionsassistenz des produzenten"),
    _role(40, "production", "commissioning_editor", "Commissioning editor|Redaktion",
          "Redakteurin|Redakteur",
          "editorial|commissioning editors|redakteure|redakteurinnen|editor in charge"
          "|tv editor|fernsehredaktion|producer for the broadcaster"),
    _role(230, "production", "production_manager", "Production manager|Produktionsleitung",
          "Produktionsleiterin|Produktionsleiter",
          "production management|unit production manager|upm|production supervisor"),
    _role(232, "production", "unit_manager", "Unit manager|Aufnahmeleitung",
          "Aufnahmeleiterin|Aufnahmeleiter",
          "unit production|1. aufnahmeleitung|first unit manager|set manager"
          "|set-aufnahmeleitung"),
    _role(233, "production", "location_manager", "Location manager|Motivaufnahmeleitung",
          "Motivaufnahmeleiterin|Motivaufnahmeleiter", "locations|location management"),
    _role(234, "production", "location_scout", "Location scout|Motivsuche",
          "Motivsucherin|Motivsucher", "location scouting|locationscout|scouting"),
    _role(235, "production", "production_coordinator",
          "Production coordinator|Produktionskoordination",
          "Produktionskoordinatorin|Produktionskoordinator", "production coordination|coordinator"),
    _role(236, "production", "production_assistant", "Production assistant|Produktionsassistenz",
          "Produktionsassistentin|Produktionsassistent",
          "assistant to the producer|production office"),
    _role(237, "production", "production_accountant", "Production accountant|Filmgeschäftsführung",
          "Filmgeschäftsführerin|Filmgeschäftsführer", "accountant|accounting|buchhaltung"),
    _role(238, "production", "legal_counsel", "Legal counsel|Rechtsberatung",
          "Rechtsberaterin|Rechtsberater",
          "legal advice|legal affairs|lawyer|rechtsanwalt|rechtsanwältin"),
    _role(239, "production", "interpreter", "Interpreter|Dolmetschen", "Dolmetscherin|Dolmetscher",
          "translator on set|interpreting"),
    _role(240, "production", "driver", "Driver|Fahrdienst", "Fahrerin|Fahrer",
          "transport|transportation|fahrer"),
    _role(241, "production", "catering", "Catering|Catering", "Köchin|Koch",
          "craft services|verpflegung"),
    _role(242, "production", "set_runner", "Set runner|Setrunner", "Setrunnerin|Setrunner",
          "runner|driver/runner"),
    _role(243, "production", "sustainability", "Sustainability manager|Green Consulting",
          "Green Consultant|Green Consultant", "green consultant|sustainability consultant"),
    _role(244, "production", "child_care", "Child care on set|Kinderbetreuung",
          "Kinderbetreuerin|Kinderbetreuer", "chaperone|child wrangler|childcare"),
)

_CAMERA = (
    _role(50, "camera", "cinematography", "Cinematography|Kamera", "Kamerafrau|Kameramann",
          "camera|cinematographer|director of photography|dop|dp|photography"
          "|photographed by|bildgestaltung|bildgestalter|bildgestalterin"
          "|kamera/bildgestaltung|image|director of photo|cinematography by"),
    _role(250, "camera", "camera_operator", "Camera operator|Kameraschwenk",
          "Kameraoperateurin|Kameraoperateur",
          "operator|schwenker|schwenkerin|2. kamera|second camera"),
    _role(251, "camera", "second_unit_camera", "Second unit camera|Kamera Second Unit",
          "Kamerafrau Second Unit|Kameramann Second Unit",
          "2nd unit camera|additional camera|zusatzkamera|zusätzliche kamera"
          "|additional cinematography"),
    _role(252, "camera", "steadicam", "Steadicam operator|Steadicam",
          "Steadicam-Operateurin|Steadicam-Operateur", "steadycam"),
    _role(253, "camera", "drone_operator", "Drone operator|Drohnenkamera",
          "Drohnenpilotin|Drohnenpilot",
          "drone|drone pilot|aerial camera|aerial photography|luftaufnahmen"),
    _role(254, "camera", "underwater_camera", "Underwater camera|Unterwasserkamera",
          "Unterwasserkamerafrau|Unterwasserkameramann",
          "underwater photography|underwater cinematography"),
    _role(255, "camera", "camera_assistant", "Camera assistant|Kameraassistenz",
          "Kameraassistentin|Kameraassistent",
          "1st assistant camera|first assistant camera|focus puller|1st ac"
          "|1. kameraassistenz|schärfe"),
    _role(256, "camera", "second_camera_assistant", "Second camera assistant|2. Kameraassistenz",
          "2. Kameraassistentin|2. Kameraassistent",
          "2nd assistant camera|second assistant camera|clapper loader|2nd ac"
          "|materialassistenz"),
    _role(257, "camera", "digital_imaging", "Digital imaging technician|Digital Imaging",
          "DIT|DIT", "data wrangler|datenmanagement|data management"),
    _role(258, "camera", "still_photographer", "Still photographer|Standfotografie",
          "Standfotografin|Standfotograf",
          "stills|still photography|set photographer|standfotos|standphoto|standfoto"
          "|set photography|unit stills"),
    _role(259, "camera", "making_of", "Making-of|Making-of", "Making-of|Making-of",
          "behind the scenes"),
)

_LIGHTING = (
    _role(262, "lighting", "gaffer", "Gaffer|Oberbeleuchtung", "Oberbeleuchterin|Oberbeleuchter",
          "chief electrician|lighting|licht|licht gestaltung|lighting design"),
    _role(263, "lighting", "best_boy", "Best boy|Best Boy", "Best Girl|Best Boy", "best girl"),
    _role(264, "lighting", "electrician", "Electrician|Beleuchtung", "Beleuchterin|Beleuchter",
          "lighting technician|spark"),
    _role(265, "lighting", "key_grip", "Key grip|Kamerabühne", "Kamerabühne|Kamerabühne",
          "grip|bühne|dolly grip|kran"),
)

_EDITING = (
    _role(60, "editing", "editing", "Editing|Schnitt", "Editorin|Editor",
          "editor|edited by|film editor|montage|cut|cutter|cutterin|cutting|film editing",
          "editor"),
    _role(270, "editing", "assistant_editor", "Assistant editor|Schnittassistenz",
          "Schnittassistentin|Schnittassistent", "editing assistant|assistenz schnitt"),
    _role(271, "editing", "editing_consultant", "Editing consultant|Schnittdramaturgie",
          "Schnittdramaturgin|Schnittdramaturg",
          "supervising editor|editing advisor|schnittberatung"),
)

_MUSIC = (
    _role(70, "music", "music", "Music|Musik", "Musikerin|Musiker",
          "music by|musik von|soundtrack", "musicBy"),
    _role(71, "music", "original_music", "Original music|Originalmusik", "Komponistin|Komponist",
          "composer|composed by|score|original score|filmmusik|original music by"
          "|komposition|komponiert von|film music", "musicBy"),
    _role(72, "music", "songs", "Songs|Lieder", "Songschreiberin|Songschreiber",
          "song|lied|title song|titelsong|lyrics|liedtexte"),
    _role(73, "music", "music_supervisor", "Music supervisor|Musikberatung",
          "Musikberaterin|Musikberater", "music supervision|music consultant"),
    _role(74, "music", "music_performer", "Music performed by|Musikalische Interpretation",
          "Interpretin|Interpret", "performed by|musicians|orchestra|orchester|eingespielt von"),
    _role(75, "music", "conductor", "Conductor|Musikalische Leitung", "Dirigentin|Dirigent",
          "conducted by|musical direction|musical director"),
    _role(76, "music", "orchestration", "Orchestration|Orchestrierung",
          "Orchestratorin|Orchestrator", "arrangement|arranger|orchestrated by|arrangements"),
    _role(77, "music", "music_recording", "Music recording|Musikaufnahme",
          "Musikaufnahme|Musikaufnahme", "music mix|musikmischung|music producer|musikproduktion"),
)

_SOUND = (
    _role(80, "sound", "sound", "Sound|Ton", "Tonmeisterin|Tonmeister",
          "sound recordist|production sound|production sound mixer|location sound"
          "|originalton|o-ton|sound recording|tonaufnahme|sound engineer|set-ton"
          "|toningenieur"),
    _role(81, "sound", "sound_design", "Sound design|Sounddesign", "Sounddesignerin|Sounddesigner",
          "sound designer|tongestaltung|tongestalter"),
    _role(82, "sound", "sound_mix", "Sound mix|Mischung", "Mischtonmeisterin|Mischtonmeister",
          "re-recording mixer|re-recording mix|sound mixing|sound mixer|mix|tonmischung"
          "|mixage|mixing|mixer|endmischung|final mix|re-recording"),
    _role(83, "sound", "sound_editing", "Sound editing|Tonschnitt", "Toneditorin|Toneditor",
          "sound editor|supervising sound editor|dialogue editor|dialogue editing"
          "|dialogschnitt"),
    _role(84, "sound", "foley", "Foley|Geräusche", "Geräuschemacherin|Geräuschemacher",
          "foley artist|geräuschtonmeister|foley mixer"),
    _role(85, "sound", "boom_operator", "Boom operator|Tonassistenz",
          "Tonassistentin|Tonassistent", "boom|tonangel|sound assistant|tonangler"),
    _role(86, "sound", "dubbing_director", "Dubbing director|Synchronregie",
          "Synchronregisseurin|Synchronregisseur", "dubbing|synchronisation|synchronfassung|adr"),
)

_DESIGN = (
    _role(90, "design", "production_design", "Production design|Szenenbild",
          "Szenenbildnerin|Szenenbildner",
          "production designer|produktionsdesign|szenographie|set design|set designer"
          "|ausstattung|scenography|bühnenbild|designer|production designed by"),
    _role(91, "design", "art_direction", "Art direction|Art Direction",
          "Art Directorin|Art Director", "art director|künstlerische leitung"),
    _role(92, "design", "set_decoration", "Set decoration|Set-Dekoration",
          "Set-Dekorateurin|Set-Dekorateur",
          "set decorator|set dressing|set dresser|innenrequisite"),
    _role(93, "design", "props", "Props|Requisite", "Requisiteurin|Requisiteur",
          "prop master|property master|aussenrequisite|property|requisiten"),
    _role(94, "design", "construction", "Construction|Szenenbau", "Baubühne|Baubühne",
          "construction manager|set construction|baubühne|set builder"),
    _role(95, "design", "scenic_painter", "Scenic painter|Kulissenmalerei",
          "Kulissenmalerin|Kulissenmaler",
          "painter|scenic artist|kunstmaler|filmmaler|filmmalerin"),
    _role(96, "design", "storyboard", "Storyboard|Storyboard",
          "Storyboardzeichnerin|Storyboardzeichner", "storyboard artist"),
)

_COSTUME_AND_MAKEUP = (
    _role(110, "costume", "costume_design", "Costume design|Kostümbild",
          "Kostümbildnerin|Kostümbildner",
          "costumes|costume designer|kostüm|kostüme|costumes designed by|costume"),
    _role(111, "costume", "wardrobe", "Wardrobe|Garderobe", "Garderobiere|Garderobier",
          "wardrobe supervisor|wardrobe mistress|dresser"),
    _role(112, "costume", "costume_assistant", "Costume assistant|Kostümassistenz",
          "Kostümassistentin|Kostümassistent", "assistant costume designer"),
    _role(115, "makeup", "makeup", "Make-up|Maske", "Maskenbildnerin|Maskenbildner",
          "make-up artist|makeup artist|maskenbild|hair and make-up|hair & make-up"
          "|make-up and hair|key make-up artist|haar und maske|make-up & hair"),
    _role(116, "makeup", "hair", "Hair|Frisuren", "Hairstylistin|Hairstylist",
          "hair stylist|hairdresser|hair design|frisur|hair styling"),
    _role(117, "makeup", "special_makeup", "Special make-up effects|Spezialmaske",
          "Spezialmaskenbildnerin|Spezialmaskenbildner", "sfx make-up|prosthetics|special make-up"),
)

_CASTING_AND_STUNTS = (
    _role(130, "casting", "casting", "Casting|Casting", "Casterin|Caster",
          "casting director|casting by|casting directors|besetzungschefin|besetzungschef"),
    _role(131, "casting", "children_casting", "Children's casting|Kindercasting",
          "Kindercasterin|Kindercaster",
          "children casting|kids casting|casting kinder|child casting"),
    _role(132, "casting", "extras_casting", "Extras casting|Komparsencasting",
          "Komparsencasterin|Komparsencaster", "casting extras|background casting"),
    _role(140, "stunts", "stunt_coordinator", "Stunt coordinator|Stuntkoordination",
          "Stuntkoordinatorin|Stuntkoordinator", "stunt coordination|stuntregie|stunt director"),
    _role(141, "stunts", "stunts", "Stunts|Stunts", "Stuntfrau|Stuntman",
          "stunt performer|stunt|stunt double|stuntmen|stuntleute"),
    _role(142, "stunts", "armourer", "Armourer|Waffenmeister", "Waffenmeisterin|Waffenmeister",
          "armorer|weapons master"),
    _role(143, "stunts", "animal_trainer", "Animal trainer|Tiertraining",
          "Tiertrainerin|Tiertrainer",
          "animal wrangler|animals|tiere|animal handler|filmtiere|animal coordinator"
          "|tiertrainerteam"),
)

_EFFECTS = (
    _role(150, "effects", "special_effects", "Special effects|Spezialeffekte",
          "Spezialeffektkünstlerin|Spezialeffektkünstler",
          "sfx|sfx supervisor|special effects supervisor|pyrotechnics|pyrotechnik"),
    _role(151, "effects", "visual_effects", "Visual effects|Visuelle Effekte",
          "VFX-Künstlerin|VFX-Künstler", "vfx|digital effects|compositing|vfx artist|cgi"),
    _role(152, "effects", "visual_effects_supervisor", "Visual effects supervisor|VFX-Supervision",
          "VFX-Supervisorin|VFX-Supervisor", "vfx supervisor"),
    _role(153, "effects", "animation", "Animation|Animation", "Animatorin|Animator",
          "animated by|animations|trickfilm|key animation|animationsregie"),
    _role(154, "effects", "motion_design", "Titles and graphics|Titel und Grafik",
          "Grafikerin|Grafiker",
          "title design|titles|graphics|titel|titelgestaltung|grafik|motion graphics"
          "|titeldesign"),
    _role(155, "effects", "hand_colouring", "Hand colouring|Handkolorierung",
          "Handkoloristin|Handkolorist", "hand coloring|colouring|coloring|kolorierung"),
)

_POST_AND_OTHER = (
    _role(160, "post_production", "colour_grading", "Colour grading|Farbkorrektur",
          "Coloristin|Colorist",
          "color grading|colourist|color correction|colour correction|grading"
          "|lichtbestimmung|kolorist|koloristin|digital grading"),
    _role(161, "post_production", "post_production_supervisor",
          "Post-production supervisor|Postproduktionsleitung",
          "Postproduktionsleiterin|Postproduktionsleiter",
          "post-production|postproduction|postproduktion|post production coordinator"),
    _role(162, "post_production", "subtitles", "Subtitles|Untertitel", "Untertitlerin|Untertitler",
          "subtitling|untertitelung|translation|übersetzung|subtitled by"),
    _role(163, "post_production", "audio_description", "Audio description|Audiodeskription",
          "Hörfilmautorin|Hörfilmautor", "hörfilmfassung|bildbeschreibung"),
    _role(164, "post_production", "laboratory", "Laboratory|Kopierwerk", "Kopierwerk|Kopierwerk",
          "lab|film laboratory|labor"),
    _role(165, "post_production", "restoration", "Restoration|Restaurierung",
          "Restauratorin|Restaurator", "digitisation|digitalisierung|scan"),
    _role(166, "post_production", "trailer_editing", "Trailer|Trailerschnitt",
          "Trailereditorin|Trailereditor", "trailer editor|trailer by|trailer editing"),
    _role(170, "publicity", "poster_design", "Poster design|Plakatgestaltung",
          "Plakatgestalterin|Plakatgestalter", "poster|plakat|key art|artwork"),
    _role(171, "publicity", "unit_publicist", "Unit publicist|Setpresse",
          "Pressebetreuerin|Pressebetreuer", "publicist|publicity|pressebetreuung"),
    _role(180, "thanks", "historical_advisor", "Advisor|Fachberatung", "Fachberaterin|Fachberater",
          "adviser|consultant|technical advisor|historical advisor|berater|beratung"
          "|scientific advisor"),
    _role(181, "thanks", "special_thanks", "Special thanks|Besonderer Dank",
          "Besonderer Dank|Besonderer Dank",
          "thanks|thanks to|dank|danksagung|dank an|special thanks to"),
)
# fmt: on

ROLES: tuple[RoleEntry, ...] = (
    *_DIRECTION,
    *_WRITING,
    *_CAST,
    *_PRODUCTION,
    *_CAMERA,
    *_LIGHTING,
    *_EDITING,
    *_MUSIC,
    *_SOUND,
    *_DESIGN,
    *_COSTUME_AND_MAKEUP,
    *_CASTING_AND_STUNTS,
    *_EFFECTS,
    *_POST_AND_OTHER,
)


def _function(key: str, labels: str, aliases: str) -> CompanyFunction:
    en, de = labels.split("|")
    return CompanyFunction(key, en, de, tuple(aliases.split("|")))


# fmt: off
_FUNCTIONS = (
    _function("production_company", "Production company|Produktionsfirma",
              "production|produktion|produced by|a production of|eine produktion von|producer"
              "|produzent|production companies|produktionsfirmen|filmproduktion"
              "|hergestellt von|produktion von"),
    _function("co_production", "Co-production|Koproduktion",
              "co-producer|koproduzent|in co-production with|in koproduktion mit"
              "|co-produktion|co-production company|ko-produktion|ko-produzent|co-produzent"
              "|co-produced by|coproduced by|koproduzenten|in ko-produktion mit"
              "|co-production with|koproduktion mit"),
    _function("in_association", "In association with|In Zusammenarbeit mit",
              "in association|association|zusammenarbeit|in collaboration with"
              "|in cooperation with|in kooperation mit|in co-operation with"),
    _function("broadcaster", "Broadcaster|Sender",
              "tv|television|fernsehsender|tv station|with the participation of"
              "|in zusammenarbeit mit dem sender|broadcasters|commissioned by|im auftrag von"),
    _function("funder", "Funded by|Förderung",
              "funding|funder|gefördert von|gefördert durch|förderer|film fund"
              "|with funding from|filmförderung|gefördert mit mitteln von|financed by"
              "|mit förderung von|sponsored by"),
    _function("supported_by", "Supported by|Unterstützt von",
              "with the support of|with support from|unterstützung|mit unterstützung von"
              "|unterstützt vom|unterstützt durch|mit freundlicher unterstützung von|support"
              "|unterstützt von der|mit unterstützung des|mit unterstützung der"
              "|with the kind support of|supported by the"),
    _function("world_sales", "World sales|Weltvertrieb",
              "sales|international sales|sales agent|sales company|weltvertriebe"
              "|foreign sales"),
    _function("distributor", "Distribution|Verleih",
              "distributor|distributed by|im verleih von|theatrical distribution|kinoverleih"
              "|vertrieb|german distributor|filmverleih|verleiher|distributors"
              "|im vertrieb von"),
    _function("press_agent", "Press agent|Pressebetreuung",
              "press|presse|presseagentur|press contact|pressekontakt|pr|press office"
              "|presseagenturen"),
)
# fmt: on

COMPANY_FUNCTIONS: dict[str, CompanyFunction] = {entry.key: entry for entry in _FUNCTIONS}

_GENDERED_ENDING = re.compile(r"(?<=\w)[:*_/]-?in(?:nen)?\b", re.IGNORECASE)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "&": "and", "+": "and"})


def spelling_key(text: str) -> str:
    """The letters and digits of a label alone: 'Co-Producer:' and 'coproducer' are the same."""
    plain = _GENDERED_ENDING.sub("", text).casefold().translate(_UMLAUTS)
    return "".join(letter for letter in plain if letter.isalnum())


def role_spellings(role: RoleEntry) -> frozenset[str]:
    """Every spelling key under which a role is found."""
    words = (role.key, role.en, role.de, role.de_f, role.de_m, *role.aliases)
    return frozenset(spelling_key(word) for word in words)


def function_spellings(function: CompanyFunction) -> frozenset[str]:
    """Every spelling key under which a company function is found."""
    words = (function.key, function.en, function.de, *function.aliases)
    return frozenset(spelling_key(word) for word in words)


_ROLE_INDEX = {word: role for role in ROLES for word in role_spellings(role)}
_FUNCTION_INDEX = {word: entry for entry in _FUNCTIONS for word in function_spellings(entry)}


def find_role(text: str) -> RoleEntry | None:
    """The role that a printed label means, in English or German, singular or plural."""
    word = spelling_key(text)
    return _ROLE_INDEX.get(word) or _ROLE_INDEX.get(word.removesuffix("s"))


def find_function(text: str) -> CompanyFunction | None:
    """The company function that a printed label means."""
    word = spelling_key(text)
    return _FUNCTION_INDEX.get(word) or _FUNCTION_INDEX.get(word.removesuffix("s"))
