"""What was mended is no longer complained of: the page hears which of its fields are still wrong."""

from pst.views.submissions.asking import WRONG
from tests.factories import a_draft, an_applicant


def test_the_script_hears_which_fields_are_still_wrong(browse):
    mine, at = browse(an_applicant()), f"/permohonan/{a_draft().number}/blok/3"

    def wrong_after(day: str) -> str:
        form = mine.get(at).forms["block"]
        form["jadwal-0-awal"] = day
        return form.submit(headers={"X-Autosave": "1"}).headers[WRONG]

    assert (wrong_after("besok"), wrong_after("5 1 2027")) == ("jadwal", "")
