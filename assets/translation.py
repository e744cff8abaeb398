from modeltranslation.translator import TranslationOptions, register

from assets.models import Image


@register(Image)
class ImageTranslation(TranslationOptions):
    fields = ("caption", "alt")
