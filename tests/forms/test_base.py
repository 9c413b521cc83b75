"""What every form has in common."""

from types import SimpleNamespace

import pytest
from wtforms import EmailField, FieldList, PasswordField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from pst.forms.base import BAD_ADDRESS, HIDDEN_CHARACTERS, EmailAddress, Form, choices, key_in


class Sample(Form):
    name = StringField("Nama", [Length(max=40)], filters=[lambda value: value and value.replace("_", " ")])
    story = TextAreaField("Cerita")
    secret = PasswordField("Sandi")
    tags = FieldList(StringField("Label"))


class Mailbox(Form):
    email = EmailField("Surel", [DataRequired(), EmailAddress()])


@pytest.fixture
def sent(app):
    """`sent(FormClass, data)`: the form as a POST with this data gives it; (sound, form)."""

    def send(form_class, data, **more):
        app.config["WTF_CSRF_ENABLED"] = False
        with app.test_request_context("/", method="POST", data=data, **more):
            form = form_class()
            return form.validate(), form

    return send


def test_text_arrives_composed_and_trimmed_with_the_fields_own_filters_after(sent):
    sound, form = sent(Sample, {"name": "  cafe\u0301_kita \t", "story": "satu\r\ndua\rtiga\n", "secret": " e\u0301 "})

    assert sound
    assert (form.name.data, form.story.data, form.secret.data) == ("caf\u00e9 kita", "satu\ndua\ntiga", " \u00e9 ")


def test_a_line_arrives_without_unseen_signs_and_a_text_that_shows_nothing_is_blank(sent):
    _, form = sent(Sample, {"name": "\u202a0812\u200b 555\u202c", "story": "\u200b\u2060"})

    assert (form.name.data, form.story.data) == ("0812 555", "")


@pytest.mark.parametrize("copied", ["<dinas@contoh.test>", "mailto:dinas@contoh.test"])
def test_an_address_copied_from_a_link_is_an_address(copied):
    field = SimpleNamespace(data=copied)

    EmailAddress()(None, field)

    assert field.data == "dinas@contoh.test"


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("name", "a\x00b"),
        ("name", "a\nb"),
        ("name", "a\tb"),
        ("story", "a\x1bb"),
        ("secret", "a\x07b"),
        ("name", "\ud800"),
    ],
)
def test_characters_no_keyboard_types_are_refused(sent, field, text):
    octets = f"{field}=".encode() + text.encode("utf-8", "surrogatepass")
    sound, form = sent(Sample, octets, content_type="application/x-www-form-urlencoded")

    assert sound is (text == "\ud800")  # a half character never arrives: the web server replaces it
    assert form[field].errors == ([] if sound else [HIDDEN_CHARACTERS])


@pytest.mark.parametrize(
    ("field", "length", "sound"),
    [
        ("name", 40, True),
        ("name", 41, False),
        ("story", 20_000, True),
        ("story", 20_001, False),
        ("secret", 501, False),
    ],
)
def test_every_field_has_a_limit(sent, field, length, sound):
    accepted, form = sent(Sample, {field: "x" * length})

    assert accepted is sound
    assert sound or "Isi paling banyak" in form[field].errors[0]


def test_what_was_not_asked_for_refuses_the_whole_and_is_named(sent):
    sound, form = sent(Sample, {"name": "Ratna", "roles": "admin", "is_admin": "1"})

    assert not sound
    assert form.form_errors == ["Isian ini tidak dikenal: roles, is_admin. Muat ulang halaman lalu coba lagi."]


def test_what_belongs_to_the_page_and_rows_of_lists_are_no_strangers(sent):
    sound, form = sent(Sample, {"_once": "abc", "csrf_token": "x", "tags-0": "satu", "tags-1": "dua"})

    assert sound
    assert form.tags.data == ["satu", "dua"]


def test_json_is_not_taken_for_a_form(sent):
    sound, form = sent(Mailbox, '{"email": ["x"]}', content_type="application/json")

    assert (sound, form.errors) == (False, {"email": ["Isian ini wajib diisi."]})


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ratna@dinkes.go.id", "ratna@dinkes.go.id"),
        (" Ratna@DINKES.go.id ", "Ratna@dinkes.go.id"),
        ("ratna@kantor.local", "ratna@kantor.local"),
        ("ratna+pst@contoh.test", "ratna+pst@contoh.test"),
    ],
)
def test_mailboxes_of_the_internet_and_the_intranet_are_taken(sent, typed, kept):
    sound, form = sent(Mailbox, {"email": typed})

    assert (sound, form.email.data) == (True, kept)


@pytest.mark.parametrize(
    "typed", ["ratna", "ratna@", "@x.id", "a@b@c.id", "a b@c.id", "a@c..id", "a,b@c.id", "rátna@c.id"]
)
def test_what_is_no_mailbox_is_refused_with_an_example(sent, typed):
    sound, form = sent(Mailbox, {"email": typed})

    assert (sound, form.email.errors) == (False, [BAD_ADDRESS])


def test_choices_begin_with_the_unchosen_line():
    options = choices([(1, "Dinas Kesehatan")], empty="Pilih …")

    assert [(option.value, option.label) for option in options] == [("", "Pilih …"), ("1", "Dinas Kesehatan")]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("7", 7),
        ("007", 7),
        ("9" * 15, 999_999_999_999_999),
        ("9" * 16, None),
        ("9" * 5000, None),
        ("-1", None),
        ("1e9", None),
        ("²", None),
        ("١٢", None),
        (" 7", None),
        ("", None),
        (None, None),
    ],
)
def test_a_key_is_plain_digits_that_a_database_can_hold(typed, key):
    assert key_in(typed) == key
