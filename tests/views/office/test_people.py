"""Accounts as the administrator keeps them."""

from dataclasses import replace

import pytest

from pst.actions.accounts import accounts
from pst.models.accounts.users import User
from pst.models.audit import Event, Look
from pst.models.base import write
from pst.models.emails import Email
from pst.models.office.agencies import Agency
from pst.models.office.sentences import Sentence
from pst.models.submissions.submissions import Submission
from pst.rules.review.workflow import Status
from pst.rules.roles import Role
from tests.browsing import flash
from tests.factories import WHEN, a_submission, a_user, user

ROOM = "/petugas/kantor/pengguna"


@pytest.fixture
def budi(db) -> User:
    """A second administrator."""
    return a_user("admin2@contoh.test", "Budi Administrator", Role.ADMIN)


@pytest.fixture
def mail_server(app) -> None:
    """Mails go out."""
    app.extensions["pst_config"] = replace(app.extensions["pst_config"], smtp="127.0.0.1:25")


def filled(form, **given):
    """The account's form with these values; `roles` are those to be ticked."""
    roles = given.pop("roles", None)
    for name, value in given.items():
        form[name] = value
    for box in form.fields["roles"] if roles is not None else ():
        box.checked = box._value in roles
    return form


def roles_in(form) -> set[str]:
    return {box._value for box in form.fields["roles"] if box.checked}


def button(page, ending: str):
    return next(form for form in page.forms.values() if form.action.endswith(ending))


def names_on(page) -> list[str]:
    return [link.text for link in page.html.select("#users tbody th a")]


def test_a_new_account_gets_its_link_by_mail(mail_server, admin):
    form = filled(
        admin.get(f"{ROOM}/baru").forms["user"],
        name="Rudi Petugas",
        email="rudi@contoh.test",
        roles={"officer", "head"},
        position="Statistisi",
        phone="0812 3456 7890",
    )

    page = form.submit(status=303).follow()

    rudi = User.by_email("rudi@contoh.test")
    assert (set(rudi.roles), rudi.position, rudi.is_active) == ({Role.OFFICER, Role.HEAD}, "Statistisi", False)
    assert "Tautan untuk menetapkan kata sandi dikirim ke rudi@contoh.test." in page
    assert [(mail.kind, mail.to) for mail in Email.select()] == [("invitation", "rudi@contoh.test")]
    assert "Menunggu sandi" in page.html.select_one("#users tr:has(a) td .pst-tag").text


def test_without_a_mail_server_the_invitation_is_shown_once_and_only_while_nobody_has_used_the_account(admin, anyone):
    form = filled(admin.get(f"{ROOM}/baru").forms["user"], name="Rudi", email="rudi@contoh.test", roles={"officer"})
    page = form.submit(status=303).follow()

    shown = button(page, "/undangan").submit(status=200)
    link = shown.html.select_one("#invitation").text
    setting = anyone.get(link).forms["new-password"]
    setting["password"] = setting["repeated"] = "kuda hijau makan nasi"
    setting.submit(status=303)

    assert Event.latest("account", str(User.by_email("rudi@contoh.test").id), ("show_invitation",)) is not None
    again = button(page, "/undangan").submit(status=303).follow()
    assert "hanya dicetak pengelola di server" in again and "/sandi-baru/" not in again
    assert "/undangan" not in {form.action for form in admin.get(again.request.path).forms.values()}


def test_nobody_shows_or_sends_a_link_to_an_account_in_use_where_no_mail_goes_out(admin):
    place, token = f"{ROOM}/{user('kepala').id}", admin.get(ROOM).html.select_one("[name=csrf_token]")["value"]

    for room in ("undangan", "tautan"):
        page = admin.post(f"{place}/{room}", {"csrf_token": token}, status=303).follow()
        assert "hanya dicetak di server" in page.html.select_one(".pst-flash").text

    assert Email.select().count() == 0


