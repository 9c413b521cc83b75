"""Complaints from their first word to their end, as officers walk through the pages."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
import time_machine
import zxingcpp

from pst import create_app
from pst.actions.complaints import dialogue
from pst.actions.vault import Vault
from pst.config import identity_keys_of
from pst.jobs import do_minute_jobs
from pst.models.audit import Event
from pst.models.complaints.boxes import BoxSheet
from pst.models.complaints.complaints import Complaint
from pst.models.complaints.dialogue import ComplaintMessage
from pst.models.complaints.identities import Identity
from pst.rules import numbering
from tests.factories import an_officer, user
from tests.factories_complaints import a_complaint, a_manager
from tests.paper.reading import pictures_of, words_of

HOME = "/petugas/pengaduan"
MORNING = datetime.fromisoformat("2026-11-23T02:00:00+00:00")  # Senin, 09.00 WIB


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(MORNING, tick=False) as traveller:
        yield traveller


def step(person, number: str, verb: str, **typed):
    """Open the step, fill it, send it; the page that follows."""
    form = person.get(f"{HOME}/{number}/langkah/{verb}").forms["step"]
    for name, value in typed.items():
        form[name] = value
    return form.submit(status=303).follow()


def enter(person, **typed) -> tuple[str, str]:
    """Register by hand; (number, code) from the receipt."""
    form = person.get(f"{HOME}/baru").forms["entry"]
    for name, value in typed.items():
        form[name] = value
    main = form.submit(status=303).follow().html.find("main")
    return main["data-number"], main["data-code"]


def row(number: str) -> Complaint:
    return Complaint.get(Complaint.number == number)


def test_one_from_lapor_is_entered_verified_answered_and_leaves_as_a_letter(officer):
    number, code = enter(
        officer,
        channel="lapor",
        outside_number="LPR-0000123",
        received_on="2026-11-20",
        kind="complaint",
        text="Kunjungan pertama diminta surat, kunjungan kedua diminta proposal.",
        name="Anto Umpama",
    )

    step(officer, number, "verify", kind="ordinary", topic="procedure")
    step(officer, number, "answer", note="Syaratnya hanya surat pengantar.")

    kept = row(number)
    letter = words_of(officer.get(f"{HOME}/{number}/jawaban.pdf").body)
    assert (kept.status, kept.outside_number, str(kept.counted_from), kept.in_time) == (
        "answered",
        "LPR-0000123",
        "2026-11-20",
        True,
    )
    assert "LPR-0000123" in officer.get(f"{HOME}?cari=LPR-0000123").html.select_one("#register").text
    assert "Syaratnya hanya surat pengantar." in letter and "Anto" not in letter
    assert kept.code_hash == numbering.hash_code(code)
    assert [event.verb for event in Event.of("complaint", number)] == ["file", "verify", "answer"]


def test_a_box_with_ten_sheets_of_which_one_is_missing_closes_when_it_is_found(officer):
    printed = officer.get(f"{HOME}/kotak").forms["print"]
    printed["how_many"] = "6"
    codes = [zxingcpp.read_barcodes(picture)[0].text.split("#")[1] for picture in pictures_of(printed.submit().body)]
    form = officer.get(f"{HOME}/kotak/baru").forms["opening"]
    form["first_witness"], form["second_witness"], form["found"] = "Mira Umpama", "Oki Umpama", "10"
    place = form.submit(status=303).location

    def sheets(*texts: tuple[str, str]):
        grid = officer.get(place).forms["sheets"]
        for number, (text, key) in enumerate(texts, start=1):
            grid[f"text-{number}"], grid[f"form-{number}"] = text, key
        return grid.submit(status=303)

    sheets(*((f"Lembar bernomor {key}.", f"KS-2026-{key:05d}") for key in range(1, 6)))
    sheets(("Lembar bernomor 6.", "KS-2026-00006"), *((f"Lembar polos {key}.", "") for key in range(1, 4)))
    refused = _button(officer.get(place), "/tutup").submit(status=303).follow()
    sheets(("Lembar yang terselip di tutup kotak.", ""))
    closed = _button(officer.get(place), "/tutup").submit(status=303).follow()

    assert "Dihitung 10 lembar, dientri 9. Cari lembar yang kurang sebelum menutup." in refused.text
    assert "Pembukaan ditutup" in closed.text
    assert [Complaint.by_code(numbering.hash_code(code)).text for code in codes] == [
        f"Lembar bernomor {key}." for key in range(1, 7)
    ]
    minutes = words_of(officer.get(f"{place}/berita-acara.pdf").body)
    assert "10 (sepuluh) lembar" in minutes and "4 (empat) lembar" in minutes
    board = [cell.text for cell in officer.get(f"{HOME}/papan").html.select("#board th")]
    assert sorted(board) == sorted(it.board_code for it in Complaint.select() if it.board_code)
    assert (len(board), BoxSheet.select().count()) == (4, 10)


def test_one_about_an_officer_goes_its_way_without_that_officer(browse):
    manager = a_manager("petugas2")
    number, _ = enter(browse(user("kepala")), text="Diminta uang.", who="Bu Sinta", kind="complaint")
    subject, handler = browse(an_officer()), browse(manager)

    step(handler, number, "verify", kind="oversight", topic="fraud")
    step(handler, number, "answer", note="Uangnya dikembalikan; petugasnya ditegur.")

    assert row(number).status == "answered"
    subject.get(f"{HOME}/{number}", status=404)
    assert number not in subject.get(HOME).text
    offered = [label for _, _, label in handler.get(f"{HOME}/{number}").forms["assign"]["handler"].options]
    assert offered == ["Pilih …", "Bayu Petugas", "Dewi Kepala"]


def test_one_about_the_head_is_for_the_designated_person_and_goes_to_the_province(browse):
    manager = a_manager("petugas2")
    number = a_complaint(about="head", text="Undangan tidak dibagikan.").number
    designated = browse(manager)

    step(designated, number, "verify", kind="ordinary", topic="conduct")
    page = step(designated, number, "escalate", to="province", note="Menyangkut Kepala.")

    letter = words_of(designated.get(f"{HOME}/{number}/rujukan.pdf").body)
    assert "Kepala Badan Pusat Statistik Provinsi Kalimantan Barat" in letter
    assert "Konsep surat penerusan (PDF)" in page.text and row(number).status == "escalated"
    for other in ("kepala", "petugas"):
        browse(user(other)).get(f"{HOME}/{number}", status=404)


def test_the_administrator_names_who_stands_in_and_what_is_no_address_is_refused(browse):
    number = a_complaint(about="head").number
    form = browse(user("admin")).get("/petugas/kantor/pengaturan/pengaduan").forms["settings"]

    form["complaint_designate"] = "Bayu"
    refused = form.submit(status=422)
    form = refused.forms["settings"]
    form["complaint_designate"], form["complaint_days_verify"] = "petugas2@contoh.test", "2"
    form.submit(status=303)

    assert "Tulis alamat surel akunnya" in refused.text
    assert browse(user("petugas2")).get(f"{HOME}/{number}").status_int == 200
    assert str(a_complaint(text="Lain.").stage_due_on) == "2026-11-25"  # two working days after Senin


def test_the_key_of_the_identities_is_changed_and_they_stay_readable(config, db):
    old = Vault(identity_keys_of(config))
    complaint = a_complaint(vault=old)
    new = Vault(("bmV3LWtleS1uZXcta2V5LW5ldy1rZXktbmV3LWtleS0=", *old.keys))
    before = Identity.of(complaint).sealed
    renewed = create_app(replace(config, identity_key=new.keys[0], identity_key_fallbacks=old.keys[0]))

    said = renewed.test_cli_runner().invoke(args=["reseal-identities"])

    sealed = Identity.of(complaint).sealed
    assert ("1 identitas" in said.output, sealed == before) == (True, False)
    assert Vault(new.keys[:1]).open(sealed)["name"] == "Wulandari Pelapor"


def test_without_the_old_key_nothing_is_resealed(app, config, db):
    complaint = a_complaint()  # sealed with a key that is not here
    before = Identity.of(complaint).sealed

    said = app.test_cli_runner().invoke(args=["reseal-identities"])

    assert (said.exit_code != 0, "Tidak ada yang diubah" in said.output) == (True, True)
    assert Identity.of(complaint).sealed == before


def test_the_same_told_twice_is_joined_and_one_that_is_not_ours_is_passed_on(officer):
    first, _ = enter(officer, text="Layar antrean mati.")
    second, _ = enter(officer, channel="phone", text="Layar antrean padam.")
    third, _ = enter(officer, channel="email", text="Tidak mendapat bantuan sosial.")

    step(officer, second, "mark_duplicate", other=first, note="Kejadian ini sudah ditangani.")
    step(officer, third, "pass_on", note="Ke dinas sosial, diantar hari ini.")

    said = {number: [it.text for it in ComplaintMessage.of(row(number))] for number in (second, third)}
    assert (row(second).status, row(third).status) == ("duplicate", "passed_on")
    assert said == {second: ["Kejadian ini sudah ditangani."], third: ["Ke dinas sosial, diantar hari ini."]}
    assert first not in words_of(officer.get(f"{HOME}/{second}/jawaban.pdf").body)


def test_silence_closes_it_and_the_complainant_opens_it_again(browse, app, clock, officer):
    number, code = enter(officer, text="Kursi kurang.", kind="complaint")
    step(officer, number, "verify", kind="ordinary")
    step(officer, number, "answer", note="Kursi ditambah.")

    clock.move_to(MORNING + timedelta(days=15))  # Selasa, 8 Desember: the eleventh working day
    do_minute_jobs(app, datetime(2026, 12, 8, 2, 0))
    silent = row(number).status
    dialogue.not_resolved(Complaint.by_code(numbering.hash_code(code)), "Masih kurang.", datetime(2026, 12, 8, 3, 0))

    page = browse(an_officer()).get(f"{HOME}/{number}")
    assert (silent, row(number).status, row(number).reopened) == ("closed", "reopened", 1)
    assert "Ditutup karena tidak ada tanggapan" in page.text and "Masih kurang." in page.text
    assert number in browse(an_officer()).get(HOME).html.select_one("#waiting").text


@pytest.mark.parametrize("script", [False, True], ids=["without script", "with script"])
def test_a_step_leads_on_with_and_without_script(script, officer):
    number, _ = enter(officer, text="Kursi kurang.")
    form = officer.get(f"{HOME}/{number}/langkah/verify").forms["step"]
    form["kind"] = "ordinary"

    answer = form.submit(headers={"HX-Request": "true"} if script else {}, status=204 if script else 303)

    assert (answer.headers.get("HX-Redirect") or answer.location).endswith(f"{HOME}/{number}")
    assert row(number).status == "in_progress"


def _button(page, ending: str):
    return next(form for form in page.forms.values() if form.action.endswith(ending))
