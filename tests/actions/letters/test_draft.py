"""The draft: what the conclusion and the remarks make of it."""

import pytest

from pst.actions import lists
from pst.actions.letters import letters
from pst.actions.letters.draft import draft_from, refuse_if_rewritten, standing_words, unfinished, with_fields, written
from pst.actions.office.sentences import SENTENCES
from pst.actions.review import evaluations, remarks
from pst.actions.seen import ChangedMeanwhile, mark_of
from pst.models.letters.letters import Letter
from pst.models.office.sentences import Sentence
from pst.models.review.evaluations import Evaluation
from pst.models.review.remarks import Remark
from pst.models.submissions.submissions import Revision
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_remark, a_submission, conclude, user


def concluded(outcome: str, text: str):
    """(outcome, fields) of the draft after a team has concluded so, with one remark of each kind noted."""
    submission = a_submission(Status.EVALUATION)
    for severity, words in (("must", "Sebut batas umur."), ("advice", "Tambahkan pelatihan.")):
        a_remark(submission, "variabel", words, severity)
    Remark.update(state="answered", sent_at=WHEN).execute()
    sitting = conclude(submission, outcome, text)
    outcome, fields = draft_from(submission, sitting, WHEN)
    return outcome, fields["conditions"], fields["reasons"]


@pytest.mark.parametrize(
    ("outcome", "text", "expected"),
    [
        ("layak", "Rancangan baik.", ("layak", [], [])),
        ("bersyarat", "Kirim pedoman.\n\nUlangi uji coba.", ("layak", ["Kirim pedoman.", "Ulangi uji coba."], [])),
        ("ditolak", "Bukan statistik sektoral.", ("ditolak", ["Sebut batas umur."], ["Bukan statistik sektoral."])),
    ],
)
def test_the_draft_follows_the_conclusion_and_a_refusal_rests_on_the_remarks_not_settled(db, outcome, text, expected):
    assert concluded(outcome, text) == expected


def test_silence_becomes_a_refusal_with_its_dates(db):
    submission = a_submission(Status.NEEDS_REVISION)
    later = WHEN.replace(year=2027, month=3, day=1)  # Senin

    outcome, fields = draft_from(submission, Evaluation.latest(submission), later)

    assert (outcome, fields["conditions"], fields["reasons"], fields["evaluated"]) == (
        "ditolak",
        ["Lengkapi cakupan wilayah."],
        ["Catatan pemeriksaan tanggal 23 November 2026 tidak ditindaklanjuti sampai dengan 1 Maret 2027."],
        False,
    )


@pytest.mark.parametrize(
    ("held", "agency", "expected"),
    [
        ("Kepala Dinas Kesehatan", "Dinas Kesehatan Kabupaten Mempawah", "Kepala Dinas Kesehatan Kabupaten Mempawah"),
        ("Camat Toho", "Kecamatan Toho", "Camat Toho"),
        ("-", "Badan Perencanaan Pembangunan Daerah", "Kepala Badan Perencanaan Pembangunan Daerah"),
        ("Dinas Sosial", "Dinas Sosial", "Kepala Dinas Sosial"),
    ],
)
def test_the_letter_goes_to_the_head_of_the_organiser(db, held, agency, expected):
    submission = a_submission(Status.EVALUATION)
    submission.answers = {**submission.answers, "unit_eselon2": held, "instansi_penyelenggara": agency}

    _, fields = draft_from(submission, None, WHEN)

    assert fields["recipient"] == expected


def test_changes_are_tidied_and_remember_whose_hands_they_were(db):
    letter = Letter.draft_of(a_submission(Status.DRAFTING))
    given = {
        "recipient": " Camat \n Toho ",
        "conditions": " a \n\n b ",
        "letter_number": "B-7/61040",
        "bukan_isian": "x",
    }

    outcome, draft = with_fields(letter, given, user("petugas2"))

    assert (outcome, draft["recipient"], draft["conditions"], draft["number_by"], "bukan_isian" in draft) == (
        "layak",
        "Camat Toho",
        ["a", "b"],
        "Bayu Petugas",
        False,
    )
    assert draft["hands"] == sorted([user("petugas").id, user("petugas2").id])


