"""From the draft's page through the mail to the same draft on another device."""

from dataclasses import replace

from pst.models.emails import Email
from pst.rules.review.workflow import Status
from tests.factories import a_draft, a_submission, user


def mailed_path() -> str:
    return Email.select().where(Email.kind == "resume_draft").order_by(Email.id.desc()).get().facts["path"]


def test_a_link_asked_for_here_opens_the_draft_there(browse, anyone):
    draft = a_draft()
    page = browse(user("pemohon")).get(f"/permohonan/{draft.number}")
    assert "dikirim ke pemohon@contoh.test" in page.forms["send-link"].submit(status=303).follow()

    asked = anyone.get(mailed_path())
    assert draft.title in asked
    opened = asked.forms["resume"].submit(status=303)

    assert opened.location == f"/permohonan/{draft.number}"
    assert "Bagian formulir" in opened.follow()


def test_whether_the_office_can_send_mail_at_all_is_told(app, browse):
    draft = a_draft()
    said = []
    for smtp in ("", "127.0.0.1:25"):
        app.extensions["pst_config"] = replace(app.extensions["pst_config"], smtp=smtp)
        page = browse(user("pemohon")).get(f"/permohonan/{draft.number}")
        said.append("disiapkan untuk dikirim" in page.forms["send-link"].submit(status=303).follow())

    assert said == [True, False]


def test_a_used_or_invented_link_says_so_and_lets_nobody_in(browse, anyone):
    draft = a_draft()
    browse(user("pemohon")).get(f"/permohonan/{draft.number}").forms["send-link"].submit(status=303)
    form = anyone.get(mailed_path()).forms["resume"]
    form.submit(status=303)

    anyone.reset()
    used = anyone.get(mailed_path(), status=410)
    assert "tidak berlaku lagi" in used
    again = next(form for form in used.forms.values() if form.action.endswith("/lagi")).submit(status=303)
    assert "Tautan baru dikirim ke p" in again.follow()
    assert "tidak berlaku lagi" in anyone.get("/lanjutkan/bukan-tautan", status=410)
    anyone.get(f"/permohonan/{draft.number}", status=303)


def test_what_was_sent_and_what_is_a_colleagues_offers_no_link(browse):
    sent, draft = a_submission(Status.SUBMITTED), a_draft()
    mine = browse(user("pemohon"))

    page = mine.get(f"/permohonan/{draft.number}")
    assert "send-link" in page.forms
    assert "send-link" not in mine.get(f"/permohonan/{sent.number}").forms
    token = page.forms["send-link"]["csrf_token"].value
    again = mine.post(f"/permohonan/{sent.number}/tautan", {"csrf_token": token}, status=303).follow()
    assert "selama permohonan masih ada padanya" in again
    assert Email.select().where(Email.kind == "resume_draft").count() == 0


def test_nobody_in_the_office_reads_the_mail_with_the_link(browse):
    draft = a_draft()
    browse(user("pemohon")).get(f"/permohonan/{draft.number}").forms["send-link"].submit(status=303)
    mail = Email.select().where(Email.kind == "resume_draft").get()

    pages = [browse(user(name)).get(f"/petugas/surel/{mail.id}") for name in ("petugas", "admin")]
    assert [mail.facts["path"] in page for page in pages] == [False, False]
