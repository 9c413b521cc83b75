"""The sheet of answers: its parts, and what belongs to each question."""

import pytest

from pst.actions.review import examinations
from pst.models.base import write
from pst.models.review.remarks import Remark
from pst.rules.review.workflow import Status
from pst.views.review.sheet import Asked
from tests.factories import WHEN, a_remark, a_submission, user
from tests.views.review.test_remarks import answered, at

pytestmark = pytest.mark.usefixtures("monday")


def rows(page):
    return [row["id"].removeprefix("question-") for row in page.html.select(".pst-question")]


def test_an_examined_part_folds_to_one_line_and_the_list_shows_its_marks(browse):
    submission = a_submission(Status.IN_REVIEW)
    a_remark(submission, "tujuan_kegiatan")
    examinations.mark(submission, 3, user("petugas"), WHEN)

    page = browse(user("petugas")).get(at(submission))

    assert [part["id"] for part in page.html.select(".pst-part:not([open])")] == ["part-3"]
    listed = {line.a["href"]: line.get_text(" ", strip=True) for line in page.html.select("#parts li")}
    assert listed["#part-3"] == "Blok III. Perencanaan dan Persiapan Diperiksa 1 catatan"
    assert listed["#part-9"] == "Blok IX. Berkas Pendukung, Catatan, dan Pernyataan 1 berkas"
    boxed = browse(user("petugas")).get(at(submission, "?lihat=isian&catat=tujuan_kegiatan"))
    assert boxed.html.select_one("#part-3").has_attr("open")


def test_the_sheet_is_narrowed_by_its_address(browse):
    submission = answered()
    examinations.mark(submission, 0, user("petugas"), WHEN)
    officer = browse(user("petugas"))

    whole = officer.get(at(submission, "?lihat=isian"))
    chips = [chip.get_text(strip=True) for chip in whole.html.select("main .pst-chips a")]
    assert chips[1:3] == ["Bercatatan (1)", "Berubah (2)"]
    assert rows(whole.click(r"Bercatatan")) == ["judul_kegiatan"]
    assert rows(whole.click(r"Berubah")) == ["judul_kegiatan", "catatan_pemohon"]
    left = rows(whole.click(r"Belum diperiksa"))
    assert "judul_kegiatan" not in left and "tujuan_kegiatan" in left
    officer.get(at(submission, "?lihat=isian&saring=apa"), status=404)


def test_a_remark_on_what_is_no_longer_asked_can_still_be_settled(browse):
    submission = a_submission(Status.IN_REVIEW)  # a kompilasi has no sample
    a_remark(submission, "jenis_rancangan_sampel")
    with write():
        Remark.update(state="answered").execute()

    page = browse(user("petugas")).get(at(submission, "?lihat=isian"))

    assert page.html.select_one("#part-5 #question-jenis_rancangan_sampel form[id^=settle-]")
    assert not page.html.select_one("#mark-5")


@pytest.mark.parametrize(("text", "long"), [("Pendek.", False), ("kata " * 100, True), ("a\n" * 6, True)])
def test_more_than_six_lines_are_folded(text, long):
    assert Asked("tujuan_kegiatan", None, text).long is long
