"""The pictures of the guide: `python -m tests.browser.pictures` takes them all anew, in an office of examples.

Each is one window of a page's beginning, in few colours so that it weighs little. Beside them `shapes.json` keeps what
shape each page had: a law tells when it has another.
"""

import json
import subprocess
import tempfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page

from pst.rules.office.guide import GUIDE
from pst.rules.office.guide.page import Picture
from tests.browser.serving import chromium, make_demo, served, surroundings
from tests.browser.walking import Walker
from tests.laws.tree import PICTURES, ROOT, name, shape_of

SCREEN, SCALE = {"width": 1280, "height": 800}, 0.75
"""A desk's screen, drawn at 960 × 600."""
COLOURS = 64
TO_THE_EDGE = "(element) => window.scrollTo(0, element.getBoundingClientRect().top + window.scrollY - 16)"


def take_all() -> None:
    """Every picture that a page declares, in place of those there were; none is touched before all are taken."""
    pictures = {page.name: page.picture for page in GUIDE if page.picture}
    environment = surroundings()
    with tempfile.TemporaryDirectory() as folder:
        make_demo(Path(folder), environment)
        with served(Path(folder), environment, subprocess.DEVNULL) as site, chromium() as browser:
            shots = dict(_shots(browser, site, pictures))
    PICTURES.mkdir(exist_ok=True)
    for old in PICTURES.iterdir():
        old.unlink()
    for task, shot in shots.items():
        _keep(task, shot)
    shapes = {task: shape_of(picture.template) for task, picture in pictures.items()}
    (PICTURES / "shapes.json").write_text(json.dumps(shapes, indent=1) + "\n", encoding="utf-8")


def _shots(browser: Browser, site: str, pictures: dict[str, Picture]) -> Iterator[tuple[str, bytes]]:
    windows = {who: _window(browser, site, who) for who in {picture.who for picture in pictures.values()}}
    for task, picture in pictures.items():
        _walk(windows[picture.who], picture)
        yield task, windows[picture.who].screenshot()


def _window(browser: Browser, site: str, who: str) -> Page:
    """Of somebody who has signed in, or of nobody."""
    page = browser.new_page(base_url=site, viewport=SCREEN, device_scale_factor=SCALE, reduced_motion="reduce")
    if who:
        Walker(page, f"{who}@contoh.test", looks=False)
    return page


def _walk(page: Page, picture: Picture) -> None:
    address, *presses = picture.way
    page.goto(address)
    for press in presses:
        page.locator(press).first.click()
        page.wait_for_load_state("networkidle")
    if picture.upper:
        page.locator(picture.upper).first.evaluate(TO_THE_EDGE)


def _keep(task: str, shot: bytes) -> None:
    few = Image.open(BytesIO(shot)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    path = PICTURES / f"{task}.webp"
    few.convert("RGB").save(path, lossless=True, method=6)
    print(f"{name(path)}  {path.stat().st_size // 1000} KB")


if __name__ == "__main__":
    take_all()
    print(f"Gambar bantuan tersimpan di {PICTURES.relative_to(ROOT)}.")
