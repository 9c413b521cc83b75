"""Law 9, settings: the program reads what `.env.example` offers and README explains."""

import re
from dataclasses import fields

from pst.config import PREFIX, Config
from tests.laws.tree import ROOT, kept_files, name

NAME = re.compile(rf"\b{PREFIX}[A-Z][A-Z_]*[A-Z]\b")
OFFERED = re.compile(rf"^# \S.*\n#({PREFIX}[A-Z_]+)=(.*)$", re.MULTILINE)
EXPLAINED = re.compile(rf"^\| *`({PREFIX}[A-Z_]+)` *\| *(?:`(.*?)`)? *\| *\S.*\|$", re.MULTILINE)


def test_env_example_offers_every_setting_with_its_default_and_a_word():
    assert OFFERED.findall(_text(".env.example")) == _settings()


def test_readme_explains_every_setting_with_its_default():
    assert EXPLAINED.findall(_text("README.md")) == _settings()


def test_no_file_speaks_of_a_setting_that_does_not_exist():
    known = {setting for setting, _ in _settings()}
    texts = {name(file): file.read_bytes().decode("utf-8", "ignore") for file in kept_files()}

    assert {file: odd for file, text in texts.items() if (odd := set(NAME.findall(text)) - known)} == {}


def _settings() -> list[tuple[str, str]]:
    """(name, default as it is written) of every setting, in the order of `Config`."""
    return [(PREFIX + field.name.upper(), _written(field.default)) for field in fields(Config)]


def _written(default: object) -> str:
    return str(int(default)) if isinstance(default, bool) else str(default)


def _text(file: str) -> str:
    return (ROOT / file).read_text(encoding="utf-8")
