"""Form fields whose value is an accepted file."""

from django import forms

from assets.accepting import accept_image, accept_video
from assets.pdf import accept_document
from assets.subtitles import accept_subtitles


class ImageUpload(forms.FileField):
    """A picture, checked by content; its cleaned value is an `AcceptedImage`."""

    widget = forms.ClearableFileInput(attrs={"accept": "image/*"})

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        return accept_image(file, file.name) if file else None


class DocumentUpload(forms.FileField):
    """A PDF, checked by content; its cleaned value is an `AcceptedDocument`."""

    widget = forms.ClearableFileInput(attrs={"accept": ".pdf,application/pdf"})

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        return accept_document(file, file.name) if file else None


class SubtitlesUpload(forms.FileField):
    """WebVTT subtitles; the cleaned value is an `AcceptedSubtitles`."""

    widget = forms.ClearableFileInput(attrs={"accept": ".vtt,text/vtt"})

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        return accept_subtitles(file, file.name) if file else None


class VideoUpload(forms.FileField):
    """A video, checked by content; its cleaned value is an `AcceptedVideo`."""

    widget = forms.ClearableFileInput(attrs={"accept": "video/*"})

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        return (accept_video(file, file.name), file) if file else None
