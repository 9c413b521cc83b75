"""Mails as their receivers get them."""

import email
import re
from email import policy

import pytest

from pst.mail.compose import Uncomposable, compose, in_words, quoted, words
from pst.rules.office.emails import KINDS, ROWS
from pst.rules.office.office import office_of
from tests.mail.sample_mails import FACTS, a_mail

SITE = "https://pst.contoh.test"
OFFICE = office_of({})
RULES = [
    office_of({"clock_on_revision": on_revision, "clock_starts_on": starts})
    for on_revision in ("pause_resume", "restart_on_revision", "no_pause")
    for starts in ("declared_complete", "submitted")
]


def received(mail, **more) -> email.message.EmailMessage:
    """What the receiver's program reads from the bytes that were sent."""
    octets = compose(mail, SITE, OFFICE, "pst@kantor.test", **more).as_bytes()
    assert octets.isascii()
    return email.message_from_bytes(octets, policy=policy.default)


@pytest.mark.parametrize("kind", KINDS)
def test_every_mail_is_complete_whatever_rule_the_office_has_chosen(kind):
    for office in RULES:
        subject, body = words(a_mail(kind), SITE, office)

        greeted = FACTS[kind].get("name", "Bapak/Ibu")
        assert body.startswith(f"Yth. {greeted},\n\n")
        assert f"{office.office_name}\n" in body
        assert office.address in body
        assert not re.search(r"\n{3}|[ \t]\n|[{}]|None|Undefined", subject + body)
        assert "  " not in subject


@pytest.mark.parametrize("kind", sorted(kind for kind in KINDS if "number" in FACTS[kind]))
def test_mails_about_a_submission_bear_its_number_its_title_and_the_way_to_it(kind):
    subject, body = words(a_mail(kind), SITE, OFFICE)

    assert subject.startswith("[REK-6104-2026-0001] ")
    assert "Kegiatan: Kompilasi Data Kunjungan Puskesmas 2027\n" in body
    assert SITE + FACTS[kind]["path"] in body


@pytest.mark.parametrize("kind", KINDS)
def test_no_subject_names_a_person_or_the_activity(kind):
    subject, _ = words(a_mail(kind), SITE, OFFICE)

    assert not re.search("Ratna|Puskesmas|contoh.test", subject)
    assert 20 < len(subject) < 80


@pytest.mark.parametrize("kind", sorted(row.name for row in ROWS if row.secret))
def test_links_stand_alone_on_their_line_with_the_moment_they_end(kind):
    _, body = words(a_mail(kind), SITE, OFFICE)

    assert f"\n\n{SITE}/tautan/rahasia\n\n" in body
    assert f"sampai {FACTS[kind]['until']}" in body


def test_the_receipt_reads_as_a_whole():
    subject, body = words(a_mail("received", due_on="", expected="11 Desember 2026"), SITE, OFFICE)

    assert subject == "[REK-6104-2026-0001] Permohonan Anda sudah kami terima"
    assert body.split("\n\nSalam hormat,\n")[0] == (
        "Yth. Ratna Pemohon,\n\n"
        "Permohonan rekomendasi kegiatan statistik Anda sudah kami terima.\n\n"
        "Nomor permohonan: REK-6104-2026-0001\n"
        "Kegiatan: Kompilasi Data Kunjungan Puskesmas 2027\n"
        "Kode pelacakan: ABCD-EFGH-JKMN-PQRS\n\n"
        "Langkah berikutnya: petugas memeriksa kelengkapannya dalam 1 hari kerja. "
        "Anda tidak perlu melakukan apa pun; hasilnya kami kirim ke alamat surel ini.\n\n"
        "Bila pada hari pengiriman sudah dinyatakan lengkap, permohonan ini selesai paling lambat "
        "11 Desember 2026.\n"
        "Jangka waktu layanan 14 (empat belas) hari kerja, dihitung sejak permohonan dinyatakan lengkap. Selama "
        "menunggu perbaikan dari pemohon, hitungan berhenti, lalu dilanjutkan setelah perbaikan diterima. "
        "Layanan ini gratis.\n\n"
        "Salinan isian yang Anda kirim (PDF):\n"
        f"{SITE}/permohonan/REK-6104-2026-0001/isian.pdf\n\n"
        "Perjalanan permohonan, hari demi hari:\n"
        f"{SITE}/permohonan/REK-6104-2026-0001\n\n"
        f"Tanpa masuk pun Anda dapat melihat keadaannya dengan kode pelacakan di {SITE}/lacak"
    )


def test_a_reminder_that_comes_late_does_not_claim_the_share_is_exact():
    _, body = words(a_mail("reminder_officer", percent=50, days_left=4), SITE, OFFICE)

    assert "Sedikitnya 50% dari 14 hari kerja sudah terpakai untuk permohonan ini; sisanya 4 hari kerja." in body


