"""The images and the compose file say nothing that is not there; Docker itself is not asked."""

import re

import yaml

from config.settings import env
from desk.management.commands.work import read_queues
from tests.deploy.nginx import ROOT, SAMPLES

DOCKERFILE = (ROOT / "deploy/Dockerfile").read_text()
TEXT = (ROOT / "deploy/compose.yaml").read_text()
COMPOSE = yaml.safe_load(TEXT)
SERVICES = COMPOSE["services"]
OURS = {name: each for name, each in SERVICES.items() if "build" in each}
# What gunicorn's file reads besides the settings.
OF_GUNICORN = {"WORKERS", "HOST", "PORT"}


def test_foreign_images_have_a_version():
    images = [each["image"] for name, each in SERVICES.items() if name not in OURS]
    images += re.findall(r"^FROM (\S+:\S+)", DOCKERFILE, re.MULTILINE)
    assert [image for image in images if not re.search(r":.*\d|:bookworm", image)] == []


def test_settings_are_known():
    named = {name for each in OURS.values() for name in each.get("environment", {})}
    named |= set(
        re.findall(r"\b([A-Z_]+)=/?\S", re.search(r"^ENV .*?[^\\]$", DOCKERFILE, re.M | re.S)[0])
    )
    assert sorted(named - set(env.scheme) - OF_GUNICORN - {"PYTHONUNBUFFERED"}) == []


def test_no_secret_has_a_default():
    asked = re.findall(r"\$\{(\w+)(:[?-])", TEXT)
    assert {name for name, sign in asked if sign == ":-"} == {"SITE_URL"}
    assert re.findall(r"\$\{\w+\}", TEXT) == []


def test_every_queue_has_one_worker():
    commands = [each["command"] for each in OURS.values() if "command" in each]
    queues = [name for command in commands for name in read_queues(command[-1])]
    assert sorted(queues) == ["default", "kits", "media"]


def test_containers_and_volumes_are_there():
    asked = {name for each in SERVICES.values() for name in each.get("depends_on", ())}
    assert sorted(asked - set(SERVICES)) == []
    mounted = {v.partition(":")[0] for each in SERVICES.values() for v in each.get("volumes", ())}
    assert {name for name in mounted if not name.startswith(".")} == set(COMPOSE["volumes"])
    targets = {each["build"]["target"] for each in OURS.values()}
    assert targets == {"site", "front"}
    assert targets <= set(re.findall(r"^FROM \S+ AS (\w+)", DOCKERFILE, re.MULTILINE))


def test_what_is_copied_and_replaced_is_there():
    copied = re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE)
    paths = [path for line in copied for path in line.split()]
    assert [path for path in paths if not (ROOT / path).exists()] == []
    changes = re.findall(r"sed -i '(.+?)' (\S+)", DOCKERFILE)
    assert len(changes) == 3
    for rules, name in changes:
        text = (SAMPLES / "lichtspiel" / name).read_text()
        assert [rule for rule in rules.split("; ") if rule.split("|")[1] not in text] == []


def test_image_is_locked_and_has_no_secret_and_no_root():
    installs = re.findall(r"pip install (.+?) -r", DOCKERFILE)
    assert installs == ["--no-cache-dir --require-hashes"] * 2
    site = DOCKERFILE.partition(" AS site")[2].partition("FROM ")[0]
    assert re.findall(r"^USER (\w+)$", site, re.MULTILINE) == ["lichtspiel"]
    ignored = (ROOT / "deploy/Dockerfile.dockerignore").read_text().splitlines()
    assert sorted({"**/.env", ".git", "backups", "media/*"} - set(ignored)) == []
