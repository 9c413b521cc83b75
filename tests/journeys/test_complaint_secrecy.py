"""A complaint never reaches its subject: every address, search, count, export, paper and mail is tried."""

from datetime import datetime, timedelta

import pytest
import time_machine

from pst.actions.complaints import complaint_letters, complaints, dialogue
from pst.actions.complaints import complaint_steps as steps
from pst.actions.frontdesk import visit_records
from pst.actions.office import backup
from pst.actions.vault import Vault
from pst.config import identity_keys_of
from pst.jobs import do_minute_jobs
from pst.mail.compose import words as composed
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.dialogue import ComplaintFile, ComplaintMessage
from pst.models.emails import Email
from pst.models.office.settings import the_office
from pst.rules.complaints.complaint_letters import KINDS
from pst.rules.complaints.complaints import Kind, Privacy
from pst.rules.roles import Role
from tests.factories import SITE, WHEN, a_store, a_submission, a_user, an_officer, user
from tests.factories_complaints import a_box, a_complaint, a_manager, a_photo, a_sheet, verified
from tests.factories_desk import a_guest
from tests.journeys.peeking import answer_of, at_the_desk, every_address, everywhere, opened, posted, telling

TITLE = "Kwitansi zamrud tanpa nomor"
TEXT = "Uang belalang sembah diminta di meja pelayanan sebelum antrean dipanggil."
ANSWER = "Jawaban kunang-kunang sudah disiapkan."
NOTE = "Catatan trenggiling untuk pengelola."
COMPLAINANT = "Wulandari Umpama"
WHO = {"officer": "Ibu Sinta", "head": "Kepala kantor"}
SEARCHES = (
    "/petugas/pengaduan?cari={}",
    "/petugas/pengaduan?cari={}&kelas=oversight&keadaan=answered",
    "/petugas/pengaduan/daftar.csv?cari={}",
    "/petugas/permohonan?cari={}",
    "/petugas/tamu?semua=1&cari={}",
    "/katalog?cari={}",
    "/petugas/kantor/riwayat?jenis=complaint&nomor={}",
    "/petugas/kantor/riwayat?nomor={}",
    "/petugas/kantor/akses?data={}",
)
NEXT = dict.fromkeys(("number", "prefix", "kka", "reason"), "")
LOOKS = {"/petugas/kantor/akses", "/akun/data-saya"}
"""Who looked at what, for the office and for oneself: the reader's own looks make them longer."""
NEW_EACH_TIME = "/akun/faktor-kedua"
"""Shows whoever opens it a secret that nobody has seen before."""


@pytest.fixture(autouse=True)
def _a_monday():
    with time_machine.travel(datetime.fromisoformat("2026-11-23T05:00:00+00:00"), tick=False):  # Senin, 12.00 WIB
        yield


@pytest.fixture
def app(app):
    """Without the forms' secret, which would turn everybody away before anything else could."""
    app.config["WTF_CSRF_ENABLED"] = False
    return app


@pytest.fixture(params=["officer", "head"])
def subject(request, db):
    """Whom it is about, with every further role there is, so that every door is tried: (about, account)."""
    person = {"officer": an_officer(), "head": user("kepala")}[request.param]
    person.roles = person.roles | {Role.ADMIN, Role.OFFICER}
    person.save()
    return request.param, person


@pytest.fixture
def designate(db):
    """Whoever stands in: manages complaints, and is neither head nor subject."""
    return a_manager("petugas2")


@pytest.fixture
def case(config, subject, designate, monkeypatch):
    """`case()` tells the complaint and lets everything happen to it that can happen; a guest has named its number."""
    about, _ = subject
    visit_records.link_case(a_guest(name="Tamu Biasa").visit, designate, "ADU-2026-7391", WHEN)

    def happen() -> Complaint:
        monkeypatch.setattr("pst.rules.numbering.random_sequence", lambda highest: 7391)
        vault = Vault(identity_keys_of(config))
        complaint = a_complaint(
            vault=vault,
            kind=Kind.COMPLAINT,
            privacy=Privacy.CONFIDENTIAL,
            title=TITLE,
            text=TEXT,
            name=COMPLAINANT,
            about=about,
            who=WHO[about],
            case_number="",
        )
        verified(complaint, designate, Kind.OVERSIGHT)
        dialogue.attach(complaint, "complainant", "bukti.jpg", a_photo(), WHEN, a_store())
        complaints.add_note(complaint, designate, NOTE, WHEN)
        steps.escalate(complaint, designate, "province", NOTE, WHEN)
        steps.take(complaint, "answer", designate, ANSWER, WHEN + timedelta(minutes=5))
        complaints.post_on_board(complaint, designate, "Sedang dibaca.", WHEN)
        return Complaint.find(designate, complaint.number)

    return happen


