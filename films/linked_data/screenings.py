"""Screenings as events: on the film's page, in the calendar, at a festival."""

from assets.renditions import Picture
from films.sheet.objects import ScreeningSheet
from pages.absolute import absolute
from pages.linked_data import Node, address_data, image_data


def screening_data(
    screening: ScreeningSheet, title: str, work: str, url: str, picture: Picture | None = None
) -> Node:
    """Return the ScreeningEvent of the film `title`, whose node is `work` and whose page is `url`.

    `startDate` has the offset of the venue's clock. A cancelled screening stays and says so.
    """
    status = "EventCancelled" if screening.is_cancelled else "EventScheduled"
    tickets = screening.tickets_url if not screening.is_cancelled else ""
    return {
        "@type": "ScreeningEvent",
        "@id": f"{absolute(url)}#screening-{screening.uuid}",
        "name": title,
        "url": absolute(url),
        "startDate": screening.starts_at.isoformat(timespec="minutes"),
        "eventStatus": f"https://schema.org/{status}",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": screening.venue,
            "address": address_data(screening.street, "", screening.city, screening.country_code),
            "url": screening.website,
        },
        "workPresented": {"@id": work},
        "subtitleLanguage": list(screening.subtitle_languages),
        "videoFormat": screening.format,
        "description": ". ".join(
            text.value for text in (screening.guests, screening.note) if text.value
        ),
        "superEvent": {"@type": "Festival", "name": screening.festival}
        if screening.festival
        else None,
        "image": image_data(picture) if picture else None,
        "offers": {"@type": "Offer", "url": tickets} if tickets else None,
    }
