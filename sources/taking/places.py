"""City and country of a festival that an intake made without them: the next source tells them."""

from editorial.models import Record
from festivals.models import Festival
from films.models import Selection
from sources.models import Claim, Intake
from sources.taking.choices import Values


def fill_place(selection: Selection, said: Values) -> bool:
    """Give the festival of a selection what it lacks; tell whether it lacked any.

    Only a festival that was made by an intake for this film: others are their editors'.
    """
    festival = selection.edition.festival
    wanted = {name: said[name] for name in ("city", "country")
              if said.get(name) and not getattr(festival, name)}  # fmt: skip
    if not wanted or not _is_made(festival, selection.film.record):
        return False
    for name, value in wanted.items():
        setattr(festival, name, value)
    festival.save()
    return True


def _is_made(festival: Festival, record: Record) -> bool:
    made = Intake.objects.filter(record=record, undone_at=None).values_list("added", flat=True)
    return any(str(festival.uuid) in added for added in made)


def clear_places(intake: Intake) -> None:
    """Take back what this intake alone said of places of festivals that another one made."""
    claims = Claim.objects.filter(record=intake.record, part="selections").exclude(row=None)
    for claim in claims.filter(intake=intake):
        selection = Selection.objects.filter(uuid=str(claim.row)).select_related("edition").first()
        if selection is None or str(selection.edition.festival.uuid) in intake.added:
            continue
        festival = selection.edition.festival
        others = [other.values for other in claims.filter(row=claim.row).exclude(intake=intake)]
        told = [name for name in ("city", "country")
                if claim.values.get(name) and getattr(festival, name) == claim.values[name]
                and not any(values.get(name) for values in others)]  # fmt: skip
        if told and _is_made(festival, intake.record):
            for name in told:
                setattr(festival, name, "")
            festival.save()
