"""Two people at one form: the mark of what was shown, and what the second one is told."""

from datetime import datetime

from pst.actions.office.agencies import AGENCIES
from pst.actions.seen import ChangedMeanwhile, mark_of
from pst.forms.office.office import UserForm, entry_form
from pst.forms.shared_rows import KeptForm

NOW = {"name": "Dinas Kesehatan", "phone": "(0561) 2", "active": False, "address": "x" * 200}


def told(sent, given) -> tuple[list[str], KeptForm]:
    _, form = sent(lambda: entry_form(AGENCIES.items), given)
    form.changed_meanwhile(ChangedMeanwhile("Agus", datetime(2026, 11, 23, 2, 0), NOW))
    return form.form_errors, form


def test_a_form_carries_the_mark_of_what_it_shows(sent):
    _, form = sent(KeptForm, {})

    assert form.showing(NOW).seen.data == mark_of(NOW)


def test_who_was_quicker_and_where_both_differ_is_said_and_saving_again_is_meant(sent):
    errors, form = told(sent, {"name": "Dinas Kesehatan", "phone": "(0561) 1", "active": "y", "seen": "old"})

    assert errors == [
        "Agus menyimpan perubahan pada 23 November 2026 pukul 09.00 WIB, setelah halaman ini Anda buka. "
        "Isian Anda belum disimpan. Yang tersimpan sekarang berbeda pada: Telepon (“(0561) 2”); "
        "Dapat dipilih pemohon (“tidak”); Alamat. Simpan sekali lagi bila isian Anda yang dipakai."
    ]
    assert (form.seen.data, form.phone.data) == (mark_of(NOW), "(0561) 1")


def test_choices_are_told_by_their_labels(sent):
    _, form = sent(a_user_form, {"name": "Rudi", "email": "rudi@contoh.test", "roles": ["officer"], "agency": "1"})

    form.changed_meanwhile(
        ChangedMeanwhile("Agus", None, {"roles": frozenset({"admin", "head"}), "agency": 2, "position": ""})
    )

    assert form.form_errors == [
        "Agus menyimpan perubahan, setelah halaman ini Anda buka. Isian Anda belum disimpan. Yang tersimpan "
        "sekarang berbeda pada: Peran (“Administrator, Kepala”); Instansi (“Dinas Sosial”). "
        "Simpan sekali lagi bila isian Anda yang dipakai."
    ]


def a_user_form() -> UserForm:
    return UserForm([(1, "Dinas Kesehatan"), (2, "Dinas Sosial")])