@pytest.mark.parametrize("new", [True, False])
def test_the_roles_of_a_refused_account_stay_ticked(admin, new):
    page = admin.get(f"{ROOM}/{'baru' if new else user('petugas2').id}")
    form = filled(page.forms["user"], name="Rudi", email="rudi@contoh.test", roles={"applicant"})

    answer = form.submit(status=422)

    assert "Pilih instansi tempat pemohon ini bekerja." in answer.html.select_one("#error-summary").text
    assert roles_in(answer.forms["user"]) == {"applicant"}
    assert (User.select().count(), Email.select().count(), user("petugas2").name) == (6, 0, "Bayu Petugas")


def test_opening_an_account_is_noted(admin):
    page = admin.get(f"{ROOM}/{user('pemohon').id}")

    assert page.forms["user"]["agency"].value == str(user("pemohon").agency_id)
    assert [(look.what, look.why) for look in Look.select()] == [(f"account {user('pemohon').id}", "Mengelola akun")]
    admin.get(f"{ROOM}/999", status=404)


def test_a_change_is_kept_and_an_unchanged_account_leaves_no_event(admin):
    form = admin.get(f"{ROOM}/{user('petugas').id}").forms["user"]
    form.submit(status=303)
    assert Event.select().count() == 0

    form = admin.get(f"{ROOM}/{user('petugas').id}").forms["user"]
    filled(form, position="Statistisi Ahli Muda").submit(status=303)

    assert user("petugas").position == "Statistisi Ahli Muda"
    assert [(event.verb, event.facts) for event in Event.select()] == [("change", {"fields": ["position"]})]


def test_closing_an_account_ends_its_session_at_once(admin, browse):
    bayu = browse(user("petugas2"))
    bayu.get("/petugas", status=200)
    form = admin.get(f"{ROOM}/{user('petugas2').id}").forms["close"]
    form["note"] = "Pindah tugas"

    page = form.submit(status=303).follow()

    answer = bayu.get("/petugas", status=303)
    assert "/masuk" in answer.location
    assert "Akun Bayu Petugas ditutup." in page and "Ditutup" in page.html.h1.text
    assert Event.latest("account", str(user("petugas2").id)).note == "Pindah tugas"
    signing = bayu.get("/masuk").forms["sign-in"]
    signing["email"], signing["password"] = "petugas2@contoh.test", "sandi-yang-panjang"
    signing.submit(status=422)


def test_what_an_officer_has_open_is_listed_and_somebody_must_go_on_with_it(admin):
    number = a_submission(Status.IN_REVIEW).number
    page = admin.get(f"{ROOM}/{user('petugas').id}")
    assert number in page.html.select_one("#open-work").text

    asked = page.forms["close"].submit(status=303).follow()
    changing = filled(page.forms["user"], roles={"head"}, position="Pranata").submit(status=422)
    changing.forms["user"]["heir"] = str(user("petugas2").id)
    changing.forms["user"].submit(status=303)

    said = "Sinta Petugas masih mempunyai pekerjaan terbuka. Pilih siapa yang meneruskannya."
    assert said in flash(asked) and said in changing.html.select_one("#error-summary").text
    assert changing.forms["user"]["position"].value == "Pranata"
    assert Submission.get().assignee_id == user("petugas2").id


def test_what_was_being_typed_when_the_account_was_closed_is_not_kept(admin, browse):
    budi = browse(a_user("admin2@contoh.test", "Budi Administrator", Role.ADMIN))
    form = budi.get("/petugas/kantor/kalimat/baru").forms["sentence"]
    form["heading"], form["text"] = "Jadwal", "Mulai sesudah surat terbit."

    admin.get(f"{ROOM}/{User.by_email('admin2@contoh.test').id}").forms["close"].submit(status=303)
    answer = form.submit(status=401)

    assert "Sesi Anda sudah berakhir" in answer and "Mulai sesudah surat terbit." in answer
    assert Sentence.select().count() == 0


def test_a_closed_account_is_opened_again_and_gets_a_new_link(mail_server, admin):
    accounts.close_user(user("petugas2"), user("admin"), WHEN)
    page = admin.get(f"{ROOM}/{user('petugas2').id}")
    assert "close" not in page.forms

    page = button(page, "/buka").submit(status=303).follow()
    page = button(page, "/tautan").submit(status=303).follow()

    assert (user("petugas2").active, [mail.to for mail in Email.select()]) == (True, ["petugas2@contoh.test"])
    assert "bayu" not in page.html.select_one(".pst-flash").text


