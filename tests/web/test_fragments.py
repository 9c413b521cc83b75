"""A page for people, a fragment for htmx, a redirect after every deed."""

import pytest

from pst.web.fragments import saved, told, wants_fragment


@pytest.mark.parametrize(
    ("headers", "fragment"),
    [
        ({}, False),
        ({"HX-Request": "true"}, True),
        ({"HX-Request": "true", "HX-Boosted": "true"}, False),
        ({"HX-Request": "true", "HX-History-Restore-Request": "true"}, False),
    ],
)
def test_a_boosted_link_and_a_step_back_want_the_whole_page(headers, fragment, app):
    with app.test_request_context(headers=headers):
        assert wants_fragment() is fragment


def test_after_a_deed_the_browser_is_sent_on_and_htmx_too(app):
    with app.test_request_context(method="POST"):
        answer = saved("/permohonan", "Tersimpan.")
        assert (answer.status_code, answer.location) == (303, "/permohonan")
    with app.test_request_context(method="POST", headers={"HX-Request": "true"}):
        answer = saved("/permohonan", "Tersimpan.")
        assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, "/permohonan")


def test_who_came_too_late_is_told_on_the_page_that_shows_how_things_stand(app):
    with app.test_request_context(method="POST"):
        answer = told("/permohonan", "Sudah berubah.")

    assert (answer.status_code, answer.location) == (303, "/permohonan")
