"""What is made of the rows and can be made anew: sites that are older than it have none yet."""

from assets.video.filling import fill_facts
from desk.finding.indexing import fill_index
from editorial.publishing.reindexing import fill_search_texts, fill_search_words
from editorial.translating.keeping import fill_states
from films.renewing import renew_publications
from microsites.phases.filling import fill_last_days


def fill_derived() -> None:
    """Make what is missing; what is there is kept. Called by upgrade, restore, prepare and work."""
    fill_states()
    fill_index()
    fill_search_texts()
    fill_search_words()
    renew_publications()
    fill_last_days()
    fill_facts()
