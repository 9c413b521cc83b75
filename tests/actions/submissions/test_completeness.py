"""What still keeps a form from being sent."""

import pytest

from pst.actions.submissions.completeness import also_required, files_of, what_is_missing
from pst.models.submissions.submissions import Submission
from pst.questionnaires import shelf
from pst.questionnaires.editions import edition_after
from pst.questionnaires.kinds import Text
from pst.rules.office.office import office_of
from pst.rules.review.workflow import Status
from tests.factories import a_draft, a_submission, attach

pytestmark = pytest.mark.usefixtures("db")


def missing_of(submission: Submission, **settings: str) -> list[str]:
    return [item.code for item in what_is_missing(submission, office_of(settings))]


def test_a_form_with_every_answer_and_its_file_lacks_nothing():
    assert missing_of(a_draft()) == []


def test_gaps_are_named_in_the_order_of_the_form():
    draft = a_draft(judul_kegiatan="", telepon="")

    assert missing_of(draft) == [
        question.code
        for question in shelf.find(draft.questionnaire).questions
        if question.code in ("judul_kegiatan", "telepon")
    ]


def test_questions_of_the_metadata_alone_are_insisted_on_only_where_the_office_does():
    form = shelf.find(a_draft().questionnaire)
    asked = next(question for question in form.questions if question.metadata_only and question.required)
    draft = a_draft(**{asked.code: ""})

    assert (missing_of(draft, metadata_required="tidak"), missing_of(draft, metadata_required="ya")) == (
        [],
        [asked.code],
    )


def test_stages_and_columns_of_the_metadata_alone_are_insisted_on_only_where_the_office_does():
    draft = a_draft()
    stages = [row for row in draft.answers["jadwal"] if row["tahap"] not in ("desain", "evaluasi")]
    variables = [{**row, "konsep": ""} for row in draft.answers["variabel"]]
    bare = a_draft(jadwal=stages, variabel=variables)
    without_release = a_draft(jadwal=[row for row in stages if row["tahap"] != "diseminasi_hasil"])

    assert missing_of(bare, metadata_required="tidak") == []
    assert missing_of(bare, metadata_required="ya") == ["jadwal", "variabel"]
    assert missing_of(without_release, metadata_required="tidak") == ["jadwal"]


@pytest.mark.parametrize(
    "group",
    [("editing", "coding", "data_entry", "validasi"), ("produk_tercetak", "produk_digital", "produk_mikrodata")],
)
def test_the_form_wants_one_yes_of_processing_and_of_products(group):
    draft = a_draft(**dict.fromkeys(group, "tidak"))

    (missing,) = what_is_missing(draft, office_of({}))

    assert (missing.code, missing.why.startswith("Paling sedikit satu dari")) == (group[0], True)


@pytest.mark.parametrize(
    ("channel", "setting", "expected"),
    [
        ("online", "ya", {"surat_permohonan"}),
        ("online", "tidak", set()),
        ("visit", "ya", set()),
        ("letter", "tidak", {"surat_permohonan"}),
    ],
)
def test_the_letter_of_application_is_asked_by_the_way_it_came(channel, setting, expected):
    draft = a_draft()
    draft.channel = channel

    assert also_required(draft, office_of({"application_letter": setting})) == expected


def test_nothing_is_asked_anew_of_who_sends_again(db):
    assert also_required(a_submission(Status.NEEDS_REVISION), office_of({})) == also_required(a_draft(), office_of({}))


def test_a_returned_form_never_asks_for_what_it_does_not_open(monkeypatch):
    returned = a_submission(Status.NEEDS_REVISION)
    weather = Text("cuaca", "3.2a", "Cuaca", "Cuaca pada hari pengumpulan data.")
    grown = edition_after(shelf.CURRENT, returned.questionnaire, after={"tujuan_kegiatan": (weather,)})
    monkeypatch.setitem(shelf.SHELF, grown.name, grown)

    assert missing_of(a_draft()) == ["cuaca"]
    assert missing_of(returned) == []


def test_files_are_counted_by_their_question():
    draft = a_draft()
    attach(draft, "file_berkas_pendukung")

    assert files_of(draft) == {"file_berkas_pendukung": 2}
