"""What the office's book says of letters about complaints."""

from pst.rules.complaints.complaint_letters import KINDS, NEUTRAL
from pst.rules.complaints.words import VERB_LABELS
from pst.rules.letters.numbering import ENTRIES


def test_every_kind_has_its_line_in_the_book_and_its_word_in_the_history():
    assert [kind for kind in KINDS.values() if kind.entry not in ENTRIES or kind.verb not in VERB_LABELS] == []


def test_of_one_about_the_head_the_book_says_no_more_than_that_a_letter_went_out():
    told = {kind.in_book(about_head=True) for kind in KINDS.values()}

    assert told == {NEUTRAL} and "pengaduan" not in NEUTRAL[1].lower()
    assert len({kind.in_book(about_head=False) for kind in KINDS.values()}) == len(KINDS)
