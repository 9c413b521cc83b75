"""The shape of what officers type about complaints."""

from datetime import date

import pytest

from pst.forms.complaints.desk import (
    GRID_ROWS,
    ComplaintStepForm,
    EntryForm,
    GridForm,
    IdentityForm,
    OpeningForm,
    PrintForm,
    PublicationForm,
    RecountForm,
    ReplyForm,
)

ENTRY = {
    "channel": "lapor",
    "outside_number": "LPR-1",
    "received_on": "2026-11-20",
    "kind": "complaint",
    "text": "Uraian.",
    "privacy": "confidential",
    "subjects": ["3"],
}


def offering(kind, **choices):
    """The form with what its page offers."""

    def make():
        form = kind()
        for name, options in choices.items():
            form[name].choices = options
        return form

    return make


def test_an_entry_reads_as_the_filing_it_becomes(sent):
    errors, form = sent(offering(EntryForm, subjects=[("3", "Sinta"), ("4", "Bayu")]), ENTRY)

    told = form.filing
    assert errors == {}
    assert (told["channel"], told["outside_number"], told["received_on"], told["chosen"]) == (
        "lapor",
        "LPR-1",
        date(2026, 11, 20),
        (3,),
    )
    assert "subjects" not in told and "csrf_token" not in told


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"channel": "web"}, "channel"),
        ({"channel": "box"}, "channel"),
        ({"text": ""}, "text"),
        ({"received_on": "20/20/2026"}, "received_on"),
        ({"kind": "oversight"}, "kind"),
        ({"privacy": "rahasia"}, "privacy"),
        ({"email": "bukan surel"}, "email"),
        ({"subjects": ["9"]}, "subjects"),
        ({"title": "a" * 161}, "title"),
    ],
)
def test_an_entry_that_makes_no_sense_is_refused_at_its_field(sent, changed, field):
    errors, _ = sent(offering(EntryForm, subjects=[("3", "Sinta")]), {**ENTRY, **changed})

    assert list(errors) == [field]


def test_the_grid_has_five_sheets_and_a_row_may_stay_empty(sent):
    kinds = {f"kind-{row}": "complaint" for row in range(1, GRID_ROWS + 1)}

    errors, form = sent(GridForm, {**kinds, "text-2": "Isi.", "void-3": "1"})

    assert errors == {}
    assert [form[f"text-{row}"].data for row in range(1, GRID_ROWS + 1)] == [None, "Isi.", None, None, None]
    assert [form[f"void-{row}"].data for row in range(1, GRID_ROWS + 1)] == [False, False, True, False, False]


@pytest.mark.parametrize(
    ("kind", "given", "fields"),
    [
        (IdentityForm, {"why": "perlu"}, ["why"]),
        (IdentityForm, {"why": "Menanyakan tanggal kejadian."}, []),
        (ReplyForm, {"text": ""}, ["text"]),
        (ReplyForm, {"text": " \n "}, ["text"]),
        (ReplyForm, {"text": "Sedang kami periksa."}, []),
        (PublicationForm, {"title": "Judul", "text": "Isi"}, ["answer"]),
        (PublicationForm, {"title": " ", "text": " ", "answer": " "}, ["title", "text", "answer"]),
        (PrintForm, {"how_many": "61"}, ["how_many"]),
        (PrintForm, {"how_many": "60"}, []),
        (RecountForm, {"found": "3"}, ["why"]),
        (RecountForm, {"found": "3", "why": " "}, ["why"]),
        (RecountForm, {"found": "-1", "why": "Salah."}, ["found"]),
        (ComplaintStepForm, {"note": "a" * 8001}, ["note"]),
        (
            OpeningForm,
            {"opened_on": "23/11/2026", "hour": "09:00", "first_witness": "A", "second_witness": "B", "found": "0"},
            [],
        ),
        (
            OpeningForm,
            {"opened_on": "kemarin", "hour": "09:00", "first_witness": "A", "second_witness": "", "found": "x"},
            ["opened_on", "second_witness", "found"],
        ),
    ],
)
def test_each_form_asks_for_what_it_needs(sent, kind, given, fields):
    choices = {"handler": []} if kind is ComplaintStepForm else {}

    assert list(sent(offering(kind, **choices), given)[0]) == fields
