"""The shape of what a complainant may send."""

import io

import pytest
from werkzeug.datastructures import FileStorage

from pst.actions.complaints.complaints import Filing
from pst.forms.complaints.complaints import (
    NAME_MISSING,
    AcceptForm,
    CodeForm,
    EchoForm,
    FileComplaintForm,
    SayForm,
    WhyForm,
    WithdrawForm,
)

LEAST = {"kind": "complaint", "text": "Antrean lama.", "privacy": "confidential", "challenge": "x"}


@pytest.fixture
def posted(sent):
    """`posted(form, typed, files)`: what a browser sent; (errors, form)."""

    def post(kind, typed, files=()):
        return sent(kind, {**typed, "files": [FileStorage(io.BytesIO(content), name) for name, content in files]})

    return post


def test_one_free_text_is_enough_and_confidential_is_the_default(posted, app):
    errors, form = posted(FileComplaintForm, LEAST)
    assert errors == {}
    assert Filing(**form.filing) == Filing(
        kind="complaint", text="Antrean lama.", privacy="confidential", about=form.filing["about"]
    )

    with app.test_request_context("/"):
        blank = FileComplaintForm(formdata=None)
    assert (blank.privacy.data, blank.kind.data, blank.about.data) == ("confidential", "complaint", "unsure")


@pytest.mark.parametrize(
    ("typed", "errors"),
    [
        ({"text": " "}, {"text": ["Ceritakan apa yang terjadi."]}),
        ({"text": "a" * 8001}, {"text": ["Isi paling banyak 8000 karakter."]}),
        ({"email": "bukan surel"}, {"email": ["Alamat surel keliru, contoh yang benar: nama@instansi.go.id."]}),
        ({"privacy": "named"}, {"name": [NAME_MISSING]}),
        ({"privacy": "named", "name": "Wulandari"}, {}),
        ({"privacy": "anonymous", "email": "bukan surel", "name": "W" * 500}, {}),
        ({"privacy": "secret"}, {"privacy": True}),
        ({"kind": "oversight"}, {"kind": True}),
        ({"role": "admin"}, {"": ["Isian ini tidak dikenal: role. Muat ulang halaman lalu coba lagi."]}),
    ],
)
def test_what_is_refused_and_why(posted, typed, errors):
    found, _ = posted(FileComplaintForm, {**LEAST, **typed})

    assert set(found) == set(errors)
    assert all(said is True or found[field][0] == said[0] for field, said in errors.items())


def test_whoever_wants_no_identity_gives_none_whatever_was_typed(posted):
    typed = {"privacy": "anonymous", "name": "Wulandari", "email": "w@rumah.test", "phone": "0899", "address": "Gang"}

    _, form = posted(FileComplaintForm, {**LEAST, **typed})

    assert Filing(**form.filing).identity == {"name": "", "email": "", "phone": "", "address": ""}


def test_files_come_with_name_and_content_and_at_most_three(posted):
    some = [("a.jpg", b"1"), ("b.jpg", b"2"), ("", b"")]

    errors, form = posted(FileComplaintForm, LEAST, some)
    assert (errors, form.given) == ({}, [("a.jpg", b"1"), ("b.jpg", b"2")])

    errors, _ = posted(FileComplaintForm, LEAST, [(f"{n}.jpg", b"x") for n in range(4)])
    assert errors == {"files": ["Pilih paling banyak 3 berkas sekaligus."]}


@pytest.mark.parametrize(
    ("typed", "files", "sound"),
    [
        ({"text": "Halo"}, [], True),
        ({"text": ""}, [("a.jpg", b"1")], True),
        ({"text": " "}, [], False),
        ({"text": "a\x00b"}, [], False),
        ({"text": "Halo"}, [("a", b"1")] * 4, False),
    ],
)
def test_a_message_is_words_or_files(posted, typed, files, sound):
    assert (posted(SayForm, typed, files)[0] == {}) is sound


@pytest.mark.parametrize(
    ("kind", "typed", "sound"),
    [
        (EchoForm, {"last": "3hfb"}, True),
        (EchoForm, {"last": " "}, False),
        (CodeForm, {"kode": "7kmp 2qxa w9dt 3hfb"}, True),
        (CodeForm, {"kode": "x" * 61}, False),
        (CodeForm, {"kode": " "}, False),
        (AcceptForm, {}, True),
        (AcceptForm, {"rating": "5", "note": "Baik"}, True),
        (AcceptForm, {"rating": "6"}, False),
        (WhyForm, {"why": "Masih antre"}, True),
        (WhyForm, {"why": " "}, False),
        (WithdrawForm, {"why": ""}, False),
        (WithdrawForm, {"why": "Sudah beres"}, True),
    ],
)
def test_the_small_forms(sent, kind, typed, sound):
    assert (sent(kind, typed)[0] == {}) is sound


def test_two_reasons_on_one_page_do_not_share_an_id(app):
    with app.test_request_context("/"):
        assert (WhyForm(formdata=None).why.id, WithdrawForm(formdata=None).why.id) == ("why", "withdraw-why")
