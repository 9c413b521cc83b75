"""Flask: parse, call, render. One file per noun."""

from pst.views import (
    accounts,
    agencies,
    answers,
    catalogue,
    counter,
    deadlines,
    emails,
    evaluations,
    examinations,
    extensions,
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
    resumption,
    returning,
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
        home, deadlines, accounts, registration, submissions, resumption, answers, form_files,
        worklist, intake, review, steps, remarks, examinations, evaluations, extensions, letters,
        letter_register, tracking, verification, catalogue, office, people, agencies, signatories,
        holidays, sentences, emails, health, visits, returning, tickets, satisfaction, counter,
        roster, guests, visit_page, guest_report,
    )
)  # fmt: skip
