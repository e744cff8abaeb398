"""The lock files can be installed one over the other, and hold what is asked for."""

import json
import re
import subprocess
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parents[2] / "requirements"
PIN = re.compile(r"^([a-z0-9._-]+)==([^\s;]+)", re.MULTILINE)


def pins_of(name: str) -> dict[str, str]:
    return dict(PIN.findall((REQUIREMENTS / f"{name}.lock").read_text()))


def test_locks_agree_in_every_version():
    known = pins_of("dev")
    assert len(known) > 50
    for name in ("base", "optional", "bench"):
        pins = pins_of(name)
        assert {key: known.get(key, pin) for key, pin in pins.items()} == pins, name


def test_larger_installations_get_what_their_settings_need():
    assert {"psycopg", "redis", "django-storages", "boto3"} <= pins_of("optional").keys()


def test_bill_of_materials_names_every_package_of_the_site(tmp_path):
    target = tmp_path / "bill.cdx.json"
    subprocess.run(
        ["make", "--old-file=.venv/dev.stamp", "sbom", f"SBOM={target}"],
        cwd=REQUIREMENTS.parent, check=True, capture_output=True,
    )  # fmt: skip
    bill = json.loads(target.read_text())
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert bill["metadata"]["component"]["name"] == "lichtspiel"
    assert {part["name"]: part["version"] for part in bill["components"]} == pins_of("base")
