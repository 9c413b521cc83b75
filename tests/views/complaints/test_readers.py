"""Who may know, who complained, and a new code."""

import pytest

from pst.actions.vault import Vault
from pst.config import identity_keys_of
from pst.models.audit import Event
from pst.models.complaints.complaints import Complaint, ComplaintSubject
from pst.models.complaints.identities import IdentityOpening
from pst.rules import numbering
from pst.rules.complaints.complaints import Privacy
from tests.factories import an_officer, user
from tests.factories_complaints import a_complaint, a_manager, verified

pytestmark = pytest.mark.usefixtures("monday")
WHY = "Menanyakan tanggal kejadian kepada pelapor."


@pytest.fixture
def vault(config):
    return Vault(identity_keys_of(config))


def place_of(complaint: Complaint, room: str = "") -> str:
    return f"/petugas/pengaduan/{complaint.number}{room}"


def subjects_of(complaint: Complaint) -> list[str]:
    return [row.user.name for row in ComplaintSubject.of(complaint)]


def test_whoever_is_named_loses_it_at_once_and_whoever_names_oneself_is_led_away(browse):
    complaint = a_complaint()
    officer = browse(an_officer())
    form = officer.get(place_of(complaint, "/terlapor")).forms["subjects-form"]

    _tick(form, an_officer().id, True)
    answer = form.submit(status=303)

    assert subjects_of(complaint) == ["Sinta Petugas"]
    assert answer.location.endswith("/petugas/pengaduan")
    officer.get(place_of(complaint), status=404)
    assert browse(user("petugas2")).get(place_of(complaint)).status_int == 200


def test_giving_access_back_is_the_managers_and_needs_a_reason(browse):
    manager = a_manager()
    complaint = a_complaint(who="Sinta")

    refused = browse(user("petugas2")).get(place_of(complaint, "/terlapor")).forms["subjects-form"]
    _tick(refused, an_officer().id, False)
    page = refused.submit(status=422)
    form = page.forms["subjects-form"]
    form["note"] = "Yang dimaksud Sinta yang lain."
    form.submit(status=303)

    assert manager.email == user("petugas2").email
    assert "Tuliskan alasan membuka kembali akses." in page.text
    assert subjects_of(complaint) == []


def test_an_identity_is_opened_with_a_reason_that_is_kept_for_the_complainant(browse, vault):
    complaint = verified(a_complaint(vault=vault, phone="0812 5555 0141"))
    officer = browse(an_officer())
    form = officer.get(place_of(complaint, "/identitas")).forms["identity"]
    form["why"] = WHY

    page = form.submit()

    assert "Wulandari Pelapor" in page.text and "0812 5555 0141" in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert [(row.user.name, row.why) for row in IdentityOpening.of(complaint)] == [("Sinta Petugas", WHY)]
    assert Event.latest("complaint", complaint.number).verb == "open_identity"
    assert "Wulandari Pelapor" not in officer.get(place_of(complaint)).text


@pytest.mark.parametrize(
    ("privacy", "openers"),
    [
        (Privacy.CONFIDENTIAL, {"petugas": 200, "petugas2": 303, "kepala": 303}),
        (Privacy.NAMED, {"petugas": 200, "petugas2": 200, "kepala": 200}),
        (Privacy.ANONYMOUS, {"petugas": 303, "petugas2": 303, "kepala": 303}),
    ],
)
def test_what_the_complainant_chose_decides_who_may_ask(browse, vault, privacy, openers):
    complaint = verified(a_complaint(vault=vault, privacy=privacy))

    asked = {
        name: browse(user(name)).get(place_of(complaint, "/identitas"), expect_errors=True).status_int
        for name in openers
    }
    sent = {name: _send(browse(user(name)), complaint) for name, status in openers.items() if status == 303}

    assert asked == openers
    assert ["Wulandari" in page for page in sent.values()] == [False] * len(sent)
    assert IdentityOpening.select().count() == 0


def test_a_key_that_is_not_here_opens_nothing_and_writes_nothing_down(browse):
    complaint = verified(a_complaint())  # sealed with a key of another instance
    form = browse(an_officer()).get(place_of(complaint, "/identitas")).forms["identity"]
    form["why"] = WHY

    page = form.submit(status=422)

    assert page.forms["identity"]["why"].value == WHY
    assert "disegel dengan kunci yang tidak ada di sini" in page.text
    assert IdentityOpening.select().count() == 0


def test_one_asks_for_a_new_code_another_gives_it_and_the_complainant_reads_who(browse, anyone):
    complaint = verified(a_complaint(code=numbering.new_code(), channel="visit"))
    asking, giving = browse(an_officer()), browse(user("petugas2"))
    form = asking.get(place_of(complaint, "/kode")).forms["new-code"]
    form["why"] = "Tanda terimanya basah."

    page = form.submit(status=303).follow()
    receipt = _button(giving.get(place_of(complaint)), "/benarkan").submit(status=303).follow()

    assert "Menunggu petugas kedua" in page.text and "Benarkan" not in page.text
    new = receipt.html.find("main")["data-code"]
    assert Complaint.by_code(numbering.hash_code(new)).id == complaint.id
    track = anyone.get("/pengaduan/lacak").forms["track"]
    track["kode"] = new
    read = track.submit(status=303).follow().html.main.text
    assert "Kode baru diminta oleh Sinta Petugas: Tanda terimanya basah." in read
    assert "Kode baru dibenarkan dan diberikan oleh Bayu Petugas" in read


def test_of_somebody_who_has_a_code_no_new_one_can_be_asked_for(browse):
    complaint = verified(a_complaint())

    officer = browse(an_officer())

    assert "Minta kode baru" not in officer.get(place_of(complaint)).text
    form = officer.get(place_of(complaint, "/kode")).forms["new-code"]
    form["why"] = "Ingin melihat percakapannya."
    assert "memegang kodenya sendiri" in form.submit(status=422).text


def _button(page, ending: str):
    return next(form for form in page.forms.values() if form.action.endswith(ending))


def _ids(form) -> list[int]:
    return [int(field._value) for field in form.fields["subjects"]]


def _tick(form, user_id: int, on: bool) -> None:
    form.set("subjects", on, _ids(form).index(user_id))


def _send(person, complaint: Complaint) -> str:
    person.app.config["WTF_CSRF_ENABLED"] = False
    return person.post(place_of(complaint, "/identitas"), {"why": WHY}, status=303).follow().text
