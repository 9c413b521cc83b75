"""Law 3: addresses are kebab-case and Indonesian, because they are printed, said aloud and scanned."""

import re

from flask import Flask

from tests.laws.tree import modules

FOR_MACHINES = {"healthz", "readyz", "static", "favicon"}
"""Names that machines expect."""

WORD = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)?")


def test_addresses_are_kebab_case(app: Flask):
    odd = {rule: part for rule, part in _parts(app) if not WORD.fullmatch(part)}

    assert odd == {}


def test_addresses_do_not_speak_our_english(app: Flask):
    english = _our_english()

    spoken = {rule: part for rule, part in _parts(app) if english & set(re.split(r"[-.]", part))}

    assert spoken == {}


def _parts(app: Flask) -> list[tuple[str, str]]:
    """(rule, fixed part) for every fixed part of every address; what a number fills in is left out."""
    rules = [rule.rule for rule in app.url_map.iter_rules()]
    assert "/permohonan" in rules, "the law looks at the wrong addresses"
    parts = [(rule, part) for rule in rules for part in re.sub(r"<[^>]+>", "", rule).split("/")]
    return [(rule, part.lstrip(".")) for rule, part in parts if part.strip(".") and part not in FOR_MACHINES]


def _our_english() -> set[str]:
    """The names of our own rooms, in singular and plural: what a tired programmer would type."""
    names = {path.stem for path in modules("views", "models", "actions")} - {"__init__"}
    words = {word for name in names for word in name.split("_")}
    words |= {"login", "logout", "register", "search", "download", "new", "edit", "delete", "admin", "settings"}
    same_in_both = {"admin", "audit", "metadata", "romantik", "status"}
    return (words | {word.removesuffix("s") for word in words}) - same_in_both
