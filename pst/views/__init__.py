"""Flask: parse, call, render. One file per noun."""

from pst.views import (
    accounts,
    answers,
    catalogue,
    emails,
    evaluations,
    health,
    home,
    letters,
    office,
    registration,
    review,
    submissions,
    tracking,
)

BLUEPRINTS = tuple(
    module.blueprint
    for module in (
        home, accounts, registration, submissions, answers, review, evaluations, letters, tracking, catalogue,
        office, emails, health,
    )
)  # fmt: skip
