"""Which films a source speaks of."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Exists, OuterRef

from films.models import Film
from sources.models import Claim, Intake, Source


def is_of_film(source: Source, film: Film) -> bool:
    """Tell whether the source says something of the film, or nothing yet of any."""
    told = Claim.objects.filter(source=OuterRef("pk"))
    taken = Intake.objects.filter(source=OuterRef("pk"))
    is_here = Exists(told.filter(record=film.pk)) | Exists(taken.filter(record=film.pk))
    is_new = ~Exists(told) & ~Exists(taken)
    return Source.objects.filter(is_here | is_new, pk=source.pk).exists()


def named_on(sources: Iterable[Source]) -> dict[int, tuple[str, ...]]:
    """Return the films on whose pages each source is named, or would be, by its primary key."""
    claims = Claim.objects.filter(source__in=[source.pk for source in sources])
    pairs = list(claims.order_by().values_list("source", "record").distinct())
    titles = {film.pk: str(film) for film in Film.objects.filter(pk__in={pk for _s, pk in pairs})}
    found = defaultdict(list)
    for source, record in pairs:
        if record in titles:
            found[source].append(titles[record])
    return {source: tuple(sorted(films)) for source, films in found.items()}
