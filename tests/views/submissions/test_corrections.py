"""The round of corrections is one page: mended, replied to and sent from there."""

import pytest

from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Revision, Submission
from pst.rules.review.workflow import Status
from pst.views.submissions import corrections
from tests.factories import WHEN, a_submission, an_applicant, an_officer


@pytest.fixture
def mine(browse):
    return browse(an_applicant())


@pytest.fixture
def returned():
    """A case that came back with three remarks: on a question, on another, and on the whole, which is read first."""
    case = a_submission(Status.NEEDS_REVISION)
    for code in ("tujuan_kegiatan", ""):
        Remark.create(
            submission=case, revision=1, code=code, severity="must", text="Jelaskan.", state="open",
            author=an_officer(), created_at=WHEN, sent_at=WHEN,
        )  # fmt: skip
    return case


def at(case):
    return f"/permohonan/{case.number}?lihat=catatan"


def test_three_remarks_are_mended_answered_and_sent_from_one_page(mine, returned):
    page = mine.get(at(returned))
    form = page.forms["replies"]
    assert "0 dari 3" in page
    assert [item.select_one(".pst-answer") is not None for item in page.html.select(".pst-correction")] == [
        False,
        True,
        True,
    ]

    form["judul_kegiatan"] = "Survei Kepuasan Penumpang Angkutan Kabupaten Mempawah 2027"
    for name in [name for name in form.fields if name and name.startswith(corrections.REPLY)]:
        form[name] = "Sudah diperbaiki."
    confirmed = form.submit("_send", status=303).follow()

    assert "Perbaikan terkirim" in confirmed
    assert Submission.get_by_id(returned.id).status == Status.REVISED
    assert Revision.latest(returned).answers["judul_kegiatan"].endswith("2027")


def test_only_what_was_remarked_on_is_asked(mine, returned):
    names = {name for name in mine.get(at(returned)).forms["replies"].fields if name and not name.startswith("_")}

    assert {name for name in names if not name.startswith(corrections.REPLY)} == {
        "csrf_token",
        "judul_kegiatan",
        "tujuan_kegiatan",
    }


def test_what_is_not_answered_yet_is_said_at_its_place_and_nothing_is_lost(mine, returned):
    first, *_, last = Remark.open_of(returned)
    form = mine.get(at(returned)).forms["replies"]
    form[f"{corrections.REPLY}{first.id}"], form["tujuan_kegiatan"] = "Sudah.", ""

    page = form.submit("_send", status=422)

    assert "1 dari 3" in page
    links = [link["href"] for link in page.html.select("#error-summary a")]
    assert "#tujuan_kegiatan" in links and f"#{corrections.REPLY}{last.id}" in links
    assert Submission.get_by_id(returned.id).status == Status.NEEDS_REVISION


def test_while_it_is_typed_the_page_hears_what_is_still_wrong(mine, returned):
    first, second, third = Remark.open_of(returned)
    form = mine.get(at(returned)).forms["replies"]
    form[f"{corrections.REPLY}{second.id}"] = "Sudah."

    answer = form.submit(headers={"X-Autosave": "1"})

    assert answer.headers["X-Wrong"].split() == [f"{corrections.REPLY}{third.id}", f"{corrections.REPLY}{first.id}"]
    again = mine.get(at(returned)).forms["replies"].submit(headers={"HX-Request": "true"})
    assert "1 dari 3" in again.html.select_one("#corrections").text


def test_a_reply_that_is_too_long_stays_in_view(mine, returned):
    first, *_ = Remark.open_of(returned)
    form = mine.get(at(returned)).forms["replies"]
    form[f"{corrections.REPLY}{first.id}"] = "a" * 4_001

    assert "a" * 4_001 in form.submit(status=422)


def test_a_reply_that_is_too_long_is_not_called_stored_while_it_is_typed(mine, returned):
    first, *_ = Remark.open_of(returned)
    form = mine.get(at(returned)).forms["replies"]
    form[f"{corrections.REPLY}{first.id}"] = "a" * 4_001

    answer = form.submit(headers={"X-Autosave": "1"}, status=422)

    assert "tidak dapat disimpan" in answer.text and not Remark.get_by_id(first.id).reply
    assert answer.headers["X-Wrong"].split()[0] == f"{corrections.REPLY}{first.id}"


def test_once_it_is_sent_remarks_are_read_only(mine):
    assert "_send" not in mine.get(at(a_submission(Status.EVALUATION))).text