def test_no_address_tells_the_subject_anything_and_an_unconcerned_officer_is_told(
    app, browse, subject, designate, case
):
    complaint = case()
    signs = designate if complaint.about_head else user("kepala")
    for kind in KINDS.values():
        complaint_letters.issue(complaint, kind, NEXT, signs, WHEN + timedelta(minutes=9), a_store())
    addresses = everywhere(app, "GET", complaint.number)
    secrets = [complaint.number, TITLE, TEXT, ANSWER, NOTE, complaint.board_code]

    hers = opened(browse(subject[1]), addresses)
    his = opened(browse(designate), at_the_desk(app, complaint.number))

    assert telling(hers, secrets) == {}
    told = telling(his, secrets)
    here = f"/petugas/pengaduan/{complaint.number}"
    assert told[here] == [complaint.number, TITLE, TEXT, ANSWER, NOTE, complaint.board_code]
    assert {
        "/petugas/pengaduan",
        "/petugas/pengaduan/daftar.csv",
        "/petugas/pengaduan/daftar.xlsx",
        "/petugas/pengaduan/papan",
        f"{here}/terlapor",
        f"{here}/jawaban.pdf",
        f"{here}/rujukan.pdf",
    } <= set(told)
    assert f"{here}/berkas/{ComplaintFile.get().id}" in his
    assert not any(COMPLAINANT in text for text in (*hers.values(), *his.values()))


def test_no_form_sent_by_the_subject_is_answered_or_changes_anything(app, browse, subject, designate, case):
    complaint = case()
    there = [
        address
        for address in everywhere(app, "POST", complaint.number)
        if address.startswith(f"/petugas/pengaduan/{complaint.number}")
    ]
    before = _stands(complaint)

    answers = posted(browse(subject[1]), there)

    assert len(answers) >= 10
    assert {address: status for address, (status, _) in answers.items() if status != 404} == {}
    assert _stands(complaint) == before


def test_forms_elsewhere_tell_the_subject_nothing(app, browse, subject, designate, case):
    complaint = case()
    elsewhere = [
        address
        for address in everywhere(app, "POST", complaint.number)
        if not address.startswith("/petugas/pengaduan/") or "/kotak" in address
    ]
    secrets = [complaint.number, TITLE, TEXT, ANSWER, NOTE]

    answers = posted(browse(subject[1]), elsewhere)

    assert len(answers) > 30
    assert telling({address: text for address, (_, text) in answers.items()}, secrets) == {}


def test_to_the_subject_the_house_looks_as_if_the_complaint_had_never_come(app, browse, subject, designate, case):
    """Counters, recaps, exports, logs, backups, outgoing mail: before and after they are the same, sign by sign."""
    verified(a_complaint(title="Kursi kurang", text="Kursi di ruang tunggu kurang."), designate)
    addresses = everywhere(app, "GET", "ADU-2026-7391")
    person = browse(subject[1])
    person.get("/permohonan/baru", status=404)  # the security log tells once an hour that somebody tries other doors
    before = opened(person, addresses)

    complaint = case()
    after = opened(person, addresses)

    changed = {address for address in before | after if before.get(address) != after.get(address)}
    assert changed - LOOKS - {NEW_EACH_TIME} == set()
    assert complaint.number in browse(designate).get("/petugas/pengaduan").text


def test_a_search_finds_the_subject_as_much_as_a_word_nobody_wrote(browse, subject, designate, case):
    complaint = case()
    person, nonsense, unconcerned = browse(subject[1]), "qqxqq", browse(designate)

    answers = {
        (place, word): [
            opened(person, [place.format(asked)])[place.format(asked)].replace(asked, "…") for asked in (word, nonsense)
        ]
        for place in SEARCHES
        for word in ("zamrud", "ADU-2026-7391", "7391", "kunang")
    }

    assert {asked: found for asked, found in answers.items() if found[0] != found[1]} == {}
    for word in ("zamrud", "belalang", "7391"):
        assert complaint.number in unconcerned.get(f"/petugas/pengaduan?cari={word}").text


def test_an_address_guessed_right_answers_like_one_guessed_wrong(app, browse, subject, designate, case):
    complaint = case()
    person = browse(subject[1])
    right = [
        address
        for address in every_address(app, "GET", [complaint.number], [ComplaintFile.get().id])
        if address.startswith(f"/petugas/pengaduan/{complaint.number}")
    ]

    pairs = [
        (answer_of(person, address), answer_of(person, address.replace(complaint.number, "ADU-2026-7392")))
        for address in right
    ]

    assert len(pairs) >= 8
    assert [pair for pair in pairs if pair[0] != pair[1]] == []
    assert {status for (status, _), _ in pairs} == {404}


