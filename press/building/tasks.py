"""The background job that builds kits, on a queue of its own: pictures need not wait for it."""

from django_tasks import task


@task(queue_name="kits")
def build_kit(kit_id: int) -> None:
    """Build one kit."""
    from press.building.building import build

    build(kit_id)
