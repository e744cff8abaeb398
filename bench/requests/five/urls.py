"""The page: five queries, rows of five tables, one template, nothing kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path

from films.models import Credit, Film, Placement, Selection

ROWS = 10


def show(request: HttpRequest, key: str) -> HttpResponse:
    film = get_object_or_404(Film, record__key=key)
    credits = Credit.objects.filter(film=film).select_related("person", "role")[:ROWS]
    selections = Selection.objects.filter(film=film).select_related("edition__festival")[:ROWS]
    stills = Placement.objects.filter(film=film).select_related("image")[:ROWS]
    others = Film.objects.exclude(pk=film.pk).order_by("-year")[:ROWS]
    context = {"film": film, "credits": credits, "selections": selections, "stills": stills,
               "others": others}  # fmt: skip
    return render(request, "five.html", context)


urlpatterns = [path("<slug:key>/", show)]
