"""Flask: parse, call, render. One file per noun."""

from pst.views import (
    accounts,
    agencies,
    answers,
    catalogue,
    counter,
    emails,
    evaluations,
    form_files,
    guest_report,
    guests,
    health,
    holidays,
    home,
    intake,
    letter_register,
    letters,
    office,
    people,
    registration,
    remarks,
    review,
    roster,
    satisfaction,
    sentences,
    signatories,
    steps,
    submissions,
    tickets,
    tracking,
    verification,
    visit_page,
    visits,
    worklist,
)

BLUEPRINTS = tuple(
    module.blueprint
    for module in (
        home, accounts, registration, submissions, answers, form_files, worklist, intake, review, steps, remarks, evaluations, letters, letter_register, tracking,
        verification, catalogue,
        office, people, agencies, signatories, holidays, sentences, emails, health,
        visits, tickets, satisfaction, counter, roster, guest_report, guests, visit_page,
    )
)  # fmt: skip
