"""What the office gives away so that its letters can be checked without it: a page that needs no server, the list of
letters and what became of them, and the public keys. For the office's public site, or for a stick.

Nothing in them is fetched: style and script stand inside the page, which therefore is never served by us.
"""

import base64
import re
from functools import cache
from typing import Any

from flask import current_app

from pst import clock
from pst.actions.letters.public_list import HEADS, PublicLetter, public_letters
from pst.actions.letters.stamping import KEY_FILE, StampKeys
from pst.config import ROOT
from pst.exchange.csv_lines import csv_lines
from pst.rules.letters.stamps import OUTCOMES
from pst.rules.letters.validity import STATES, TONES, VERDICTS
from pst.rules.review import labels
from pst.rules.wording import long_date
from pst.web.instance import the_office, the_stamp_keys

STYLE, SCRIPT = ROOT / "static/css/pst-1.css", ROOT / "static/js/check-letter.js"
FETCHED = re.compile(r'url\("?\.\./([^")]+\.woff2)"?\)')
CHECK_PAGE, LIST_PAGE, LIST_TABLE = "verifikasi.html", "daftar-surat.html", "daftar-surat.csv"


def published_files() -> dict[str, str]:
    """The files by their names, as they are today."""
    letters, keys = public_letters(clock.today()), the_stamp_keys()
    rows = [[getattr(letter, name) for name in HEADS.values()] for letter in letters]
    listed = {"letters": letters, "states": STATES, "tones": TONES, "wide": True}
    in_force = sum(letter.state == "issued" for letter in letters)
    return {
        CHECK_PAGE: _page("check.html", script=SCRIPT.read_text(), keys=keys.published, known=_known(letters, keys)),
        LIST_PAGE: _page("list.html", in_force=in_force, **listed),
        LIST_TABLE: "".join(csv_lines(list(HEADS), rows)),
        KEY_FILE: keys.as_text,
    }


def _page(name: str, **context: Any) -> str:
    template = current_app.jinja_env.get_template(f"letters/published/{name}")
    return template.render(office=the_office(), made_on=clock.today(), css=_style(), **context)


def _known(letters: list[PublicLetter], keys: StampKeys) -> dict[str, Any]:
    """What the script of the page knows."""
    today = clock.today()
    return {
        "made_on": today.isoformat(),
        "made": long_date(today),
        "keys": {name.hex(): base64.b64encode(half).decode() for name, half in keys.by_id.items()},
        "outcomes": [labels.outcome_label(outcome) for outcome in OUTCOMES],
        "verdicts": VERDICTS,
        "tones": TONES,
        "letters": [{key: _plain(value) for key, value in letter._asdict().items()} for letter in letters],
    }


def _plain(value: Any) -> str:
    return value if isinstance(value, str) else value.isoformat() if value else ""


@cache
def _style() -> str:
    """The product's own style with its fonts written into it."""
    return FETCHED.sub(lambda found: f'url("data:font/woff2;base64,{_font(found[1])}")', STYLE.read_text("utf-8-sig"))


def _font(name: str) -> str:
    return base64.b64encode((ROOT / "static" / name).read_bytes()).decode()
