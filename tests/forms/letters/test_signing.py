"""The forms of the signed file."""

from pst.forms.letters.signing import RefuseCopyForm, SignedFileForm


def test_a_file_and_a_reason_are_asked_for(app):
    with app.test_request_context(method="POST"):
        bringing, refusing = SignedFileForm(meta={"csrf": False}), RefuseCopyForm(meta={"csrf": False})

        assert (bringing.validate(), refusing.validate()) == (False, False)
        assert bringing.berkas.errors == ["Pilih berkas PDF yang sudah ditandatangani."]
        assert refusing.note.errors == ["Tuliskan apa yang tidak cocok."]
