"""Every room that answers an address: this list is all that imports them."""

from pst.views import due_days, personal, search, waiting
from pst.views.accounts import mailboxes, registration, second_factor, security_log, sign_in
from pst.views.catalogue import (
    activities,
    activity_lists,
    catalogue,
    fieldwork,
    likeness,
    programs,
    sample_sheets,
    sample_size,
)
from pst.views.complaints import (
    boxes,
    complaint_case,
    complaint_letters,
    complaint_step,
    complaints,
    desk,
    dialogue,
    publications,
    readers,
    redactions,
)
from pst.views.frontdesk import (
    counter,
    guest_report,
    guests,
    pairing,
    returning,
    roster,
    satisfaction,
    tickets,
    visit_records,
    visits,
)
from pst.views.letters import (
    book,
    book_entries,
    book_import,
    book_years,
    initiallers,
    initials,
    letters,
    packs,
    signatories,
    signing,
    standing_in,
    verification,
)
from pst.views.office import (
    agencies,
    beginning,
    breaches,
    emails,
    erasures,
    guide,
    health,
    holidays,
    home,
    kiosks,
    logo,
    office,
    people,
    sentences,
)
from pst.views.review import (
    case,
    evaluations,
    examinations,
    extensions,
    intake,
    overrulings,
    remark_report,
    remarks,
    steps,
    worklist,
)
from pst.views.submissions import (
    answers,
    attachments,
    deadlines,
    form_files,
    metadata,
    resumption,
    submissions,
    together,
    tracking,
)

ROOMS = (
    *(submissions, together, answers, attachments, form_files, metadata, resumption, tracking, deadlines),
    *(sign_in, second_factor, registration, mailboxes, security_log, personal),
    *(remark_report, due_days),
    *(waiting, search, worklist, intake, case, steps, remarks, examinations, evaluations, extensions, overrulings),
    *(letters, initials, book, book_entries, book_import, book_years, signing, standing_in, verification, packs),
    *(catalogue, activities, activity_lists, fieldwork, likeness, programs, sample_sheets, sample_size),
    *(visits, returning, pairing, tickets, counter, roster, guests, visit_records, guest_report, satisfaction),
    *(complaints, dialogue, desk, complaint_case, complaint_step, complaint_letters, readers, publications, boxes),
    *(redactions,),
    *(home, guide, health, office, logo, beginning, people, agencies),
    *(erasures, breaches, signatories, initiallers, holidays, sentences, kiosks, emails),
)

BLUEPRINTS = tuple(room.blueprint for room in ROOMS)
