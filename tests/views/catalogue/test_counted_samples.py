"""What the calculator answers."""

from werkzeug.datastructures import MultiDict

from pst.forms.catalogue.sample_size import SampleSizeForm
from pst.views.catalogue.counted_samples import counted


def test_a_sample_or_its_margin_is_answered(app):
    with app.test_request_context():
        forwards = SampleSizeForm(MultiDict({"batas": "5", "populasi": "1200"}))
        backwards = SampleSizeForm(MultiDict({"sampel": "400"}))

    assert counted(forwards)["answer"] == "Tarik 291 unit"
    assert counted(backwards)["answer"] == "Batas kesalahan 4,90 poin persen"
