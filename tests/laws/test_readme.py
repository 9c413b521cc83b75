"""Law 9, map and glossary: README names the rooms that exist, and words that the code really uses."""

import re
from pathlib import Path

from pst.cli.commands import COMMANDS
from tests.laws.tree import PST, ROOT, TEMPLATES

QUOTED = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"\.?[a-z0-9_]+(?:[./-][A-Za-z0-9_-]+)*/?")
GLOSSARY = re.compile(
    r"^#+ [^\n]*(?:Glosarium|Glossary)[^\n]*\n.*?^\|[ -]*-[- |:]*\n(.*?)(?=^#|\Z)", re.MULTILINE | re.DOTALL
)
ROW = re.compile(r"^\| *([^|`]+?) *\| *`?([a-z_ ]+?)`? *\|", re.MULTILINE)


def test_the_map_names_only_rooms_that_exist():
    paths = [words for words in QUOTED.findall(_readme()) if "/" in words and PATH.fullmatch(words)]
    named = [path for path in paths if not path.startswith("instance")]  # made when it runs

    assert len(named) > 20
    assert [path for path in named if not any((folder / path).exists() for folder in (ROOT, PST))] == []


def test_every_command_of_the_console_is_named_once():
    section = _readme().partition("## Perintah konsol")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    words = [words.split()[0] for row in rows for words in QUOTED.findall(row.split(" | ")[0])]

    assert [command.name for command in COMMANDS if words.count(command.name) != 1] == []


def test_the_map_names_every_floor_and_every_wing():
    floors = [folder.parent.name for folder in PST.glob("*/__init__.py")]
    wings = [folder.parent.name for folder in PST.glob("views/*/__init__.py")]

    assert len(floors) > 10 and len(wings) == 8
    assert [room for room in floors + wings if f"`{room}`" not in _readme() and f"/{room}/`" not in _readme()] == []


def test_the_glossary_translates_words_that_people_read_into_words_that_the_code_says():
    pairs = _glossary()
    shown = (_all_text("*.html", "*.txt", folder=TEMPLATES) + _all_text("*.py", folder=PST / "rules")).lower()
    said = set(re.findall(r"[a-z]+", _all_text("*.py", folder=PST).lower()))

    assert len(pairs) >= 12
    assert [local for local, _ in pairs if local.lower() not in shown] == []
    assert [ours for _, ours in pairs if ours + "s" not in said and not set(ours.split()) <= said] == []


def _glossary() -> list[tuple[str, str]]:
    """(Indonesian, English) of each row of the table under the heading Glosarium, below its head."""
    table = GLOSSARY.search(_readme())
    assert table, "README has no glossary"
    return ROW.findall(table.group(1))


def _readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


def _all_text(*patterns: str, folder: Path) -> str:
    return "\n".join(file.read_text(encoding="utf-8") for pattern in patterns for file in folder.rglob(pattern))
