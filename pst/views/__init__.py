"""Flask: parse, call, render. One file per noun."""

from pst.views import (
    accounts,
    agencies,
    answers,
    catalogue,
    deadlines,
    emails,
    evaluations,
    examinations,
    extensions,
    form_files,
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
    review,
    sentences,
    signatories,
    steps,
    submissions,
    tracking,
    verification,
    worklist,
)

BLUEPRINTS = tuple(
    module.blueprint
    for module in (
        home, deadlines, accounts, registration, submissions, resumption, answers, form_files,
        worklist, intake, review, steps, remarks, examinations, evaluations, extensions, letters,
        letter_register, tracking, verification, catalogue, office, people, agencies, signatories,
        holidays, sentences, emails, health,
    )
)  # fmt: skip
