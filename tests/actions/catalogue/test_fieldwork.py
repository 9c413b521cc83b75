"""Who else asks the same people."""

from datetime import date

from pst.actions.catalogue.fieldwork import met_by, out_between, write_places
from pst.models.office.areas import Area
from pst.rules.office.areas import every_area
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_draft, a_submission, an_applicant


def test_those_who_ask_the_same_people_are_named_until_the_kecamatan_part_them(db):
    Area.insert_many([place._asdict() for place in every_area()]).execute()
    other = a_draft(method="survei")
    write_places(other, an_applicant(), ["6104120", "6104080", "x"], ["6104120-02"], WHEN)
    assert other.beside["districts"] == {"6104080": "Jongkat", "6104120-02": "Benuang (Toho)"}
    sent = a_submission(Status.IN_REVIEW, method="survei")
    mine = a_draft(method="survei")

    [met] = met_by(mine)
    assert (met.number, met.where) == (sent.number, "seluruh kabupaten")
    assert met.when == "Februari 2027, Maret 2027, dan Agustus 2027"
    [out] = out_between(date(2027, 2, 1), date(2027, 8, 31))
    assert len(out.field.spans) == 2 and out.field.respondents == 382

    [met] = met_by(other)
    assert met.where == "Jongkat dan Benuang (Toho)"
    assert met_by(a_draft()) == []
