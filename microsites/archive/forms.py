"""The form of a film's old site."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from assets.fields import FileUpload
from assets.room import saying_trouble
from assets.sites import AcceptedSite, accept_site
from microsites.models import ArchivedSite


class SiteUpload(FileUpload):
    """A ZIP of a site, checked to the last byte; its cleaned value is an `AcceptedSite`."""

    widget = forms.FileInput(attrs={"accept": ".zip,application/zip"})

    def clean(self, data: Any, initial: Any = None) -> AcceptedSite | None:
        file = super().clean(data, initial)
        with saying_trouble():
            return accept_site(file, file.name) if file else None


class ArchiveForm(forms.ModelForm):  # type: ignore[type-arg]
    upload = SiteUpload(
        label=_("archive"),
        help_text=_("A ZIP of the finished pages, up to 500 MB, with “index.html” at the top."),
    )

    class Meta:
        model = ArchivedSite
        fields = ("adds_viewport",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Who changes the setting alone uploads nothing.
        self.fields["upload"].required = self.instance.file_id is None
