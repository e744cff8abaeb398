"""A video of 200 MB, uploaded into a gunicorn that is killed."""

import time
from pathlib import Path
from threading import Timer

from tests.bad_input.video import box, movie
from tests.desk.backup.trial import Trial
from tests.kills.browser import Browser
from tests.kills.ground import Ground, Web, check_integrity, files_below
from tests.kills.outcome import Outcome, spread

PAGE = "/admin/assets/mediafile/add/"
BYTES = 200 * 1024 * 1024


def run(ground: Ground) -> Outcome:
    outcome = Outcome("upload")
    trial = ground.new_trial("upload")
    ground.cradle.measured(trial, "desk")
    web = Web(trial)
    web.start()
    browser = Browser(web)
    browser.log_in("")
    outcome.seconds = _measure(browser, trial.path)
    before = _videos(ground, trial)
    for number, instant in enumerate(spread(ground.chance, ground.instants, outcome.seconds)):
        file = make_video(trial.path, number + 100)
        token = browser.token_of(PAGE)
        timer = Timer(instant, web.kill)
        timer.start()
        status = browser.send_file(PAGE, file, token)
        timer.join()
        outcome.recoveries.append(web.start())
        after = _videos(ground, trial)
        outcome.problems += _missing(trial, after)
        outcome.problems += _problems(browser, status, len(after) - len(before))
        outcome.count(len(after) > len(before))
        outcome.lost += status == 302 and len(after) == len(before)
        before = after
    web.kill()
    outcome.problems += ground.tidied(trial)
    outcome.problems += _unnamed(trial, set(before)) + check_integrity(trial)
    return outcome


def _measure(browser: Browser, folder: Path) -> float:
    token, file = browser.token_of(PAGE), make_video(folder, 99)
    began = time.monotonic()
    status = browser.send_file(PAGE, file, token)
    assert status == 302, f"The upload unhurt answers {status}"
    return time.monotonic() - began


def make_video(folder: Path, seconds: int) -> Path:
    """Make a sparse file that is an MP4 by its boxes; each length is another content."""
    path = folder / "trailer.mp4"
    head = box(b"ftyp", b"isom\x00\x00\x02\x00isomiso2avc1mp41") + movie(seconds=seconds)
    with path.open("wb") as file:
        file.write(head + BYTES.to_bytes(4, "big") + b"mdat")
        file.truncate(len(head) + BYTES)
    return path


def _videos(ground: Ground, trial: Trial) -> dict[str, int]:
    return dict(ground.told(trial)["videos"])


def _problems(browser: Browser, status: int, new: int) -> list[str]:
    found = [] if new in (0, 1) else [f"{new} rows of one upload"]
    if status == 302 and not new:
        found.append("an upload that was acknowledged is lost")
    if browser.fetch("/en/night-ferry/")[0] != 200:
        found.append("the page of the film does not answer")
    return found


def _missing(trial: Trial, videos: dict[str, int]) -> list[str]:
    sizes = {path.stem: path.stat().st_size for path in files_below(trial.media / "videos")}
    return [f"a row without its file: {sha256[:8]}" for sha256, size in videos.items()
            if sizes.get(sha256) != size]  # fmt: skip


def _unnamed(trial: Trial, known: set[str]) -> list[str]:
    return [f"no row names {path.name}" for path in files_below(trial.media / "videos")
            if path.stem[:64] not in known]  # fmt: skip
