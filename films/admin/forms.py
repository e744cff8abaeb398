"""Forms of a film's rows, with uploads in place."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from django import forms
from django.contrib.admin.widgets import AdminURLFieldWidget
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from assets.adding import add_image, add_subtitles, add_video, find_image, store_image
from assets.fields import ImageUpload, SubtitlesUpload, VideoUpload
from editorial.admin.form_moments import MomentField
from editorial.fields import columns
from editorial.moments import is_on_the_clock, on_the_clock_of
from films.models import Credit, Film, Placement, Screening, TextTrack, Trailer, Version
from films.showtimes import is_showtime
from films.stills_desk.uploading import reused_message
from pages.address_form import AddressFormMixin


class FilmForm(AddressFormMixin, forms.ModelForm):
    """The film itself; its address must be free in every language."""

    pinned = forms.IntegerField(
        label=_("pinned"),
        required=False,
        min_value=1,
        max_value=99,
        help_text=_("Place at the top of the home page; empty for the usual order. Works at once."),
    )

    class Meta:
        model = Film
        fields = "__all__"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "pinned" in self.fields and self.instance.pk:
            self.fields["pinned"].initial = self.instance.record.pinned


class RuntimeField(forms.CharField):
    """A runtime as people write it, kept in seconds: 95, 95 min, 5:30 (minutes), 1:35:00."""

    def __init__(self, *args, min_value=None, max_value=None, **kwargs):
        super().__init__(*args, **kwargs)

    def prepare_value(self, value):
        if not isinstance(value, int):
            return value
        minutes, seconds = divmod(value, 60)
        return f"{minutes}:{seconds:02d}"

    def to_python(self, value):
        text = super().to_python(value).lower().removesuffix("min").removesuffix("min.").strip()
        if not text:
            return None
        parts = text.split(":")
        if len(parts) > 3 or not all(re.fullmatch(r"[0-9]{1,4}", part) for part in parts):
            raise ValidationError(_("Write the runtime as 95, 5:30 or 1:35:00."))
        numbers = [int(part) for part in parts]
        if len(numbers) == 1:
            numbers.append(0)
        seconds = sum(number * 60**place for place, number in enumerate(reversed(numbers)))
        if any(number > 59 for number in numbers[1:]) or seconds > 100 * 3600:
            raise ValidationError(_("Write the runtime as 95, 5:30 or 1:35:00."))
        return seconds

    def has_changed(self, initial, data):
        try:
            return initial != self.to_python(data or "")
        except ValidationError:
            return True


class VersionForm(forms.ModelForm):
    class Meta:
        model = Version
        fields = "__all__"
        field_classes = {"runtime_seconds": RuntimeField}
        widgets = {"runtime_seconds": forms.TextInput(attrs={"size": 8})}


class ClockField(MomentField):
    """Date and time as on a clock, without a zone: the venue's zone is added with the venue."""

    def compress(self, data_list):
        if not data_list:
            return None
        if any(part in self.empty_values for part in data_list):
            raise ValidationError(_("Give date and time."))
        return datetime.combine(*data_list)


