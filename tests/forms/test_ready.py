"""One press puts a ready sentence after what was typed."""

from wtforms import StringField

from pst.forms.base import Form
from pst.forms.ready import ReadyText


class Note(ReadyText, Form):
    into = "note"
    note = StringField("Catatan")


def test_a_sentence_follows_what_was_typed_and_an_unknown_one_changes_nothing(app):
    with app.test_request_context():
        form = Note(formdata=None, data={"note": "Satu."})
        form.offer([(7, "Pokok", "Dua. " * 30)])

        form.add_sentence("7")
        form.add_sentence("8")

    assert form.note.data == "Satu.\n" + "Dua. " * 30 and form.was_put_in
    assert form.offered[0][0] == "7" and form.offered[0][1].endswith("…") and len(form.offered[0][1]) < 80
