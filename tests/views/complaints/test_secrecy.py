"""Nothing of a complaint stays in a browser, nor of a complainant's visit in our log."""

from flask import Response, g

from pst.views.complaints.secrecy import keep_nowhere, leave_no_trace


def test_no_page_is_kept_and_complainants_are_not_even_logged(app):
    with app.test_request_context("/pengaduan"):
        at_the_desk, quiet = keep_nowhere(Response("")), ["quiet" in g]
        of_complainants = leave_no_trace(Response(""))
        quiet.append("quiet" in g)

    assert [answer.headers["Cache-Control"] for answer in (at_the_desk, of_complainants)] == ["no-store"] * 2
    assert quiet == [False, True]
