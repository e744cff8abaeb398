"""Many entries at once: a text is pasted, what was read is shown, and then added."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from editorial.admin.pickers import own_language
from editorial.changes import change
from editorial.fields import column, languages
from editorial.form_fields import ProseField
from editorial.guard.versions import locked
from editorial.names import spoken
from editorial.positions import MOST, next_position
from editorial.rights import Act
from films.models import Film
from microsites.desk.frame import find_film, frame
from microsites.desk.pasting import Pasted, Reading, read_entries
from microsites.desk.row_views import INVALID, entries_address
from microsites.desk.rows import BLOCKS, name_of, takes_pasted
from microsites.models import Block, Entry


class PasteForm(forms.Form):
    """The text, and the language it is written in."""

    text = ProseField(
        label=gettext_lazy("Entries"), widget=forms.Textarea({"rows": 18, "data-typed": ""})
    )
    language = forms.ChoiceField(label=gettext_lazy("Language"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.fields["language"].choices = [(code, spoken(code)) for code in languages()]  # type: ignore[attr-defined]
        self.fields["language"].initial = own_language()


@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: HttpRequest, film_id: int, uuid: str) -> HttpResponse:
    film = find_film(request, film_id, Act.EDIT)
    block = BLOCKS.find(film, uuid)
    if block is None or not takes_pasted(block):
        raise Http404(_("This is not there any more."))
    if request.method != "POST":
        return _show(request, film, block, PasteForm())
    form = PasteForm(request.POST)
    if not form.is_valid():
        return _show(request, film, block, form, None, INVALID)
    reading = read_entries(form.cleaned_data["text"])
    if not reading.entries:
        form.add_error("text", _("No line begins with a date or with a number such as “Day 12”."))
        return _show(request, film, block, form, None, INVALID)
    if "add" not in request.POST:
        return _show(request, film, block, form, reading)
    _write(request.user, film, block, reading.entries, form.cleaned_data["language"])
    count = len(reading.entries)
    text = ngettext("%(count)d entry added.", "%(count)d entries added.", count)
    messages.success(request, text % {"count": count})
    return HttpResponseRedirect(entries_address(film, block))


def _write(user: Any, film: Film, block: Block, entries: tuple[Pasted, ...], code: str) -> None:
    with change(user, _("Entries of the microsite pasted")):
        locked(film.record)
        first = next_position(Entry.objects.filter(block=block))
        for number, one in enumerate(entries, first):
            row = Entry(block=block, number=one.number, date=one.day, position=min(number, MOST))
            setattr(row, column("title", code), one.title)
            setattr(row, column("text", code), one.text)
            row.save()


def _show(
    request: HttpRequest,
    film: Film,
    block: Block,
    form: PasteForm,
    reading: Reading | None = None,
    status: int = 200,
) -> HttpResponse:
    context = frame(request, film, name_of(block)) | {
        "form": form,
        "reading": reading,
        "back": entries_address(film, block),
    }
    return TemplateResponse(request, "admin/microsites/paste.html", context, status=status)
