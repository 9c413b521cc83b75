"""WTForms speaks Indonesian, also what it learned since."""

import re
from pathlib import Path

import pytest
import wtforms

from pst.forms.messages import SAID, Indonesian

CALL = re.compile(r'n?gettext\(\s*"([^"]+)"(?:\s*,\s*"([^"]+)")?')


def test_every_sentence_of_the_installed_wtforms_has_its_indonesian():
    sources = [file.read_text() for file in Path(wtforms.__file__).parent.rglob("*.py")]
    english = {sentence for source in sources for found in CALL.findall(source) for sentence in found if sentence}

    assert len(english) > 35
    assert english - set(SAID) == set()


@pytest.mark.parametrize("english", SAID)
def test_the_same_places_are_filled_in(english: str):
    places = re.compile(r"%\(\w+\)[sd]|%s")

    assert set(places.findall(SAID[english])) == set(places.findall(english))


def test_numbers_do_not_change_the_noun_and_unknown_sentences_stay():
    words = Indonesian()

    assert (
        words.ngettext("one", "Field cannot be longer than %(max)d characters.", 1)
        == "Isi paling banyak %(max)d karakter."
    )
    assert words.gettext("Something new.") == "Something new."