def test_a_finished_draft_lacks_nothing_and_an_empty_one_is_told_field_by_field(db):
    letter = Letter.draft_of(a_submission(Status.DRAFTING))
    assert unfinished(letter) == []

    letter.outcome = ""
    letter.draft = {**letter.draft, "place": "", "subject": "Hal {judul}"}

    assert [field for field, _ in unfinished(letter)] == ["outcome", "place", "subject"]


def test_a_letter_begins_with_the_standing_sentences_filled_with_what_is_known(db):
    words = "menyerahkan hasil {judul} kepada {kantor} paling lambat {tanggal}"
    Sentence.create(kind="duty", heading="Kewajiban", text=words, use="standing")
    Sentence.create(kind="duty", heading="Kewajiban", text="melengkapi metadata")
    submission = a_submission(Status.EVALUATION)

    letter = Letter(submission=submission, drafted_at=WHEN)
    letter.outcome, letter.draft = draft_from(submission, None, WHEN)

    title = submission.answers["judul_kegiatan"]
    assert letter.draft["duties"] == [
        f"menyerahkan hasil {title} kepada BPS Kabupaten Mempawah paling lambat {{tanggal}}"
    ]
    assert ("duties", "Kewajiban masih memuat {tanggal} yang belum diisi.") in unfinished(letter)


def test_what_the_applicant_said_of_activities_that_are_alike_is_a_line_each(db):
    words = "Mengenai “{kegiatan}” ({penyelenggara}), pemohon menyatakan {jawaban}."
    Sentence.create(kind="alike", heading="Kegiatan serupa", text=words, use="standing")
    said = {"title": "Survei Harga", "agency": "Dinas Perdagangan", "choice": "needed", "why": "Per desa."}
    submission = a_submission(Status.DRAFTING)
    assert standing_words(submission)["alike"] == []
    Revision.update(beside={"alike": {"a": said, "b": {**said, "choice": "theirs", "why": ""}}}).execute()

    assert standing_words(submission)["alike"] == [
        "Mengenai “Survei Harga” (Dinas Perdagangan), pemohon menyatakan tetap memerlukan kegiatan ini: Per desa.",
        "Mengenai “Survei Harga” (Dinas Perdagangan), pemohon menyatakan memakai data kegiatan tersebut.",
    ]


def test_a_letter_keeps_the_words_it_was_written_with(db):
    row = Sentence.create(kind="duty", heading="Kewajiban", text="melengkapi metadata", use="standing")
    letter = Letter.issued_of(a_submission(Status.ISSUED))

    lists.change(SENTENCES, row, {"text": "melengkapi semuanya"}, user("admin"), WHEN)

    assert (letter.facts["duties"], Sentence.get().version) == (["melengkapi metadata"], 2)


def test_a_proposed_refusal_has_its_draft(db):
    submission = a_submission(Status.NEEDS_REVISION)
    later = WHEN.replace(year=2027, month=3, day=1)  # Senin

    evaluations.propose_refusal(submission, user("petugas"), later, "Tiga bulan tanpa tanggapan.")

    draft = Letter.draft_of(submission)
    assert (draft.outcome, unfinished(draft), len(draft.draft["reasons"])) == ("ditolak", [], 1)
    assert remarks.Remark.sent_of(submission).count() == 1


def test_what_officers_wrote_reads_one_item_a_line(db):
    draft = Letter.draft_of(a_submission(Status.DRAFTING))
    draft.draft = {**draft.draft, "conditions": ["Satu.", "Dua."]}

    assert (written(draft)["outcome"], written(draft)["conditions"]) == ("layak", "Satu.\nDua.")
    assert "hands" not in written(draft)


def test_a_draft_is_another_once_a_word_of_it_changed(db):
    submission = a_submission(Status.DRAFTING)
    seen = mark_of(written(Letter.draft_of(submission)))
    refuse_if_rewritten(seen, Letter.draft_of(submission), submission.number)

    letters.edit_draft(Letter.draft_of(submission), user("petugas2"), {"place": "Toho"}, WHEN)
    letters.request_signature(submission, user("petugas"), WHEN)  # the last event, which changed no word

    with pytest.raises(ChangedMeanwhile) as refusal:
        refuse_if_rewritten(seen, Letter.draft_of(submission), submission.number)
    assert (refusal.value.who, refusal.value.now["place"]) == (user("petugas2").name, "Toho")
