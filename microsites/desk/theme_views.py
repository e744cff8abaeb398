"""The desk page of a microsite's look: its fields, ready looks, looks of other films, a preview."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from editorial.changes import change
from editorial.guard.versions import locked
from editorial.rights import Act
from films.models import Film
from microsites.blocks import kinds
from microsites.desk.frame import find_film, frame
from microsites.desk.looks import draw_samples, other_looks, put_on, values_of
from microsites.desk.previews import preview_url
from microsites.desk.rows import version_of
from microsites.desk.theme_forms import ThemeForm, take_proposals
from microsites.desk.views import picker_media
from microsites.models import Theme
from microsites.theming import FONTS, READY, make_theme, stylesheet_url
from microsites.theming.fonts import Font
from pages.preview.headers import change_policy

CONFLICT, INVALID = 409, 422


@require_http_methods(["GET", "HEAD", "POST"])
def show_look(request: HttpRequest, film_id: int) -> HttpResponse:
    if request.method != "POST":
        film = find_film(request, film_id)
        theme = _theme_of(film)
        return _show(request, film, ThemeForm(instance=theme, label_suffix=""))
    film = find_film(request, film_id, Act.EDIT)
    with change(request.user, _("Look of the microsite saved")):
        # Locked from reading to writing: two who save the look do it one after the other.
        locked(film.record)
        return _answer(request, film)


def _theme_of(film: Film) -> Theme | None:
    return Theme.objects.select_related("background_image").filter(film=film).first()


def _answer(request: HttpRequest, film: Film) -> HttpResponse:
    theme = _theme_of(film)
    before = version_of(theme) if theme else ""
    is_seen = request.POST.get("version", "") == before
    action = request.POST.get("action", "")
    if action and not is_seen:
        form = ThemeForm(instance=theme, label_suffix="")
        return _show(request, film, form, CONFLICT, is_unseen=True)
    if action == "remove":
        if theme:
            theme.delete()
        return _done(request, film, _("The microsite has the usual look again."))
    if action:
        return _put_on(request, film, theme or Theme(film=film), action)
    theirs = _words_of(theme)
    data = take_proposals(request.POST, request.POST.get("take", ""))
    form = ThemeForm(data, instance=theme or Theme(film=film), label_suffix="")
    is_valid = form.is_valid()
    if not is_seen:
        # The form comes back with today's version: sending it again means "mine".
        return _show(request, film, form, CONFLICT, is_conflict=True, theirs=theirs)
    if not is_valid:
        return _show(request, film, form, INVALID)
    form.save()
    return _done(request, film, _("The look was saved."))


def _put_on(request: HttpRequest, film: Film, theme: Theme, action: str) -> HttpResponse:
    """Take a ready look (`ready:<key>`) or that of another film (`other`)."""
    ready = READY.get(action.removeprefix("ready:"))
    chosen = request.POST.get("other", "")
    source = None
    if action == "other" and chosen.isascii() and chosen.isdigit() and len(chosen) < 19:
        source = other_looks(film.pk).filter(film=int(chosen)).first()
    if ready is None and source is None:
        messages.error(request, _("This look is not there any more. Nothing was changed."))
        return HttpResponseRedirect(_here(film))
    better = put_on(theme, values_of(source) if source else ready.values if ready else {})
    name = str(source.film) if source else str(ready.label if ready else "")
    if better:
        messages.info(request, _("Some colours were changed so that everything can be read."))
    return _done(request, film, _("The microsite has the look of “%(name)s”.") % {"name": name})


def _done(request: HttpRequest, film: Film, message: str) -> HttpResponse:
    messages.success(request, message)
    return HttpResponseRedirect(_here(film))


def _here(film: Film) -> str:
    return reverse("microsite_desk_look", args=[film.pk])


def _words_of(theme: Theme | None) -> list[tuple[str, Any]]:
    """Return the look in words, as it was saved."""
    form = ThemeForm(instance=theme)
    words = []
    for name, field in form.fields.items():
        shown = getattr(theme, f"get_{name}_display", None) if theme else None
        value = shown() if shown else getattr(theme, name, "")
        value = FONTS[value].family if value in FONTS else value
        if value not in (None, ""):
            words.append((str(field.label), str(value)))
    return words


def _show(
    request: HttpRequest, film: Film, form: ThemeForm, status: int = 200, **more: Any
) -> HttpResponse:
    theme = _theme_of(film)
    context = frame(request, film, _("Look"), "look") | {
        "form": form,
        "theme": theme,
        "words": _words_of(theme),
        "version": version_of(theme) if theme else "",
        "samples": draw_samples(),
        "others": [(look.film_id, str(look.film)) for look in other_looks(film.pk)],
        "preview": preview_url(film, None),
        "preview_inner": preview_url(film, None, "preview_page"),
        "media": picker_media(),
        **more,
    }
    response = TemplateResponse(request, "admin/microsites/look.html", context, status=status)
    return change_policy(response, frame_src="'self'")


@require_safe
def try_look(request: HttpRequest, film_id: int) -> HttpResponse:
    """What the fields would look like, before they are saved: for the preview beside them."""
    film = find_film(request, film_id, Act.EDIT)
    form = ThemeForm(request.GET, instance=Theme(film=film))
    form.is_valid()
    image = form.wanted.get("background_image")
    row = form.wanted | ({"background_image": str(image.record.uuid)} if image else {})
    theme = make_theme(row, {str(image.record.uuid): image} if image else {})
    return JsonResponse(
        {
            "stylesheet": stylesheet_url(theme, kinds(), None),
            "classes": theme.classes,
            "mistakes": {name: list(errors) for name, errors in form.errors.items()},
            "better": form.better,
        }
    )


@require_safe
def show_letters(request: HttpRequest, film_id: int) -> HttpResponse:
    """The fonts of ready looks for their drawings; browsers load those that are shown."""
    find_film(request, film_id)
    rules = [_face(font) for font in FONTS.values() if not font.is_house]
    response = HttpResponse("\n".join(rules), content_type="text/css; charset=utf-8")
    kept = "no-cache" if settings.DEBUG else "private, max-age=86400"
    response.headers["Cache-Control"] = kept
    return response


def _face(font: Font) -> str:
    return (
        f'@font-face{{font-family:"{font.family}";font-weight:{font.faces[0].weights};'
        f'font-display:swap;src:url("{static(font.first_file)}") format("woff2")}}'
    )
