from modeltranslation.translator import TranslationOptions, register

from festivals.models import Festival


@register(Festival)
class FestivalTranslation(TranslationOptions):
    fields = ("name",)
