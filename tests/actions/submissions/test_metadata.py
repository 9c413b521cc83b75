"""Metadata: begun from the form, saved by the applicant, filled in as a workbook, closed by the officer."""

import io

import pytest
from openpyxl import load_workbook

from pst.actions.submissions import duties, metadata
from pst.actions.submissions.submissions import copy_as_draft
from pst.exchange.form_xlsx import FormFileRefused
from pst.models.audit import Event
from pst.questionnaires.metadata import VARIABLES
from pst.rules.review.workflow import Status
from pst.rules.steps import StepRefused
from tests.factories import SITE, WHEN, a_submission, an_applicant, an_officer


def filled(submission, **more):
    first, *rest = metadata.metadata_of(submission)["ms_var"]
    return {"ms_var": [{**first, "satuan": "orang", **more}, *rest]}


def test_it_begins_with_the_variables_of_the_form_and_keeps_what_is_saved(db):
    submission = a_submission()

    metadata.save_metadata(submission, an_applicant(), filled(submission), WHEN)

    first = metadata.metadata_of(submission)["ms_var"][0]
    assert (first["nama"], first["satuan"]) == (submission.answers["variabel"][0]["nama"], "orang")
    assert "save_metadata" in [event.verb for event in Event.of("submission", submission.number)]


def test_what_is_still_missing_is_named_table_by_table(db):
    assert metadata.gaps_in(a_submission()) == [
        "MS-Var Variabel: Variabel 1: Tipe Data belum diisi.",
        "MS-Ind Indikator: Belum diisi. Isi paling sedikit satu baris.",
    ]


def test_what_was_changed_elsewhere_meanwhile_stays(db):
    submission = a_submission()
    seen = {"ms_var": VARIABLES.mark(metadata.metadata_of(submission)["ms_var"])}
    metadata.save_metadata(submission, an_applicant(), filled(submission), WHEN)

    merged = metadata.save_metadata(submission, an_applicant(), filled(submission, satuan="jiwa"), WHEN, seen)

    assert merged.overtaken == {"ms_var"}
    assert metadata.metadata_of(submission)["ms_var"][0]["satuan"] == "orang"


def test_only_its_applicant_writes_it_and_only_until_it_was_found_complete(db):
    submission = a_submission(Status.ISSUED)
    with pytest.raises(StepRefused, match="diisi oleh pemohonnya"):
        metadata.save_metadata(submission, an_officer(), {}, WHEN)

    duties.confirm_metadata(submission, an_officer(), WHEN)

    with pytest.raises(StepRefused, match="sudah menyatakan"):
        metadata.save_metadata(submission, an_applicant(), {}, WHEN)


def test_a_workbook_goes_out_with_what_is_there_and_comes_back(db):
    submission, other = a_submission(), a_submission()
    book = load_workbook(io.BytesIO(metadata.workbook(submission, an_applicant(), WHEN, SITE)))
    page = book["MS-Var Variabel"]
    columns = {cell.value: cell.column for cell in page[5]}
    assert page.cell(7, columns["Nama Variabel"]).value == submission.answers["variabel"][0]["nama"]
    page.cell(7, columns["Tipe Data"]).value = "Integer"
    page.cell(7, columns["Apakah Variabel Dapat Diakses Umum"]).value = "Ya"
    out = io.BytesIO()
    book.save(out)

    shown = metadata.preview(out.getvalue(), an_applicant(), submission)
    metadata.take(submission, an_applicant(), out.getvalue(), WHEN)

    first = metadata.metadata_of(submission)["ms_var"][0]
    assert ([each.question.code for each in shown.differences], shown.faults) == (["ms_var"], ())
    assert (first["tipe_data"], first["dapat_diakses"]) == ("integer", "ya")
    with pytest.raises(FormFileRefused, match="dibuat untuk permohonan"):
        metadata.preview(out.getvalue(), an_applicant(), other)


def test_the_next_edition_begins_with_what_was_said_of_the_last(db):
    earlier = a_submission()
    metadata.save_metadata(earlier, an_applicant(), filled(earlier), WHEN)

    draft = copy_as_draft(earlier, an_applicant(), WHEN)

    assert metadata.metadata_of(draft) == metadata.metadata_of(earlier)
