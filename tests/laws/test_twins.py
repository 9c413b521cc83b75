"""Law 11: every module has its twin: `pst/rules/calendar.py` is told by `tests/rules/test_calendar.py`.

Modules deeper down (`pst/questionnaires/rekomendasi_2026/block_3_planning.py`) may instead be told together by the
twin of their folder (`tests/questionnaires/test_rekomendasi_2026.py`).
"""

from pathlib import Path

from tests.laws.tree import PST, ROOT, modules, name


def test_every_module_has_its_twin():
    told = [path for path in modules() if path.name != "__init__.py" and path.parent.name != "migrations"]

    assert [name(path) for path in told if not any(map(_tells_something, _twins(path)))] == []


def _twins(module: Path) -> list[Path]:
    """The files that may tell this module: its own, then those of its folders up to the floor."""
    inside = module.relative_to(PST)
    named = [inside, *list(inside.parents)[:-2]]
    return [ROOT / "tests" / path.parent / f"test_{path.stem}.py" for path in named]


def _tells_something(test_file: Path) -> bool:
    return test_file.is_file() and "def test_" in test_file.read_text(encoding="utf-8")
