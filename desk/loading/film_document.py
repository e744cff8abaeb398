"""A parsed film as a document: what the folder says, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from desk.importing.objects import ParsedCredit, ParsedFilm, ParsedSelection
from desk.importing.problems import Problem
from desk.loading.identity import RowIds
from desk.loading.new_rows import Known
from desk.loading.shared import SharedRows
from editorial.kinds import Document
from editorial.models import Record
from films.document import FILM

Texts = dict[str, dict[str, Any]]


@dataclass
class Pictures:
    """The files of a film after they were accepted: image records by file, video, old site."""

    images: Mapping[str, str] = field(default_factory=dict)
    video: str | None = None
    site: str | None = None


class FilmWriter:
    """Writes one parsed film into a document."""

    def __init__(
        self,
        film: ParsedFilm,
        record: Record,
        shared: SharedRows,
        pictures: Pictures,
        before: Document,
    ) -> None:
        self.film = film
        # What the folder said the last time: a person renamed by hand changes nothing in it.
        parts = ("credits", "companies", "selections", "archived_sites")
        self.before = {row["uuid"]: row for name in parts for row in before.get(name, [])}
        self.ids = RowIds(record.uuid)
        self.shared = shared
        self.pictures = pictures
        self.proposals: list[str] = []
        self.problems: list[Problem] = []
        self.texts: dict[str, Texts] = {}
        self.document: Document = {
            "schema": FILM.schema,
            "kind": FILM.name,
            "uuid": str(record.uuid),
            "key": record.key,
            "texts": self.texts,
        }

    def write(self) -> Document:
        self._write_facts()
        self._write_countries()
        self._write_version()
        self._write_credits()
        self._write_companies()
        self._write_festivals()
        self._write_links()
        self._write_pictures()
        self._write_site()
        return self.document

    def _text(self, part: str, uuid: str, name: str, values: Mapping[str, str]) -> None:
        for language, value in values.items():
            if value:
                rows = self.texts.setdefault(language, {}).setdefault(part, {})
                rows.setdefault(uuid, {})[name] = value

    def _write_facts(self) -> None:
        facts: dict[str, Any] = {}
        if self.film.category:
            facts["category"] = self.film.category
        if self.film.release_year:
            facts["year"] = self.film.release_year
        if self.film.internal_note:
            facts["internal_notes"] = self.film.internal_note
        self.document["facts"] = facts
        for language in self.film.title:
            own = {k: v for k, v in self.film.texts.get(language, {}).items() if k in FACT_TEXTS}
            texts = {"title": self.film.title[language], "slug": self.film.slug, **own}
            self.texts.setdefault(language, {})["facts"] = {k: v for k, v in texts.items() if v}

    def _write_countries(self) -> None:
        rows = []
        for place, country in enumerate(self.film.countries):
            row = {"uuid": self.ids.make("countries", country.code), "position": place}
            row |= {"code": country.code} | ({"note": country.note} if country.note else {})
            rows.append(row)
        self.document["countries"] = rows

    def _write_version(self) -> None:
        version = self.film.version
        row: dict[str, Any] = {"uuid": self.ids.make("versions", "main"), "position": 0}
        row |= {"is_main": True, "has_no_dialogue": version.has_no_dialogue}
        for name in ("runtime_seconds", "format", "aspect_ratio", "colour", "sound"):
            if getattr(version, name):
                row[name] = getattr(version, name)
        row["dialogue_languages"] = list(version.dialogue_languages)
        row["subtitle_languages"] = list(version.subtitle_languages)
        notes = {code: texts.get("technical_note", "") for code, texts in self.film.texts.items()}
        self._text("versions", row["uuid"], "note", notes)
        self.document["versions"] = [row]

    def _write_credits(self) -> None:
        rows = [self._credit(credit) for credit in self.film.credits]
        self.document["credits"] = [row for row in rows if row is not None]

    def _credit(self, credit: ParsedCredit) -> dict[str, Any] | None:
        label = credit.name or next(iter(credit.names.values()), "")
        role = credit.role_key or next(iter(credit.role_text.values()), "")
        row: dict[str, Any] = {
            "uuid": self.ids.make("credits", role, label),
            "position": credit.position,
            "is_group": credit.kind == "group",
            "is_lead": credit.is_lead,
            "is_uncredited": False,
        }
        if credit.role_key:
            row["role"] = credit.role_key
        else:
            self._text("credits", row["uuid"], "role_text", credit.role_text)
        if credit.kind == "group":
            self._text("credits", row["uuid"], "group", credit.names)
        elif credit.kind == "company":
            known = self.before.get(row["uuid"], {}).get("company", "")
            row["company"] = known or self.shared.company(label).uuid
        else:
            known = self.before.get(row["uuid"], {}).get("person", "")
            person = self.shared.known_person(known) or self.shared.person(
                credit.name, credit.other_spellings, self.proposals
            )
            if person is None:
                self._report_erased(credit)
                return None
            row["person"] = person.uuid
            credited = credit.credited_as or self._spelling(row["uuid"], credit, person)
            if credited:
                row["credited_as"] = credited
        self._text("credits", row["uuid"], "character", credit.character)
        return row

    def _report_erased(self, credit: ParsedCredit) -> None:
        message = _(
            "This person was erased at his or her request; the credit is left out. Delete the "
            "name from the folder. If it is somebody else of the same name, create the person "
            "in the admin and import again."
        )
        key = credit.role_key or "credits"
        self.problems.append(Problem(self.film.folder, None, key, credit.name, message))

    def _spelling(self, uuid: str, credit: ParsedCredit, person: Known) -> str:
        """Return the credit's spelling where it is not the person's usual name."""
        if uuid in self.before:
            printed: str = self.before[uuid].get("credited_as", "")
            return printed
        return credit.name if person.name != credit.name else ""

    def _write_companies(self) -> None:
        rows = []
        for company in self.film.companies:
            uuid = self.ids.make("companies", company.function, company.name)
            known = self.before.get(uuid, {}).get("company", "")
            row: dict[str, Any] = {
                "uuid": uuid,
                "position": company.position,
                "company": known or self.shared.company(company.name).uuid,
                "function": company.function,
            }
            if company.territory:
                row["territory"] = company.territory
            self._text("companies", row["uuid"], "note", company.note)
            rows.append(row)
        self.document["companies"] = rows

    def _write_festivals(self) -> None:
        selections, awards = [], []
        for selection in self.film.selections:
            first = next(iter(selection.festival.values()))
            uuid = self.ids.make("selections", first, str(selection.year or ""))
            known = self.before.get(uuid, {}).get("edition", "")
            row: dict[str, Any] = {
                "uuid": uuid,
                "position": selection.position,
                "edition": known or self._edition(selection),
            }
            if selection.premiere:
                row["premiere"] = selection.premiere
            self._text("selections", row["uuid"], "section", selection.section)
            selections.append(row)
        for award in self.film.awards:
            names = [next(iter(values.values()), "") for values in (award.body, award.name)]
            row = {
                "uuid": self.ids.make("awards", *names, str(award.year or "")),
                "position": award.position,
                "result": award.result,
            }
            if award.year:
                row["year"] = award.year
            self._text("awards", row["uuid"], "name", award.name)
            self._text("awards", row["uuid"], "body", award.body)
            awards.append(row)
        self.document |= {"selections": selections, "awards": awards}

    def _edition(self, selection: ParsedSelection) -> str:
        festival = self.shared.festival(dict(selection.festival))
        return self.shared.edition(festival, selection.year)

    def _write_links(self) -> None:
        rows = []
        for link in self.film.links:
            row: dict[str, Any] = {
                "uuid": self.ids.make("links", link.url),
                "position": link.position,
                "kind": link.kind,
                "url": link.url,
            }
            self._text("links", row["uuid"], "label", link.label)
            rows.append(row)
        self.document["links"] = rows

    def _write_pictures(self) -> None:
        rows = []
        frame = None
        placed: set[tuple[str, str, str]] = set()
        for image in self.film.images:
            uuid = self.pictures.images.get(image.file)
            if uuid is None:
                continue
            if image.usage == "trailer_poster":
                frame = frame or uuid
                continue
            if (uuid, image.usage, image.language) in placed:
                message = _("The same picture stands here already under another name.")
                self.problems.append(
                    Problem(image.file, image.line, image.key, image.path.name, message)
                )
                continue
            placed.add((uuid, image.usage, image.language))
            row = {
                "uuid": self.ids.make(
                    "images", image.usage, self._place(image.file), image.language
                ),
                "position": image.position,
                "image": uuid,
                "usage": image.usage,
            }
            if image.language:
                row["language"] = image.language
            rows.append(row)
        self.document["images"] = rows
        self.document["trailers"] = self._trailers(frame)

    def _write_site(self) -> None:
        """Write the old site; one that was refused this time stays as it was."""
        uuid = self.ids.make("archived_sites", "site")
        known = self.before.get(uuid, {}).get("file") if self.film.site else None
        file = self.pictures.site or known
        row = {"uuid": uuid, "file": file, "adds_viewport": True}
        self.document["archived_sites"] = [row] if file else []

    def _place(self, file: str) -> str:
        """Return the file's place in the film's own folder: the same from whatever root."""
        return file.removeprefix(f"{self.film.folder}/").rpartition(f"/{self.film.slug}/")[2]

    def _trailers(self, frame: str | None) -> list[dict[str, Any]]:
        if frame is None and self.pictures.video is None:
            return []
        row: dict[str, Any] = {"uuid": self.ids.make("trailers", "trailer"), "position": 0}
        if self.pictures.video:
            row["video"] = self.pictures.video
        if frame:
            row["poster"] = frame
        return [row]


FACT_TEXTS = ("synopsis_short", "synopsis_long", "award_notes", "additional_info")