def test_the_last_administrator_cannot_lock_himself_out(admin):
    """Neither by closing the account nor by taking off the hat; an invitation nobody answered is no help."""
    accounts.create_user("Citra", "citra@contoh.test", [Role.ADMIN], None, user("admin"), WHEN)
    page = admin.get(f"{ROOM}/{user('admin').id}")

    closing = page.forms["close"].submit(status=303).follow()
    changing = filled(page.forms["user"], roles={"officer"}, position="Pranata").submit(status=422)

    told = "Ini satu-satunya administrator yang aktif. Tunjuk administrator lain dahulu."
    assert told in closing and told in changing
    assert changing.forms["user"]["position"].value == "Pranata"
    assert (user("admin").active, set(user("admin").roles)) == (True, {Role.ADMIN})
    admin.get(ROOM, status=200)


def test_one_of_two_administrators_may_leave(admin, budi):
    admin.get(f"{ROOM}/{user('admin').id}").forms["close"].submit(status=303)

    assert (user("admin").active, User.get_by_id(budi.id).active) == (False, True)
    admin.get(ROOM, status=303)


def test_of_two_administrators_who_close_each_other_one_stays(admin, browse, budi):
    mine, theirs = user("admin"), browse(budi)
    close_budi = admin.get(f"{ROOM}/{budi.id}").forms["close"]
    close_me = theirs.get(f"{ROOM}/{mine.id}").forms["close"]

    close_budi.submit(status=303)
    close_me.submit(status="*", expect_errors=True)

    assert [User.get_by_id(each.id).active for each in (mine, budi)] == [True, False]


def test_a_person_keeps_an_agency_that_is_only_proposed(admin):
    with write():
        proposed = Agency.create(name="Dinas Usulan", approved=False)
        newcomer = a_user("baru@contoh.test", "Baru Pemohon", Role.APPLICANT, agency=proposed)

    form = admin.get(f"{ROOM}/{newcomer.id}").forms["user"]
    filled(form, position="Analis").submit(status=303)

    kept = User.get_by_id(newcomer.id)
    assert (kept.agency_id, kept.position) == (proposed.id, "Analis")


def test_the_list_is_narrowed_by_words_and_role(admin):
    assert names_on(admin.get(f"{ROOM}?cari=petugas&peran=officer")) == ["Bayu Petugas", "Sinta Petugas"]
    assert names_on(admin.get(f"{ROOM}?cari=kesehatan")) == ["Joko Pemohon", "Ratna Pemohon"]
    assert "Tidak ada akun yang cocok" in admin.get(f"{ROOM}?cari=%25_&peran=officer")
    piece = admin.get(f"{ROOM}?cari=sinta", headers={"HX-Request": "true"})
    assert (piece.text.lstrip().startswith('<div id="users">'), names_on(piece)) == (True, ["Sinta Petugas"])


def test_the_list_masks_mailboxes(admin):
    page = admin.get(ROOM)

    assert "pemohon@contoh.test" not in page and "pem•••@contoh.test" in page


def test_a_reason_that_is_too_long_is_said(admin):
    form = admin.get(f"{ROOM}/{user('petugas2').id}").forms["close"]
    form["note"] = "x" * 301

    assert "Alasan paling banyak 300 karakter." in form.submit(status=303).follow()
    assert user("petugas2").active


def test_an_administrator_ends_the_sessions_of_somebody_whose_device_stayed_open(admin, browse):
    officer = browse(user("petugas"))
    place = f"{ROOM}/{user('petugas').id}"
    button = next(form for form in admin.get(place).forms.values() if form.action == f"{place}/keluarkan")

    assert "dikeluarkan dari 1 perangkat" in button.submit(status=303).follow()
    assert officer.get("/petugas", status=303).location.startswith("/masuk")
    assert f"{ROOM}/{user('admin').id}/keluarkan" not in admin.get(f"{ROOM}/{user('admin').id}")
