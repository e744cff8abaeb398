"""The page: five queries for the columns it shows, five tables, one template, nothing kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path

from films.models import Credit, Film, Placement, Selection

ROWS = 5
FILM = ("category", "year", "title_en", "synopsis_short_en", "synopsis_long_en")
CREDIT = ("film_id", "role__name_en", "person__name")
SELECTION = ("film_id", "edition__year", "edition__festival__name_en", "edition__festival__city")
STILL = ("film_id", *(f"image__{name}" for name in
         ("sha256", "width", "height", "alt_en", "caption_en", "photographer")))  # fmt: skip
OTHER = ("year", "title_en", "slug_en")


def show(request: HttpRequest, key: str) -> HttpResponse:
    film = get_object_or_404(Film.objects.only(*FILM), record__key=key)
    credits = Credit.objects.filter(film=film).select_related("person", "role")
    selections = Selection.objects.filter(film=film).select_related("edition__festival")
    stills = Placement.objects.filter(film=film).select_related("image")
    others = Film.objects.exclude(pk=film.pk).order_by("-year")
    context = {
        "film": film,
        "credits": credits.only(*CREDIT)[:ROWS],
        "selections": selections.only(*SELECTION)[:ROWS],
        "stills": stills.only(*STILL)[:ROWS],
        "others": others.only(*OTHER)[:ROWS],
    }
    return render(request, "five.html", context)


urlpatterns = [path("<slug:key>/", show)]
