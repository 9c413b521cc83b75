"""A complaint is found through the person who asks, and the way back leads where that one may go."""

import pytest
from flask_login import login_user
from werkzeug.exceptions import NotFound

from pst.rules.steps import StepRefused
from pst.views.complaints import finding as place
from tests.factories import an_officer, user
from tests.factories_complaints import a_complaint, a_manager


@pytest.fixture
def as_user(app):
    """`with as_user(user): …`: a request of this person."""

    def asking(person):
        request = app.test_request_context("/petugas/pengaduan", method="POST")
        request.push()
        login_user(person)
        return request

    requests = []
    yield lambda person: requests.append(asking(person))
    for request in reversed(requests):
        request.pop()


@pytest.mark.usefixtures("db")
def test_a_complaint_is_found_by_whoever_may_know_and_is_not_there_for_others(as_user):
    complaint = a_complaint(who="Sinta")

    as_user(user("petugas2"))
    found = place.find(complaint.number)
    back = place.way_back(complaint.number)
    as_user(an_officer())

    assert (found.id, back) == (complaint.id, f"/petugas/pengaduan/{complaint.number}")
    assert place.way_back(complaint.number) == place.way_back("ADU-2026-99999") == "/petugas/pengaduan"
    with pytest.raises(NotFound):
        place.find(complaint.number)


def test_what_was_stored_leads_back(as_user):
    complaint = a_complaint()
    as_user(an_officer())

    answer = place.saved_on(complaint.number, "Tersimpan.")

    assert (answer.status_code, answer.location) == (303, f"/petugas/pengaduan/{complaint.number}")


def test_the_trail_ends_with_the_room(as_user):
    complaint = a_complaint()
    as_user(an_officer())

    home, room = place.around(complaint)["breadcrumbs"], place.around(complaint, "Terlapor")["breadcrumbs"]

    assert [label for label, _ in home] == ["Pengaduan", complaint.number]
    assert room == [*home, ("Terlapor", "")]


@pytest.mark.usefixtures("db")
def test_it_can_be_given_to_nobody_it_is_kept_from():
    manager = a_manager()

    named = [name for _, name in place.possible_handlers(a_complaint(who="Sinta"))]
    about_head = [name for _, name in place.possible_handlers(a_complaint(about="head", text="Lain."))]

    assert (named, about_head) == (["Bayu Petugas", "Dewi Kepala"], [manager.name])


@pytest.mark.usefixtures("db")
def test_only_an_account_of_the_office_can_be_chosen():
    assert place.colleague(str(an_officer().id)).id == an_officer().id
    for key in ("", "x", str(user("pemohon").id)):
        with pytest.raises(StepRefused):
            place.colleague(key)
