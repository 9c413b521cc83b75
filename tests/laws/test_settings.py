"""Law 9, settings: the program reads what `.env.example` offers and README explains; none is taken unchecked.

Both are written from the declarations in `pst/config.py`: `python -m tests.laws.test_settings` does it.
"""

import re

from pst import config
from pst.rules.items import Item
from pst.rules.office import office
from tests.laws.tree import ROOT, kept_files, name

NAME = re.compile(rf"\b{config.PREFIX}[A-Z][A-Z_]*[A-Z]\b")
OFFERED = """\
# Salin menjadi `.env` di samping wsgi.py, lalu hapus tanda # di depan baris yang ingin diubah.
# Nilai yang tertulis adalah nilai bawaan. Aturan layanan (jam, nomor surat, hari libur) tidak di sini:
# semuanya diubah pengelola lewat halaman /petugas/kantor. Nilai dibaca apa adanya sampai akhir baris, juga # dan $;
# tanda petik hanya perlu bila nilainya diawali atau diakhiri spasi.
"""
EXPLAINED = "| Setelan | Bawaan | Arti |\n|---|---|---|\n"
"""Above the settings in `.env.example`, and above their table in README."""

UNCHECKED = {
    "secret_key_fallbacks": "whatever was once a key",
    "trusted_hosts": "the web server compares them, and no name is wrong in itself",
    "smtp_user": "what the mail server calls us",
    "smtp_password": "what the mail server knows us by",
    "clamd": "an address or a path; a scanner that does not answer is said at every upload",
    "backups": "a folder that the first backup makes",
    "privacy_officer": "a name and how to reach it",
    "service_pledge": "the office's own words",
}
"""Settings that are empty when nobody decided, why each may be anything once somebody did."""


def test_env_example_offers_every_setting_with_its_default_and_a_word():
    assert _text(".env.example") == _offered()


def test_readme_explains_every_setting_with_its_default():
    assert _explained() in _text("README.md")


def test_every_setting_says_what_it_means():
    silent = [item.code for item in (*config.SETTINGS.values(), *office.SETTINGS.values()) if not item.label]

    assert silent == []


def test_no_file_speaks_of_a_setting_that_does_not_exist():
    known = set(config.SETTINGS)
    texts = {name(file): file.read_bytes().decode("utf-8", "ignore") for file in kept_files()}

    assert {file: odd for file, text in texts.items() if (odd := set(NAME.findall(text)) - known)} == {}


def test_a_setting_that_is_empty_by_default_is_checked_or_says_why_not():
    """A default cannot be tried out where there is none, so what somebody types is first tried in earnest."""
    declared = [*config.SETTINGS.values(), *office.SETTINGS.values()]

    unchecked = [item.code for item in declared if item.default == "" and item.check is None]

    assert unchecked == list(UNCHECKED)


def _offered() -> str:
    lines = [f"\n# {item.label}\n#{name}={_written(item)}\n" for name, item in config.SETTINGS.items()]
    return OFFERED + "".join(lines)


def _explained() -> str:
    rows = [(name, f"`{_written(item)}`" if _written(item) else "", item) for name, item in config.SETTINGS.items()]
    return EXPLAINED + "".join(f"| `{name}` | {default} | {item.label} |\n" for name, default, item in rows)


def _written(item: Item) -> str:
    return str(int(item.default)) if isinstance(item.default, bool) else str(item.default)


def _text(file: str) -> str:
    return (ROOT / file).read_text(encoding="utf-8")


if __name__ == "__main__":
    table = re.compile(re.escape(EXPLAINED) + r"(?:\|.*\n)*")
    (ROOT / "README.md").write_text(table.sub(lambda _: _explained(), _text("README.md")), encoding="utf-8")
    (ROOT / ".env.example").write_text(_offered(), encoding="utf-8")
