"""What somebody reads whose colleague was quicker."""

import pytest

from pst.actions.review import remarks
from pst.forms.review.case import ConclusionForm, OpinionForm
from pst.rules.review.workflow import Status
from pst.views.submissions.overtaken import overtaken_in_office, too_late, typed_in
from tests.factories import WHEN, a_remark, a_submission, user


@pytest.fixture
def page(app):
    with app.test_request_context("/petugas"):
        yield


def test_the_words_are_kept_and_nothing_of_the_machinery(page):
    form = ConclusionForm(formdata=None, held_on=WHEN.date(), outcome="layak", conclusion="Baik.")
    form.showing({"conclusion": ""})

    assert typed_in(form) == [("conclusion", "Uraian kesimpulan", "Baik.")]


def test_without_words_one_is_led_to_how_things_stand(page):
    submission = a_submission(Status.IN_REVIEW)

    answer = overtaken_in_office(submission, "/petugas")("Tidak dapat.", OpinionForm(formdata=None))

    assert (answer.status_code, answer.location) == (303, "/petugas")


def test_what_happened_to_the_remark_counts_where_it_is_the_later(db):
    submission = a_submission(Status.IN_REVIEW)
    remark = a_remark(submission)
    remarks.edit_remark(remark, submission, user("petugas2"), "must", "Lain.", WHEN)
    changed = too_late(submission, "Tidak dapat.", remark.id)
    remarks.return_for_revision(submission, user("petugas"), WHEN, "Perbaiki.")
    returned = too_late(submission, "Tidak dapat.", remark.id)

    assert changed.startswith("Tidak dapat. Yang terakhir tercatat: Catatan diubah, oleh Bayu Petugas, ")
    assert returned.startswith("Tidak dapat. Yang terakhir tercatat: Dikembalikan untuk diperbaiki, oleh Sinta")
