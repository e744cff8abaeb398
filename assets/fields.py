"""Form fields for files, which say so while no file can be kept; most accept one by its content."""

from typing import Any

from django import forms

from assets.accepting import accept_image, accept_video
from assets.pdf import accept_document
from assets.room import refuse_lost, refuse_without_room, saying_trouble
from assets.storing import refuse_when_away
from assets.subtitles import accept_subtitles


class ReadUpload(forms.FileField):
    """A file that is read and not kept: a text, a table."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        refuse_lost(file)
        return file


class FileUpload(forms.FileField):
    """A file that is kept in the storage."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        file = super().clean(data, initial)
        if file:
            refuse_when_away()
            refuse_without_room(file)
        return file


class ImageUpload(FileUpload):
    """A picture, checked by content; its cleaned value is an `AcceptedImage`."""

    widget = forms.ClearableFileInput(attrs={"accept": "image/*"})

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        with saying_trouble():
            return accept_image(file, file.name) if file else None


class DocumentUpload(FileUpload):
    """A PDF, checked by content; its cleaned value is an `AcceptedDocument`."""

    widget = forms.ClearableFileInput(attrs={"accept": ".pdf,application/pdf"})

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        with saying_trouble():
            return accept_document(file, file.name) if file else None


class SubtitlesUpload(FileUpload):
    """WebVTT subtitles; the cleaned value is an `AcceptedSubtitles`."""

    widget = forms.ClearableFileInput(attrs={"accept": ".vtt,text/vtt"})

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        with saying_trouble():
            return accept_subtitles(file, file.name) if file else None


class VideoUpload(FileUpload):
    """A video, checked by content; its cleaned value is an `AcceptedVideo`."""

    widget = forms.ClearableFileInput(attrs={"accept": "video/*"})

    def clean(self, data, initial=None):
        file = super().clean(data, initial)
        with saying_trouble():
            return (accept_video(file, file.name), file) if file else None
