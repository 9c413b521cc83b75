"""The team's evaluation as officers and the head do it on the page, with and without script."""

import pytest

from pst.actions.review import evaluations
from pst.models.review.evaluations import Evaluation, InternalNote, Opinion
from pst.rules.review.workflow import Status
from tests.factories import WHEN, a_submission, conclude, user
from tests.views.review.test_remarks import HTMX, at

pytestmark = pytest.mark.usefixtures("monday")


def fill(form, **change):
    for name, value in {
        "outcome": "bersyarat",
        "held_on": "2026-11-23",
        "participants": "Sinta\nBayu",
        "conclusion": "Tambahkan uji coba.",
        "alone_reason": "Rekan sedang bertugas di lapangan.",
        **change,
    }.items():
        form[name] = value
    return form


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_colleague_is_asked_and_finds_it_on_the_desk(browse, headers):
    submission = a_submission(Status.EVALUATION)
    form = browse(user("petugas")).get(at(submission)).forms["invite"]

    form["colleague"] = str(user("petugas2").id)
    answer = form.submit(headers=headers)

    shown = answer if headers else answer.follow()
    assert "Bayu Petugas" in shown.html.select_one("#opinions").text
    assert browse(user("petugas2")).get("/petugas").html.select_one("[data-row]")["href"].endswith("lihat=evaluasi")


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_everybody_gives_an_opinion_of_their_own(browse, headers):
    submission = a_submission(Status.EVALUATION)
    form = browse(user("kepala")).get(at(submission)).forms["opinion"]

    form["stance"], form["opinion"] = "layak", "Setuju dengan rancangan."
    answer = form.submit(headers=headers)

    shown = answer if headers else answer.follow()
    assert [(o.officer_id, o.stance) for o in Opinion.select()] == [(user("kepala").id, "layak")]
    assert "Setuju dengan rancangan." in shown.html.select_one("#opinions").text


def test_an_opinion_without_words_is_refused_and_the_choice_stays(browse):
    form = browse(user("petugas")).get(at(a_submission(Status.EVALUATION))).forms["opinion"]

    form["stance"] = "ditolak"
    refused = form.submit(status=422)

    assert refused.forms["opinion"]["stance"].value == "ditolak"
    assert Opinion.select().count() == 0


def test_a_refused_page_takes_the_place_of_the_page_also_with_script(browse):
    form = browse(user("petugas")).get(at(a_submission(Status.EVALUATION))).forms["opinion"]

    refused = form.submit(status=422, headers=HTMX)

    assert len(refused.html.select("h1")) == 1
    assert (refused.headers["HX-Retarget"], refused.headers["HX-Reswap"]) == ("body", "innerHTML show:top")
    assert "HX-Retarget" not in form.submit(status=422).headers


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_the_discussion_stays_inside_the_office(browse, headers):
    submission = a_submission(Status.EVALUATION)
    form = browse(user("petugas")).get(at(submission)).forms["internal-note"]

    form["internal"] = "Jangan sampai terbaca pemohon."
    answer = form.submit(headers=headers)

    assert "Jangan sampai" in (answer if headers else answer.follow()).html.select_one("#discussion").text
    assert [note.author_id for note in InternalNote.select()] == [user("petugas").id]
    for section in ("ringkasan", "pesan", "riwayat", "catatan"):
        assert "Jangan sampai" not in browse(user("pemohon")).get(f"/permohonan/{submission.number}?lihat={section}")


def test_the_conclusion_is_recorded_and_opens_the_way_to_the_letter(browse):
    submission = a_submission(Status.EVALUATION)
    browser = browse(user("petugas"))

    page = fill(browser.get(at(submission)).forms["conclude"]).submit(status=303).follow()

    assert (Evaluation.latest(submission).outcome, "Layak dengan catatan" in page) == ("bersyarat", True)
    page.forms["step-start_drafting"].submit(status=303)
    assert browser.get(at(submission)).html.select_one(".pst-next [data-status]")["data-status"] == "drafting"


@pytest.mark.parametrize(
    ("change", "field"), [({"conclusion": ""}, "conclusion"), ({"held_on": "2026-11-24"}, "held_on")]
)
def test_an_unfinished_conclusion_comes_back_with_everything_typed(browse, change, field):
    submission = a_submission(Status.EVALUATION)

    refused = fill(browse(user("petugas")).get(at(submission)).forms["conclude"], **change).submit(status=422)

    assert refused.html.select_one("#error-summary a")["href"] == f"#{field}"
    assert refused.forms["conclude"]["outcome"].value == "bersyarat"
    assert Evaluation.latest(submission).concluded_at is None


def test_after_the_step_the_old_page_is_told(browse):
    submission = a_submission(Status.EVALUATION)
    form = fill(browse(user("petugas2")).get(at(submission)).forms["conclude"])
    conclude(submission)
    evaluations.start_drafting(submission, user("petugas"), WHEN)

    told = form.submit(status=422)

    assert "tidak sedang berjalan" in told
    assert "Yang terakhir tercatat: Naskah surat mulai disusun, oleh Sinta Petugas" in told
    assert told.html.select_one("#typed #conclusion").text.strip() == "Tambahkan uji coba."
    assert Evaluation.latest(submission).outcome == "layak"


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_an_opinion_that_comes_after_the_conclusion_stays_in_view(browse, headers):
    submission = a_submission(Status.EVALUATION)
    late = browse(user("petugas2")).get(at(submission)).forms["opinion"]
    fill(browse(user("petugas")).get(at(submission)).forms["conclude"]).submit(status=303)

    late["stance"], late["opinion"] = "ditolak", "Kerangka sampelnya usang."
    told = late.submit(status=422, headers=headers)

    assert "Kesimpulan sudah dicatat" in told and "oleh Sinta Petugas" in told
    assert told.html.select_one("#typed textarea").text.strip() == "Kerangka sampelnya usang."
    assert Opinion.select().count() == 0


def test_of_two_who_conclude_at_once_the_second_is_told_and_may_insist(browse):
    submission = a_submission(Status.EVALUATION)
    forms = [browse(user(name)).get(at(submission)).forms["conclude"] for name in ("petugas", "petugas2")]

    fill(forms[0], conclusion="Tambahkan uji coba.").submit(status=303)
    told = fill(forms[1], conclusion="Perluas cakupannya.").submit(status=422)

    assert "Sinta Petugas menyimpan perubahan pada 23 November 2026" in told
    assert "Uraian kesimpulan (“Tambahkan uji coba.”)" in told
    assert Evaluation.latest(submission).conclusion == "Tambahkan uji coba."
    told.forms["conclude"].submit(status=303)
    assert Evaluation.latest(submission).conclusion == "Perluas cakupannya."
