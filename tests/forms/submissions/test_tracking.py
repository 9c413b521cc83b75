"""Forms without an account: a code is typed, a file is shown."""

from werkzeug.datastructures import MultiDict

from pst.forms.submissions.tracking import CODE_LIMIT, CompareForm, TrackForm, VerifyForm


def errors_of(app, form, **given):
    with app.test_request_context():
        shown = form(MultiDict(given), **({"meta": {"csrf": False}} if form is CompareForm else {}))
        shown.validate()
        return shown.errors


def test_codes_need_no_token_since_they_are_asked_with_get(app):
    assert errors_of(app, TrackForm, kode="7kmp 2qxa w9dt 3hfb") == errors_of(app, VerifyForm, kode="x") == {}


def test_an_address_pasted_whole_is_the_code_at_its_end(app):
    tracked = "http://10.61.4.2:8000/lacak/7KMP-2QXA-W9DT-3HFB"
    pasted = f"https://pst.test/verifikasi/7KMP-2QXA-W9DT-3HFB#{'7' * 500}"

    with app.test_request_context():
        assert VerifyForm(MultiDict({"kode": pasted})).kode.data == "7KMP-2QXA-W9DT-3HFB"
        assert TrackForm(MultiDict({"kode": tracked})).kode.data == "7KMP-2QXA-W9DT-3HFB"


def test_blank_and_endless_codes_are_refused(app):
    for form in (TrackForm, VerifyForm):
        assert (
            list(errors_of(app, form, kode="")) == list(errors_of(app, form, kode="A" * (CODE_LIMIT + 1))) == ["kode"]
        )


def test_a_file_must_be_chosen(app):
    assert errors_of(app, CompareForm) == {"berkas": ["Pilih berkas PDF suratnya."]}