def test_no_mail_tells_the_subject_and_no_mail_tells_anybody_what_it_says(app, subject, designate, case):
    complaint = case()
    Complaint.update(status="received", limit_on=WHEN.date()).where(Complaint.id == complaint.id).execute()

    do_minute_jobs(app, WHEN + timedelta(days=2))

    mails = list(Email.select())
    told = [mail.to for mail in mails if mail.kind == "complaint_digest"]
    assert (designate.email in told, subject[1].email in told) == (True, False)
    texts = ["\n".join(composed(mail, SITE, the_office(), attached=False)) for mail in mails]
    secrets = (complaint.number, TITLE, TEXT, ANSWER, NOTE, COMPLAINANT)
    assert [secret for text in texts for secret in secrets if secret in text] == []


def test_the_digest_of_the_unconcerned_is_no_outgoing_mail_the_subject_can_read(app, browse, subject, designate, case):
    case()
    Complaint.update(status="received").execute()
    do_minute_jobs(app, WHEN + timedelta(days=2))
    digests = [mail.id for mail in Email.select().where(Email.kind == "complaint_digest")]

    person = browse(subject[1])

    assert digests
    assert [person.get(f"/petugas/surel/{number}", expect_errors=True).status_int for number in digests] == [404] * len(
        digests
    )
    assert "Pengaduan menunggu" not in person.get("/petugas/surel").text


def test_neither_database_nor_backup_nor_log_nor_export_holds_the_identity_in_plain(
    app, browse, config, designate, subject, case, caplog, db
):
    complaint = case()
    addresses = at_the_desk(app, complaint.number)
    person = browse(designate)
    with caplog.at_level("INFO"):
        opened(person, addresses)
        form = {"why": "Menanyakan tanggal kejadian kepada pelapor."}
        page = person.post(f"/petugas/pengaduan/{complaint.number}/identitas", form)
    backup.make_backup(config.folder, config.folder / "salinan", WHEN)
    db.close()

    files = [path for path in config.folder.rglob("*") if path.is_file()]
    assert COMPLAINANT in page.text  # it is there, and can be opened
    assert len(files) > 5 and any("salinan" in str(path) for path in files)
    assert [path.name for path in files if COMPLAINANT.encode() in path.read_bytes()] == []
    assert COMPLAINANT not in caplog.text and complaint.number not in caplog.text


def test_who_handled_the_case_it_speaks_of_meets_nothing_of_it(app, browse):
    submission = a_submission()
    submission.assignee = an_officer()
    submission.save()
    other = a_user("petugas3@contoh.test", "Rahma Petugas", Role.OFFICER)

    complaint = a_complaint(title=TITLE, text=TEXT, case_number=submission.number.lower())

    addresses = at_the_desk(app, complaint.number)
    assert telling(opened(browse(an_officer()), addresses), [complaint.number, TITLE, TEXT]) == {}
    assert complaint.number in browse(other).get("/petugas/pengaduan").text


def test_a_sheet_from_the_box_about_whoever_enters_it_is_gone_from_the_own_grid(app, browse):
    opening = a_box(found=2, by=an_officer())
    a_sheet(opening, TEXT, an_officer(), who="Bu Sinta")
    a_sheet(opening, "Kursi kurang.", an_officer())
    complaint = Complaint.get(Complaint.text == TEXT)
    addresses = at_the_desk(app, complaint.number)

    hers = opened(browse(an_officer()), addresses)

    assert telling(hers, [complaint.number, TEXT, complaint.board_code]) == {}
    assert "Kursi kurang." in hers[f"/petugas/pengaduan/kotak/{opening.number}"]
    assert complaint.board_code in browse(user("kepala")).get("/petugas/pengaduan/papan").text


def test_a_vague_complaint_about_some_officer_reaches_managers_alone(app, browse, designate):
    complaint = a_complaint(title=TITLE, text=TEXT, about="officer")
    addresses = at_the_desk(app, complaint.number)

    assert telling(opened(browse(an_officer()), addresses), [complaint.number, TITLE, TEXT]) == {}
    assert TITLE in browse(designate).get(f"/petugas/pengaduan/{complaint.number}").text


def _stands(complaint: Complaint) -> tuple:
    row = Complaint.get_by_id(complaint.id)
    return row.__data__, ComplaintMessage.select().count(), ComplaintFile.select().count()
