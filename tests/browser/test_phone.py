"""A phone held in one hand: everything that stands for itself is as large as a finger, and nothing is cut unseen."""

from collections.abc import Callable
from itertools import pairwise

from playwright.sync_api import Page

from tests.browser.walking import Walker

PHONE = {"width": 360, "height": 740, "has_touch": True, "is_mobile": True}
PUBLIC = ("/", "/katalog", "/lacak", "/pengaduan", "/standar-pelayanan")
OFFICERS = ("/petugas", "/petugas/permohonan", "/petugas/tamu", "/petugas/surat", "/petugas/loket")
TARGETS = """() => [...document.querySelectorAll("a, button, input, summary, select")]
  .filter((it) => it.type !== "hidden" && it.checkVisibility() && !it.matches(".govuk-skip-link"))
  .filter((it) => !it.closest("p, dd, td, h1, h2, h3, .govuk-list li :not(a)"))
  .map((it) => it.closest(".govuk-radios__item, .govuk-checkboxes__item") ?? it)
  .map((it) => [it.textContent.trim() || it.name, it.getBoundingClientRect()])
  .filter(([, box]) => box.width < 43.5 || box.height < 43.5)
  .map(([words, box]) => `${words.slice(0, 40)}: ${Math.round(box.width)} x ${Math.round(box.height)}`)"""
SIDEWAYS = "document.documentElement.scrollWidth - screen.width"
TOPS = """() => [...document.querySelectorAll(".pst-filters .govuk-input, .pst-filters .govuk-select")]
  .map((it) => Math.round(it.getBoundingClientRect().top))"""


def test_what_is_touched_is_as_large_as_a_finger(window: Callable[..., Page]):
    page, found = window(**PHONE), []
    for path in PUBLIC:
        found += faults(page, path)
    Walker(page, "petugas1@contoh.test")
    for path in OFFICERS:
        found += faults(page, path)

    assert found == []


def test_the_fields_that_narrow_a_list_stand_level(page: Page):
    Walker(page, "petugas1@contoh.test")
    page.goto("/petugas/permohonan")

    tops = sorted(set(page.evaluate(TOPS)))

    assert tops and all(below - above > 40 for above, below in pairwise(tops))  # each is a row of its own


def faults(page: Page, path: str) -> list[str]:
    page.goto(path)
    small = [f"{path}: {words}" for words in page.evaluate(TARGETS)]
    return small + ([f"{path} scrolls sideways"] if page.evaluate(SIDEWAYS) > 0 else [])
