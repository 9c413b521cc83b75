"""Law 1: imports only go down. The floors stand in `pyproject.toml` under `[tool.importlinter]`."""

import pytest
from importlinter.cli import lint_imports

from tests.laws.tree import ROOT


def test_imports_only_go_down_the_floors(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(
        "logging.config.dictConfig", lambda settings: None
    )  # it would silence our own logs for good

    broken = lint_imports(config_filename="pyproject.toml", no_cache=True)

    assert not broken, "see the report above: which import goes up?"
