"""The small forms of the officers' desk: their shape alone."""

from datetime import date

import pytest
from werkzeug.datastructures import MultiDict

from pst.forms.base import choices
from pst.forms.review.case import AssignForm, ConclusionForm, RemarkForm


@pytest.fixture(autouse=True)
def _request(app):
    with app.test_request_context():
        app.config["WTF_CSRF_ENABLED"] = False
        yield


def errors(form):
    form.validate()
    return {name: messages for name, messages in form.errors.items() if name}


def test_a_remark_needs_its_words_and_one_of_two_strengths():
    form = RemarkForm(MultiDict({"code": "x", "severity": "keras", "text": " "}))
    form.offer([])

    assert set(errors(form)) == {"severity", "text"}


def test_a_chosen_sentence_follows_what_was_typed_and_an_unknown_one_changes_nothing():
    for chosen, text in (("7", "Ada.\nMohon dilengkapi."), ("8", "Ada.")):
        form = RemarkForm(MultiDict({"text": "Ada."}))
        form.offer([(7, "Lengkapi", "Mohon dilengkapi.")])
        form.add_sentence(chosen)
        assert (form.text.data, form.sentence_id) == (text, 7 if chosen == "7" else None)


def test_sentences_under_one_heading_are_told_apart_by_how_they_begin():
    form = RemarkForm(MultiDict())
    form.offer([(1, "Jadwal", "Tanggal akhir mendahului awal."), (2, "Jadwal", "Sesuaikan jadwal " + "kegiatan " * 20)])

    assert [label for _, label in form.offered] == [
        "Jadwal: Tanggal akhir mendahului awal.",
        "Jadwal: Sesuaikan jadwal kegiatan kegiatan kegiatan kegiatan kegiatan …",
    ]


@pytest.mark.parametrize(("given", "fits"), [("3", True), ("4", False), ("", False), ("x", False)])
def test_only_an_officer_of_the_list_may_be_chosen(given, fits):
    form = AssignForm(MultiDict({"officer": given}))
    form.officer.choices = choices([(3, "Sinta")], "Pilih petugas …")

    assert ("officer" not in errors(form)) is fits


def test_a_conclusion_reads_its_date():
    form = ConclusionForm(
        MultiDict({"held_on": "2026-11-23", "participants": "Sinta", "outcome": "layak", "conclusion": "Baik."})
    )

    assert (errors(form), form.held_on.data) == ({}, date(2026, 11, 23))
