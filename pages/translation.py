from modeltranslation.translator import TranslationOptions, register

from pages.models import Page, Profile


@register(Profile)
class ProfileTranslation(TranslationOptions):
    fields = ("claim", "known_barriers", "dispute_resolution", "press_terms")


@register(Page)
class PageTranslation(TranslationOptions):
    fields = ("title", "slug", "body", "seo_title", "seo_description")
