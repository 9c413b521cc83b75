"""Flask: parse, call, render. One file per noun."""

from pst.views import (
    accounts,
    answers,
    catalogue,
    emails,
    evaluations,
    health,
    home,
    intake,
    letter_register,
    letters,
    office,
    registration,
    remarks,
    review,
    steps,
    submissions,
    tracking,
    verification,
    worklist,
)

BLUEPRINTS = tuple(
    module.blueprint
    for module in (
        home, accounts, registration, submissions, answers, worklist, intake, review, steps, remarks, evaluations, letters, letter_register, tracking,
        verification, catalogue,
        office, emails, health,
    )
)  # fmt: skip
