"""The calculator as a submission's own."""

from werkzeug.datastructures import MultiDict

from pst.forms.catalogue.sample_sheets import SampleSheetForm


def test_what_was_typed_is_kept_with_what_came_out(app):
    with app.test_request_context():
        form = SampleSheetForm(MultiDict({"populasi": "1.200", "batas": "5", "menit": "30"}), meta={"csrf": False})
        sheet = form.sheet()

    assert (sheet.sample, sheet.minutes, sheet.rounds) == (291, 30, None)
    assert sheet.typed["populasi"] == "1.200" and "isian" not in sheet.typed