class ScreeningForm(forms.ModelForm):
    """A screening, entered and shown in the local time of its venue."""

    class Meta:
        model = Screening
        fields = ("venue", "local_time")
        field_classes = {"local_time": ClockField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Nobody announces seconds.
        self.fields["local_time"].widget.widgets[1].format = "%H:%M"
        row = self.instance
        if row.pk:
            local = on_the_clock_of(row.venue.zone, row.local_time)
            self.initial["local_time"] = local.replace(tzinfo=None)

    def clean(self):
        data = super().clean()
        moment, venue = data.get("local_time"), data.get("venue")
        if moment and venue:
            aware = moment.replace(tzinfo=ZoneInfo(venue.zone))
            # Other years the model refuses.
            if is_showtime(aware) and not is_on_the_clock(aware):
                self.add_error("local_time", _("The clocks there skip this time on that night."))
            data["local_time"] = aware
        return data


class VersionFormSet(forms.BaseInlineFormSet):
    """At most one version is the main one."""

    def clean(self):
        super().clean()
        kept = [
            f.cleaned_data for f in self.forms if f.is_valid() and not self._should_delete_form(f)
        ]
        if sum(bool(data.get("is_main")) for data in kept) > 1:
            raise ValidationError(_("Only one version can be the main one."))


class CreditForm(forms.ModelForm):
    """A credit; a name of a group makes it a credit of a group."""

    class Meta:
        model = Credit
        fields = "__all__"

    def clean(self):
        data = super().clean()
        if data.get("is_group") and "is_group" in self.fields and not self._group_name(data):
            raise ValidationError(_("Write the name of the group."))
        names = ("person", "company", "is_group")
        named = sum(bool(data.get(name, getattr(self.instance, name))) for name in names)
        if named != 1 and not self.errors:
            raise ValidationError(_("Name a person or a group or a company, only one."))
        return data

    def _group_name(self, data) -> str:
        return next((data[name] for name in columns("group") if data.get(name)), "")


class PlacementForm(forms.ModelForm):
    """A picture of the film: chosen among those that are there, or uploaded."""

    upload = ImageUpload(
        label=_("new picture"), required=False, help_text=_("JPEG, PNG, WebP, AVIF or GIF.")
    )

    class Meta:
        model = Placement
        fields = "__all__"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "image" in self.fields:
            self.fields["image"].required = False

    def clean(self):
        data = super().clean()
        if not data.get("image") and not data.get("upload") and "upload" not in self.errors:
            self.add_error("image", _("Choose a picture or upload one."))
        return data

    def save(self, commit=True):
        # Only now: an upload leaves nothing behind while anything in the form is wrong.
        if self.cleaned_data.get("upload"):
            upload = self.cleaned_data["upload"]
            store_image(upload)
            known = find_image(upload)
            self.reused = reused_message(known, self.instance.film) if known else ""
            self.instance.image = known or add_image(upload)
        return super().save(commit)


class TextTrackForm(forms.ModelForm):
    """Subtitles of a trailer: chosen or uploaded."""

    upload = SubtitlesUpload(label=_("new file"), required=False, help_text=_("A WebVTT file."))

    class Meta:
        model = TextTrack
        fields = "__all__"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"].required = False

    def clean(self):
        data = super().clean()
        if not data.get("file") and not data.get("upload") and "upload" not in self.errors:
            self.add_error("file", _("Choose a file or upload one."))
        return data

    def save(self, commit=True):
        if self.cleaned_data.get("upload"):
            self.instance.file = add_subtitles(self.cleaned_data["upload"])
        return super().save(commit)


class TrailerForm(forms.ModelForm):
    """A trailer: video and poster frame, chosen or uploaded."""

    upload = VideoUpload(
        label=_("new video"), required=False, help_text=_("MP4, M4V, MOV or WebM.")
    )
    poster_upload = ImageUpload(
        label=_("new poster frame"), required=False, help_text=_("JPEG, PNG, WebP, AVIF or GIF.")
    )

    external_url = forms.URLField(
        label=_("video elsewhere"),
        required=False,
        max_length=500,
        assume_scheme="https",
        widget=AdminURLFieldWidget,
        help_text=Trailer._meta.get_field("external_url").help_text,
    )

    class Meta:
        model = Trailer
        fields = "__all__"

    def clean(self):
        data = super().clean()
        if "upload" not in self.fields or data.get("external_url"):
            return data
        # Imported before its video was there: that must not keep the film from being saved.
        if self.instance.pk and not self.initial.get("video") and not self.has_changed():
            return data
        if not data.get("video") and not data.get("upload") and "upload" not in self.errors:
            self.add_error("video", _("Upload a video or choose one."))
        return data

    def save(self, commit=True):
        if self.cleaned_data.get("upload"):
            self.instance.video = add_video(self.cleaned_data["upload"])
        if self.cleaned_data.get("poster_upload"):
            self.instance.poster = add_image(self.cleaned_data["poster_upload"])
        return super().save(commit)
