"""The settings of the office: what is refused, what is kept, and which cases a new clock rule counts."""

import pytest

from pst.actions.office import office
from pst.models.office.settings import Setting, the_office
from pst.rules.review.workflow import Status
from tests.browsing import flash
from tests.factories import WHEN, a_submission, an_applicant, user
from tests.journeys import walking as walk
from tests.paper.reading import words_of

ROOM = "/petugas/kantor"
pytestmark = pytest.mark.usefixtures("monday")


def filled(form, **given):
    for name, value in given.items():
        form[name] = value
    return form


class TestSettings:
    """One group a page; nonsense is refused with everything typed still there."""

    @pytest.mark.parametrize(
        ("slug", "odd", "why"),
        [
            ("jam-layanan", {"promise_days": "empat belas"}, "Tulis bilangan bulat dari 1 sampai 250."),
            ("jam-layanan", {"stage_review": "20"}, "Target satu tahap tidak boleh melebihi janji layanan"),
            ("surat", {"letter_pattern": "{seq}"}, "Pola harus memuat {yyyy}"),
            ("surat", {"letter_copies": "x" * 4001}, "Isian ini terlalu panjang."),
            ("data-kantor", {"city": "Mempa\twah"}, "Ada karakter tersembunyi"),
            ("formulir", {"backups_kept": "0"}, "Tulis bilangan bulat dari 1 sampai 60."),
            ("loket", {"desk_hours": "pagi"}, "Tulis jam seperti 08.00–12.00, 13.00–15.30."),
        ],
    )
    def test_nonsense_is_refused_with_everything_typed_still_there(self, admin, slug, odd, why):
        form, before = filled(admin.get(f"{ROOM}/pengaturan/{slug}").forms["settings"], **odd), list(Setting.select())
        typed = {
            name: form[name].value for name, _ in form.submit_fields() if name not in ("csrf_token", "_once", "seen")
        }

        answer = form.submit(status=422)

        assert why in answer.html.select_one("#error-summary").text
        again = answer.forms["settings"]
        shown = {name: again[name].value for name in typed}
        assert {k: " ".join(v.split()) for k, v in shown.items()} == {k: " ".join(v.split()) for k, v in typed.items()}
        assert list(Setting.select()) == before

    def test_a_choice_that_is_not_offered_is_refused(self, admin):
        form = admin.get(f"{ROOM}/pengaturan/jam-layanan").forms["settings"]
        form["clock_on_revision"].force_value("kadang")

        assert "clock_on_revision" in str(form.submit(status=422).html.select_one("#error-summary a")["href"])
        admin.get(f"{ROOM}/pengaturan/rahasia", status=404)

    def test_what_was_changed_is_named_and_shown_everywhere(self, admin):
        form = admin.get(f"{ROOM}/pengaturan/data-kantor").forms["settings"]

        page = filled(form, phone="(0561) 691050", city="Terusan").submit(status=303).follow()

        assert flash(page) == "Disimpan: Kota pada tanggal surat, Telepon."
        assert "Telepon (0561) 691050" in page.html.footer.get_text(" ", strip=True)
        again = admin.get(f"{ROOM}/pengaturan/data-kantor").forms["settings"].submit(status=303).follow()
        assert flash(again) == "Tidak ada yang berubah."

    def test_of_two_administrators_the_second_does_not_undo_the_first(self, admin):
        form = admin.get(f"{ROOM}/pengaturan/surat").forms["settings"]
        office.change_settings("letter", {"letter_kka": "VS.100"}, user("kepala"), WHEN)

        answer = filled(form, letter_nature="Penting").submit(status=422)

        told = answer.html.select_one("#error-summary").text
        assert "Dewi Kepala menyimpan perubahan" in told
        assert "Sifat surat (“Biasa”)" in told and "Kode klasifikasi arsip (“VS.100”)" in told
        assert (the_office().letter_kka, the_office().letter_nature) == ("VS.100", "Biasa")
        again = filled(answer.forms["settings"], letter_kka="VS.100")
        assert again["letter_nature"].value == "Penting"
        again.submit(status=303)
        assert (the_office().letter_kka, the_office().letter_nature) == ("VS.100", "Penting")

    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ({}, "Contoh nomor surat ke-155 hari ini: B-155/61040/KS.200/11/2026"),
            ({"letter_pattern": "{seq}/BPS/{yyyy}"}, "Contoh nomor surat ke-155 hari ini: 155/BPS/2026"),
            ({"letter_pattern": "{seq"}, "Kurung kurawal pada pola tidak berpasangan."),
            ({"letter_pattern": "<b>{seq}</b>{yyyy}"}, "Contoh nomor surat ke-155 hari ini: <b>155</b>2026"),
            ({"letter_prefix": ""}, "Kode sifat pada nomor: isian ini wajib diisi."),
        ],
    )
    def test_the_number_a_letter_would_get_is_shown_while_typing(self, admin, typed, said):
        form = admin.get(f"{ROOM}/pengaturan/surat").forms["settings"]
        parts = {name: form[name].value for name, _ in form.submit_fields() if name.startswith("letter_")}

        piece = admin.get(f"{ROOM}/pengaturan/surat/contoh-nomor", {**parts, **typed}, headers={"HX-Request": "true"})

        assert piece.html.select_one("#number-example").get_text(" ", strip=True) == said

    def test_the_next_letter_follows_the_pattern_and_the_issued_one_stays(self, admin, browse):
        case, head = a_submission(Status.ISSUED), browse(user("kepala"))
        form = admin.get(f"{ROOM}/pengaturan/surat").forms["settings"]
        filled(form, letter_pattern="{seq}/BPS-{unit}/{kka}/{yyyy}", letter_kka="VS.100").submit(status=303)

        second = a_submission(Status.AWAITING_SIGNATURE)
        walk.issue(head, second.number)

        register = head.get("/petugas/surat")
        assert [link.text for link in register.html.select("#letters th a")] == [
            "2/BPS-61040/VS.100/2026",
            "B-1/61040/KS.200/11/2026",
        ]
        assert "B-1/61040/KS.200/11/2026" in browse(an_applicant()).get(f"/permohonan/{case.number}/surat")


