"""Pictures, videos and subtitles in the admin."""

from django import forms
from django.contrib import admin, messages
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from assets.adding import add_image, add_video, replace_image
from assets.fields import ImageUpload, VideoUpload
from assets.models import Image, MediaFile
from assets.previews import thumbnail
from assets.repairing import is_damaged
from assets.video.prepared import LEAST_LOOP_SECONDS
from assets.video.tasks import prepare_later
from assets.video.telling import tell_state
from editorial.admin.base import EditorialAdmin
from editorial.fields import columns
from editorial.history.holding import holders_of


class ImageForm(forms.ModelForm):
    """A picture: the file is needed once and may be replaced."""

    upload = ImageUpload(
        label=_("file"), required=False, help_text=_("JPEG, PNG, WebP, AVIF or GIF, up to 60 MB.")
    )

    class Meta:
        model = Image
        fields = "__all__"

    def clean(self):
        data = super().clean()
        if self.instance.pk is None and not data.get("upload") and "upload" not in self.errors:
            self.add_error("upload", _("Choose the picture's file."))
        return data


@admin.register(Image)
class ImageAdmin(EditorialAdmin):
    form = ImageForm
    list_display = ("preview", "name", "caption", "photo_credit", "size", "access")
    list_display_links = ("name",)
    empty_value_display = ""
    search_help_text = _("File name, caption, photographer or copyright")
    empty_text = _("Pictures come with the films that show them, or are added here one by one.")
    list_filter = ("access", "extension")
    search_fields = ("original_name", *columns("caption"), "photographer", "copyright")
    readonly_fields = ("preview",)
    fieldsets = (
        (None, {"fields": ("preview", "upload", "caption", "alt")}),
        (
            _("Rights"),
            {"fields": (("photographer", "copyright"), ("access", "rights_until"))},
        ),
        (_("Crop and notes"), {"fields": (("focal_x", "focal_y"), "internal_notes")}),
    )

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        sent = getattr(request, "sent", None)
        is_page = sent is None or not sent.wants_json
        if obj is not None and is_page and is_damaged(obj):
            messages.error(
                request,
                gettext(
                    "The file of this picture is missing or damaged. Upload it again here, or have "
                    "it taken from a backup."
                ),
            )
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_model(self, request, obj, form, change):
        accepted = form.cleaned_data.get("upload")
        if accepted and not change:
            add_image(accepted, image=obj)
        elif accepted:
            replace_image(obj, accepted)
        else:
            super().save_model(request, obj, form, change)

    @admin.display(description=_("preview"))
    def preview(self, image):
        return thumbnail(image) if image.pk else "–"

    @admin.display(description=_("file"), ordering="original_name")
    def name(self, image):
        return str(image)

    @admin.display(description=_("photo credit"))
    def photo_credit(self, image):
        return image.credit

    @admin.display(description=_("size"))
    def size(self, image):
        return f"{image.width} × {image.height}"


class MediaFileForm(forms.ModelForm):
    """A video; the same file is kept once."""

    upload = VideoUpload(label=_("file"), help_text=_("MP4, M4V, MOV or WebM, up to 2 GB."))

    class Meta:
        model = MediaFile
        fields = ("loop_from",)


class VideoForm(forms.ModelForm):
    """A video that is there: where its silent loop begins."""

    class Meta:
        model = MediaFile
        fields = ("loop_from",)

    def clean_loop_from(self):
        second = self.cleaned_data.get("loop_from")
        length = self.instance.seconds
        if second is not None and length and second > length - LEAST_LOOP_SECONDS:
            raise forms.ValidationError(
                _("The video has %(length)s seconds only. Choose an earlier place.")
                % {"length": int(length)}
            )
        return second


@admin.register(MediaFile)
class MediaFileAdmin(EditorialAdmin):
    form = MediaFileForm
    list_display = (
        "original_name", "kind", "extension", "readable_size", "told_state", "created_at",
    )  # fmt: skip
    readonly_fields = ("original_name", "told_state")
    search_fields = ("original_name", "sha256")
    search_help_text = _("File name")
    empty_text = _("Videos and subtitles come with the trailers of a film.")

    def get_fieldsets(self, request, obj=None):
        """The file is given once; afterwards only the beginning of the loop is to be chosen."""
        if obj is None:
            return ((None, {"fields": ("upload", "loop_from")}),)
        is_video = obj.kind == MediaFile.Kind.VIDEO
        more = ("told_state", "loop_from") if is_video else ()
        return ((None, {"fields": ("original_name", *more)}),)

    def get_form(self, request, obj=None, change=False, **kwargs):
        if obj is not None:
            kwargs.setdefault("form", VideoForm)
        return super().get_form(request, obj, change=change, **kwargs)

    @admin.display(description=_("size"), ordering="size")
    def readable_size(self, file):
        return filesizeformat(file.size)

    @admin.display(description=_("state"))
    def told_state(self, file):
        return tell_state(file)

    def get_deleted_objects(self, objs, request):
        """Refuse to delete a file that a former state of a film needs when it comes back."""
        to_delete, counts, missing, protected = super().get_deleted_objects(objs, request)
        for record in holders_of([str(obj.uuid) for obj in objs]):
            protected.append(_("%(title)s, in its history") % {"title": record})
        return to_delete, counts, missing, protected

    def save_model(self, request, obj, form, change):
        if change:
            super().save_model(request, obj, form, change)
            if obj.kind == MediaFile.Kind.VIDEO:
                prepare_later(obj)  # makes what is not there, and tries again what failed
            return
        kept = add_video(form.cleaned_data["upload"])
        if form.cleaned_data.get("loop_from") is not None:
            kept.loop_from = form.cleaned_data["loop_from"]
            kept.save(update_fields=["loop_from"])
        obj.pk = kept.pk
        obj.refresh_from_db()
