"""The forms of the signed file."""

from pst.forms.letters.signing import RefuseCopyForm, SignedFileForm


def test_a_file_and_a_reason_are_asked_for(sent):
    assert sent(SignedFileForm, {})[0] == {"berkas": ["Pilih berkas PDF yang sudah ditandatangani."]}
    assert sent(RefuseCopyForm, {})[0] == {"note": ["Tuliskan apa yang tidak cocok."]}
