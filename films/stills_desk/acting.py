"""What is done to several pictures at once."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assets.models import Access, Image
from editorial.changes import change
from editorial.guard.versions import locked
from editorial.history.binning import put_in_bin
from editorial.moments import check_moment
from editorial.positions import next_position
from editorial.using import is_shown
from films.choices import Usage
from films.models import Film, Placement
from films.stills_desk.forms import MOMENT
from films.stills_desk.ordering import bring_forward, move, save_order
from films.stills_desk.people import find_person
from films.stills_desk.reading import placements_of
from films.stills_desk.using import uses_of
from people.models import Depiction

UNCHANGED = [("", gettext_lazy("unchanged"))]
MOVES = {"earlier", "later", "front"}


class SetForm(forms.Form):
    """Values for all chosen pictures; what is left empty stays as it is."""

    usage = forms.ChoiceField(
        label=gettext_lazy("Use"), required=False, choices=[*UNCHANGED, *Usage.choices]
    )
    photographer = forms.CharField(
        label=gettext_lazy("Photographer"), required=False, max_length=200
    )
    copyright = forms.CharField(label=gettext_lazy("Copyright"), required=False, max_length=200)
    access = forms.ChoiceField(
        label=gettext_lazy("Access"), required=False, choices=[*UNCHANGED, *Access.choices]
    )
    rights_until = forms.DateTimeField(
        label=gettext_lazy("Rights end"),
        required=False,
        widget=forms.DateTimeInput({"type": "datetime-local"}, format=MOMENT),
        input_formats=[MOMENT, f"{MOMENT}:%S"],
        validators=[check_moment],
    )
    person = forms.CharField(
        label=gettext_lazy("Add a person"),
        required=False,
        widget=forms.TextInput({"list": "likely-people"}),
    )

    def clean_person(self) -> Any:
        name = self.cleaned_data["person"].strip()
        return find_person(name) if name else None

    def in_words(self) -> str:
        """Return what is to be set: "Use: Poster; Photographer: Ada Lindqvist"."""
        values = {name: value for name, value in self.cleaned_data.items() if value}
        shown = {
            name: dict(getattr(self.fields[name], "choices", ())).get(value, value)
            for name, value in values.items()
        }
        if "rights_until" in shown:
            shown["rights_until"] = date_format(
                timezone.localtime(shown["rights_until"]), "SHORT_DATETIME_FORMAT"
            )
        return "; ".join(f"{self.fields[name].label}: {text}" for name, text in shown.items())


@dataclass
class Done:
    """How many pictures it was done to, and what kept the others from it."""

    count: int = 0
    problems: list[str] = field(default_factory=list)


def chosen_rows(film: Film, uuids: Iterable[str]) -> list[Placement]:
    wanted = set(uuids)
    return [row for row in placements_of(film) if str(row.uuid) in wanted]


def move_rows(film: Film, uuids: Iterable[str], how: str, user: Any) -> int:
    """Move the chosen pictures within their use: "earlier", "later" or to the "front"."""
    with change(user, _("Pictures put in order"), is_autosave=True):
        locked(film.record)
        rows, wanted, ordered = placements_of(film), set(uuids), []
        chosen = {row for row in rows if str(row.uuid) in wanted}
        for usage in Usage.values:
            shelf = [row for row in rows if row.usage == usage]
            if how == "front":
                ordered += bring_forward(shelf, chosen)
            else:
                ordered += move(shelf, chosen, -1 if how == "earlier" else 1)
        save_order(ordered)
    return len(chosen)


def set_values(film: Film, uuids: Iterable[str], values: dict[str, Any], user: Any) -> Done:
    """Write the values that are given; a picture that may not have them is named and left."""
    done = Done()
    facts = {name: values[name] for name in IMAGE_FIELDS if values.get(name)}
    with change(user, _("Several pictures edited")):
        locked(film.record)
        for row in chosen_rows(film, uuids):
            try:
                _set_one(row, facts, values)
            except ValidationError as error:
                done.problems.append(f"{row.image}: {' '.join(error.messages)}")
            else:
                done.count += 1
    return done


IMAGE_FIELDS = ("photographer", "copyright", "access", "rights_until")


def _set_one(row: Placement, facts: dict[str, Any], values: dict[str, Any]) -> None:
    image: Image = row.image
    usage = values.get("usage") or row.usage
    if usage != row.usage:
        row.usage = usage
        row.validate_constraints()
    for name, value in facts.items():
        setattr(image, name, value)
    image.validate_constraints()
    if facts:
        image.save(update_fields=list(facts))
    if values.get("usage"):
        row.save()
    person = values.get("person")
    if person and not Depiction.objects.filter(image=image, person=person).exists():
        position = next_position(Depiction.objects.filter(image=image))
        Depiction.objects.create(image=image, person=person, position=position)


def remove_rows(film: Film, uuids: Iterable[str], user: Any) -> list[dict[str, Any]]:
    """Take pictures out of the film; return what `put_back` needs to undo it."""
    with change(user, _("Pictures removed from the film")):
        locked(film.record)
        rows = chosen_rows(film, uuids)
        kept = [
            {"uuid": str(row.uuid), "image": row.image_id, "usage": row.usage,
             "language": row.language, "position": row.position}
            for row in rows
        ]  # fmt: skip
        for row in rows:
            row.delete()
    return kept


def put_back(film: Film, kept: Iterable[dict[str, Any]], user: Any) -> int:
    """Undo a removal, each picture at its old place; return how many came back."""
    count = 0
    with change(user, _("Pictures put back")):
        locked(film.record)
        rows = placements_of(film)
        for values in sorted(kept, key=lambda one: one["position"]):
            same = Placement.objects.filter(uuid=values["uuid"]) | Placement.objects.filter(
                film=film, image=values["image"], usage=values["usage"],
                language=values["language"],
            )  # fmt: skip
            if same.exists() or not Image.objects.filter(pk=values["image"]).exists():
                continue
            row = Placement.objects.create(
                film=film, uuid=values["uuid"], image_id=values["image"], usage=values["usage"],
                language=values["language"], position=len(rows),
            )  # fmt: skip
            rows.insert(min(values["position"], len(rows)), row)
            count += 1
        if count:
            save_order(rows)
    return count


def delete_pictures(film: Film, uuids: Iterable[str], user: Any) -> Done:
    """Put chosen pictures into the bin, unless anything else uses them."""
    done = Done()
    with change(user, _("Pictures deleted")):
        locked(film.record)
        chosen = chosen_rows(film, uuids)
        for image in {row.image_id: row.image for row in chosen}.values():
            mine = [row for row in chosen if row.image_id == image.pk]
            uses = uses_of(image, without=mine)
            if uses:
                names = "; ".join(f"{use.kind}: {use.name}" for use in uses[:3])
                done.problems.append(
                    _("%(name)s is used elsewhere and stays (%(uses)s).")
                    % {"name": image, "uses": names}
                )
            elif is_shown(image):
                done.problems.append(
                    _("%(name)s is live. Remove it from the film and publish; then delete it.")
                    % {"name": image}
                )
            else:
                for row in mine:
                    row.delete()
                put_in_bin(image, user)
                done.count += 1
    return done
