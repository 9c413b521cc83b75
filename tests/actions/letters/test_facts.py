"""What the letter says, gathered from the rows, and frozen without losing a word."""

import json
from datetime import date

from pst.actions.letters.draft import draft_from
from pst.actions.letters.facts import draft_facts, freeze, thaw
from pst.actions.review import examinations
from pst.models.letters.letters import Letter
from pst.models.letters.signatories import Signatory
from pst.models.office.sentences import Sentence
from pst.models.office.settings import Setting, the_office
from pst.models.review.remarks import Remark
from pst.paper.letters.facts import BlockResult, RequestFacts
from pst.paper.letters.text import office_full_name
from pst.paper.office_facts import OfficeFacts
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_remark, a_submission, conclude, user


def facts_of(submission):
    return draft_facts(Letter.draft_of(submission), submission, the_office())


def test_a_draft_has_no_number_no_date_and_no_code(db):
    facts = facts_of(a_submission(Status.DRAFTING))

    assert (facts.number, facts.date, facts.verify_code, facts.is_draft) == (None, None, "", True)


def test_dates_of_the_request_are_the_offices_own_days(db):
    submission = a_submission(Status.DRAFTING, at=WHEN.replace(hour=17, minute=30))  # Selasa, 24 November, 00.30 WIB

    assert facts_of(submission).request == RequestFacts(submission.number, date(2026, 11, 24), date(2026, 11, 24), "")


def test_activity_and_office_read_as_on_paper(db):
    facts = facts_of(a_submission(Status.DRAFTING))

    activity = facts.activity
    assert (activity.method, activity.sector, activity.region, activity.collection) == (
        "Kompilasi Produk Administrasi",
        "Kesehatan",
        "Mempawah (Kalimantan Barat)",
        "1 Februari–31 Maret 2027; 2–31 Agustus 2027",
    )
    assert office_full_name(facts.office) == "Badan Pusat Statistik Kabupaten Mempawah"
    assert isinstance(facts.office, OfficeFacts) and "Hendra" not in repr(facts)


def test_every_block_is_told_with_its_remarks_or_as_it_should_be_where_it_was_examined(db):
    submission = a_submission(Status.IN_REVIEW)
    examinations.mark(submission, 0, user("petugas"), WHEN)
    a_remark(submission, "variabel", "Sebut batas umur.")
    a_remark(submission, "", "Tambahkan surat tugas.", "advice")
    a_remark(submission, "judul_kegiatan", "Belum dikirim.")
    Remark.update(state="settled").where(Remark.code == "variabel").execute()
    Remark.update(state="answered").where(Remark.code == "").execute()
    letter = Letter(submission=submission, draft={**EMPTY}, outcome="layak", drafted_at=WHEN)

    results = draft_facts(letter, submission, the_office()).block_results

    assert results[:2] == (
        BlockResult("Umum", "Seluruh permohonan", "Saran", "Tambahkan surat tugas."),
        BlockResult("Identitas", "Seluruh isian", "Sesuai", ""),
    )
    assert (
        BlockResult(
            "III", "3.4 Variabel (Karakteristik) yang Dikumpulkan", "Diperbaiki", "Telah dipenuhi: Sebut batas umur."
        )
        in results
    )
    assert BlockResult("I", "Seluruh isian", "Tanpa catatan", "") in results
    assert [line.block for line in results] == ["Umum", "Identitas", "I", "II", "III", "IV", "VI", "VII", "VIII", "IX"]


EMPTY = {
    "recipient": "Kepala",
    "place": "Mempawah",
    "subject": "",
    "attachment_count": "",
    "request_letter": "",
    "letter_number": "",
    "identity_number": "",
    "conditions": [],
    "reasons": [],
}


def test_without_a_signatory_the_draft_says_so(db):
    submission = a_submission(Status.DRAFTING)
    Signatory.delete().execute()

    assert "belum diatur" in facts_of(submission).signatory.name


def test_frozen_facts_survive_json_and_come_back_whole(db):
    submission = a_submission(Status.ISSUED)
    letter = Letter.issued_of(submission)

    again = freeze(thaw(json.loads(json.dumps(letter.facts))))

    assert again == letter.facts
    assert (letter.facts["date"], letter.facts["number"]) == ("2026-11-23", letter.number)


def test_a_later_change_of_the_office_changes_no_issued_letter(db):
    submission = a_submission(Status.ISSUED)
    Setting.create(key="address", value="Jalan Baru No. 1", changed_at=WHEN)

    assert thaw(Letter.issued_of(submission).facts).office.address.startswith("Jalan Raden Kusno")


def test_remarks_of_a_block_stand_in_the_order_of_the_form(db):
    submission = a_submission(Status.EVALUATION)
    for code in ("variabel", "jadwal", "tujuan_kegiatan"):
        a_remark(submission, code, f"Tentang {code}.")
    Remark.update(state="settled").execute()
    letter = Letter(submission=submission, draft={**EMPTY}, outcome="layak", drafted_at=WHEN)

    results = draft_facts(letter, submission, the_office()).block_results

    assert [line.note for line in results if line.block == "III"] == [
        "Telah dipenuhi: Tentang tujuan_kegiatan.",
        "Telah dipenuhi: Tentang jadwal.",
        "Telah dipenuhi: Tentang variabel.",
    ]


def test_each_finding_is_said_once_what_was_done_in_the_past_tense_and_what_is_open_in_a_refusal(db):
    sentence = Sentence.create(heading="Judul", text="Sebut wilayahnya.", done="Judul telah menyebut wilayahnya.")
    submission = a_submission(Status.EVALUATION)
    done = a_remark(submission, "judul_kegiatan", "Sebut kabupatennya.", sentence=sentence)
    a_remark(submission, "variabel", "Sebut batas\numur.")
    a_remark(submission, "tujuan_kegiatan", "Tambahkan rujukan.", "advice")
    Remark.update(state="answered").execute()
    Remark.update(state="settled").where(Remark.id == done.id).execute()
    letter = Letter(submission=submission, drafted_at=WHEN)
    letter.outcome, letter.draft = draft_from(submission, conclude(submission, "ditolak", "Bukan sektoral."), WHEN)

    facts = draft_facts(letter, submission, the_office())

    notes = [line.note for line in facts.block_results if line.note]
    assert (facts.conditions, facts.reasons) == (("Sebut batas umur.",), ("Bukan sektoral.",))
    assert notes == ["Judul telah menyebut wilayahnya.", "Tambahkan rujukan.", "Lihat huruf C."]
    assert (letter.draft["findings"][0]["sentence"], letter.draft["findings"][0]["version"]) == ("Judul", 1)
