"""The version is said once: whoever publishes changes it in `pst/__init__.py` and is reminded of the other places."""

import re
import tomllib

from pst import __version__
from tests.laws.tree import ROOT

UNPUBLISHED = "belum diterbitkan"


def test_the_list_of_changes_names_this_version_as_the_newest_published():
    headings = re.findall(r"^## (\S+) — (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)

    assert next(version for version, when in headings if when != UNPUBLISHED) == __version__


def test_the_project_bears_this_version():
    assert tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"] == __version__


def test_every_page_says_which_version_it_is_of(anyone):
    assert anyone.get("/").html.select_one("footer").get_text(" ", strip=True).count(f"Versi {__version__}") == 1
