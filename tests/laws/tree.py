"""What the laws read: the house's files as they lie on the disk, and its modules as Python parses them."""

import ast
import hashlib
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PST = ROOT / "pst"
TEMPLATES = ROOT / "templates"
PICTURES = ROOT / "static/guide"
WORDS = re.compile(r"'[^'\n]* [^'\n]*'")
IMPORTS = re.compile(r"{% (?:import|from) .*?%}\n")
MARKS = re.compile(r"{%.*?%}|{{.*?}}|<[^>]+>", re.DOTALL)


def modules(*floors: str) -> list[Path]:
    """Every module of these folders of `pst/` (all, when none is named), sorted; never an empty list."""
    folders = [PST / floor for floor in floors] or [PST]
    found = sorted(path for folder in folders for path in folder.rglob("*.py"))
    assert found, f"no module in {folders}: was the floor renamed?"
    return found


def name(path: Path) -> str:
    """The file as people name it: its path inside the house."""
    return path.relative_to(ROOT).as_posix()


def nodes(path: Path) -> Iterator[ast.AST]:
    """Every node of the module's syntax tree."""
    return ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path)))


def shape_of(template: str) -> str:
    """A short hash over the tags and statements of a template alone: sentences and imports change nothing seen."""
    marks = MARKS.findall(IMPORTS.sub("", (TEMPLATES / template).read_text(encoding="utf-8")))
    return hashlib.sha256(WORDS.sub("", "".join(marks)).encode()).hexdigest()[:12]


def kept_files() -> list[Path]:
    """Every file that is part of the house: all that `.gitignore` does not name."""
    patterns = [*_ignored(), ".git"]
    return sorted(path for path in _walk(ROOT, patterns) if path.is_file())


def _ignored() -> list[str]:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return [line.strip().rstrip("/") for line in lines if line.strip() and not line.startswith("#")]


def _walk(folder: Path, patterns: list[str]) -> Iterator[Path]:
    for path in folder.iterdir():
        if any(fnmatch(path.name, pattern) for pattern in patterns):
            continue
        yield path
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path, patterns)