class TestClockRule:
    """The rule in force when a form is sent is the one it is counted by, and its receipt says so."""

    NEW = {
        "promise_days": "10",
        "clock_on_revision": "no_pause",
        "clock_starts_on": "submitted",
        "closing_time": "16.00",
    }
    OLD_WORDS = (
        "Jangka waktu layanan 14 (empat belas) hari kerja, dihitung sejak permohonan dinyatakan lengkap. Selama "
        "menunggu perbaikan dari pemohon, hitungan berhenti, lalu dilanjutkan setelah perbaikan diterima."
    )
    NEW_WORDS = (
        "Jangka waktu layanan 10 (sepuluh) hari kerja, dihitung sejak permohonan dikirim. Hitungan tetap berjalan "
        "selama menunggu perbaikan dari pemohon."
    )

    def change(self, admin) -> None:
        form = admin.get(f"{ROOM}/pengaturan/jam-layanan").forms["settings"]
        filled(form, **self.NEW).submit(status=303)

    def receipt(self, browser, number: str) -> str:
        return words_of(browser.get(f"/permohonan/{number}/tanda-terima.pdf").body)

    def test_the_page_says_whom_a_change_concerns(self, admin):
        assert "Permohonan yang sudah dikirim tetap dihitung menurut aturan saat dikirim" in admin.get(
            f"{ROOM}/pengaturan/jam-layanan"
        )

    def test_receipts_state_the_rule_in_force_when_the_form_was_sent(self, admin, browse):
        applicant = browse(an_applicant())
        old = a_submission(Status.IN_REVIEW)
        self.change(admin)
        new = a_submission(Status.SUBMITTED)

        printed = [self.receipt(applicant, case.number) for case in (old, new)]

        assert [self.OLD_WORDS in words for words in printed] == [True, False]
        assert [self.NEW_WORDS in words for words in printed] == [False, True]
        assert ["pukul 15.30 WIB" in printed[0], "pukul 16.00 WIB" in printed[1]] == [True, True]
