"""Every code people may meet has its words."""

import pytest

from pst.rules.review import labels
from pst.rules.review.workflow import Status
from pst.rules.roles import Role


def test_a_refusal_speaks_of_no_duties_and_only_once_its_letter_is_out():
    usual = labels.NEXT_FOR_APPLICANT

    assert labels.next_for_applicant(Status.COMPLETED, "ditolak") == labels.NEXT_AFTER_REFUSAL
    assert labels.next_for_applicant(Status.ISSUED, "ditolak") == labels.NEXT_AFTER_REFUSAL
    assert labels.next_for_applicant(Status.DRAFTING, "ditolak") == usual[Status.DRAFTING]
    assert labels.next_for_applicant(Status.COMPLETED, "layak") == usual[Status.COMPLETED]


def test_a_revoked_letter_asks_for_no_duties_and_is_not_offered():
    said = labels.next_for_applicant(Status.COMPLETED, "layak", "revoked")

    assert said == labels.NEXT_AFTER_REVOCATION
    assert labels.next_for_public(Status.ISSUED, "revoked") == labels.REVOKED_FOR_PUBLIC
    assert labels.next_for_public(Status.ISSUED, "issued") == labels.NEXT_FOR_PUBLIC[Status.ISSUED]


def test_every_role_has_its_word():
    assert set(labels.ROLE_LABELS) == set(Role)


def test_an_unknown_verb_reads_as_itself():
    assert labels.verb_label("some_new_verb") == "some new verb"


def test_what_happens_at_the_desk_reads_as_words_everywhere():
    said = {verb: labels.verb_label(verb) for verb in ("call", "give_form", "plan_week", "anonymise")}

    assert said == {
        "call": "Dipanggil",
        "give_form": "Formulir diberikan",
        "plan_week": "Jadwal loket disusun",
        "anonymise": "Kunjungan lama dianonimkan",
    }


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("contact REK-6104-2026-0001", "Kontak pemohon REK-6104-2026-0001"),
        ("visitor KUN-2026-0001", "Kontak tamu KUN-2026-0001"),
        ("guests", "Buku tamu"),
    ],
)
def test_what_was_looked_at_reads_as_words(what, said):
    assert labels.look_label(what) == said