@pytest.mark.parametrize(
    ("left", "subject", "sentence"),
    [
        (2, "80% waktu layanan terpakai", "sisanya 2 hari kerja"),
        (0, "Jatuh tempo hari ini", "dijanjikan selesai hari ini"),
        (-3, "Terlambat", "(3 hari kerja)"),
    ],
)
def test_officers_read_at_once_how_late_it_is(left, subject, sentence):
    said, body = words(a_mail("reminder_officer", days_left=left), SITE, OFFICE)

    assert said == f"[REK-6104-2026-0001] {subject}"
    assert sentence in body


def test_a_refusal_says_what_can_be_done_and_asks_for_nothing_that_is_due():
    _, body = words(a_mail("issued", outcome="ditolak", outcome_label="Ditolak", identity_number=""), SITE, OFFICE)

    assert "Hasil: Ditolak\n" in body
    assert "mengajukan permohonan baru" in body
    assert "Identitas" not in body
    assert "serahkan hasilnya" not in body


def test_the_message_is_plain_text_that_every_program_reads():
    mail = received(a_mail("message", text="Baris satu – “kutip”\nBaris dua"))

    assert mail.get_content_type() == "text/plain"
    assert mail.get_content_charset() == "utf-8"
    assert "> Baris satu – “kutip”\n> Baris dua\n" in mail.get_content().replace("\r\n", "\n")
    assert {name: str(mail[name]) for name in ("To", "From", "Reply-To", "Date", "Auto-Submitted")} == {
        "To": "ratna@contoh.test",
        "From": "PST BPS Kabupaten Mempawah <pst@kantor.test>",
        "Reply-To": "BPS Kabupaten Mempawah <bps6104@bps.go.id>",
        "Date": "Mon, 23 Nov 2026 02:00:00 +0000",
        "Auto-Submitted": "auto-generated",
    }


def test_a_mail_handed_over_twice_is_seen_to_be_one():
    first, second = received(a_mail()), received(a_mail())

    assert first["Message-ID"] == second["Message-ID"] == "<pst-7-20261123020000@kantor.test>"
    assert first.as_bytes() == second.as_bytes()


def test_the_letter_goes_with_the_mail_that_announces_it():
    mail = received(a_mail("issued"), letter=b"%PDF-1.7 surat")

    [paper] = mail.iter_attachments()
    assert (paper.get_content_type(), paper.get_filename(), paper.get_content()) == (
        "application/pdf",
        "surat-B-155-61040-KS.200-11-2026.pdf",
        b"%PDF-1.7 surat",
    )
    assert "Surat terlampir dalam bentuk PDF." in mail.get_body().get_content()
    assert "terlampir" not in words(a_mail("issued"), SITE, OFFICE)[1]


def test_no_fact_can_break_a_header():
    mail = received(a_mail("message", number="REK-1\r\nBcc: orang@lain.test", writer="petugas\nX-Jahat: ya"))

    assert (mail["Bcc"], mail["X-Jahat"]) == (None, None)
    assert mail["Subject"] == "[REK-1 Bcc: orang@lain.test] Ada pesan baru dari petugas X-Jahat: ya"


@pytest.mark.parametrize(
    "address", ["ratna@contoh.test\nBcc: orang@lain.test", "tanpa-alamat", "", "a@b@c", "r\u00e1@x.test\r\n"]
)
def test_an_address_that_is_none_is_refused_with_the_reason(address):
    with pytest.raises(Uncomposable, match="Alamat surel tidak sah"):
        compose(a_mail(to=address), SITE, OFFICE)


def test_missing_facts_and_unknown_kinds_are_refused_not_sent_half():
    mail = a_mail()
    del mail.facts["number"]
    with pytest.raises(Uncomposable, match="number"):
        compose(mail, SITE, OFFICE)

    mail.kind = "apa"
    with pytest.raises(Uncomposable):
        compose(mail, SITE, OFFICE)


def test_hidden_characters_are_left_out_and_empty_notes_are_a_dash():
    _, body = words(a_mail("returned_incomplete", note="satu\x00\x1b[31m dua\r\ntiga"), SITE, OFFICE)
    _, empty = words(a_mail("returned_incomplete", note=""), SITE, OFFICE)

    assert "> satu[31m dua\n> tiga\n" in body
    assert "Catatan petugas:\n> –\n" in empty


def test_small_words():
    assert quoted("a\n\nb ") == "> a\n>\n> b"
    assert in_words("2026-11-23") == "23 November 2026"
    assert in_words("23 November 2026") == "23 November 2026"
