"""Law 2: every address is marked, and who may use it stands in a list kept by hand.

A new address, a lost one or a changed mark makes this fail until `access.txt` says the same, so no
printed address disappears unnoticed. `python -m tests.laws.test_access` prints the list as the program
stands; read it before it is kept.
"""

from pathlib import Path

from flask import Flask

ACCESS = Path(__file__).with_name("access.txt")
UNMARKED = "UNMARKED"
ADDRESS_WIDTH = 60


def test_every_address_is_marked_and_stands_in_the_list(app: Flask):
    stands, kept = access_lines(app), ACCESS.read_text(encoding="utf-8").splitlines()

    unlisted = [line for line in stands if line not in kept]
    gone = [line for line in kept if line not in stands]

    assert (unlisted, gone) == ([], [])


def test_the_list_lets_no_unmarked_view_in():
    assert UNMARKED not in ACCESS.read_text(encoding="utf-8")


def access_lines(app: Flask) -> list[str]:
    """`/address  METHODS  who`, one line per address and mark, sorted by address."""
    rows = sorted((rule.rule, _methods(rule), _who(app, rule.endpoint)) for rule in app.url_map.iter_rules())
    return [f"{address:<{ADDRESS_WIDTH}}  {methods:<8}  {who}" for address, methods, who in rows]


def _methods(rule) -> str:
    return ",".join(sorted(rule.methods - {"HEAD", "OPTIONS"}))


def _who(app: Flask, endpoint: str) -> str:
    mark = getattr(app.view_functions[endpoint], "access", UNMARKED)
    return mark if isinstance(mark, str) else " ".join(sorted(mark))


if __name__ == "__main__":
    from wsgi import app as served

    print("\n".join(access_lines(served)))
