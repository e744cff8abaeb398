from modeltranslation.translator import TranslationOptions, register

from microsites import models


@register(models.MicrositePage)
class MicrositePageTranslation(TranslationOptions):
    fields = ("title", "slug")


@register(models.Block)
class BlockTranslation(TranslationOptions):
    fields = ("heading", "text")


@register(models.Entry)
class EntryTranslation(TranslationOptions):
    fields = ("title", "text")
