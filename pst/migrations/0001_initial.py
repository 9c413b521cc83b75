"""The first tables."""

from peewee import *


def up(migrator, db):
    class Agency(Model):
        name = CharField(unique=True, max_length=200)
        address = CharField(max_length=300, default="")
        phone = CharField(max_length=30, default="")
        email = CharField(max_length=254, default="")
        leader = CharField(max_length=200, default="")
        approved = BooleanField(default=True)
        active = BooleanField(default=True)

        class Meta:
            database = db
            table_name = "agency"

    db.create_tables([Agency])

    class User(Model):
        email = CharField(unique=True, max_length=254)
        name = CharField(max_length=120)
        position = CharField(max_length=120, default="")
        phone = CharField(max_length=30, default="")
        agency = ForeignKeyField(Agency, null=True)
        roles = TextField(default="applicant")
        password_hash = TextField(default="")
        confirmed_at = DateTimeField(null=True)
        active = BooleanField(default=True)
        created_at = DateTimeField()
        signed_in_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "user"

    db.create_tables([User])

    class Submission(Model):
        number = CharField(unique=True, max_length=24)
        code = CharField(max_length=24)
        code_hash = CharField(unique=True, max_length=64)
        questionnaire = CharField(max_length=40)
        applicant = ForeignKeyField(User, on_delete="RESTRICT")
        agency = ForeignKeyField(Agency, null=True, on_delete="RESTRICT")
        assignee = ForeignKeyField(User, null=True)
        entered_by = ForeignKeyField(User, null=True)
        channel = CharField(max_length=10, default="online")
        status = CharField(max_length=20, default="draft")
        outcome = CharField(max_length=12, default="")
        answers = JSONField(default=dict)
        title = CharField(max_length=300, default="")
        year = IntegerField(null=True)
        method = CharField(max_length=60, default="")
        sector = CharField(max_length=60, default="")
        region = CharField(max_length=300, default="")
        revision = IntegerField(default=0)
        created_at = DateTimeField()
        changed_at = DateTimeField()
        entered_status_at = DateTimeField()
        submitted_at = DateTimeField(null=True)
        decided_at = DateTimeField(null=True)
        rule = JSONField(null=True)
        clock_started = DateTimeField(null=True)
        clock_stopped = DateTimeField(null=True)
        due_on = DateField(null=True)
        extended_days = IntegerField(default=0)
        romantik_id = CharField(max_length=40, default="")
        romantik_record = JSONField(null=True)
        identity_number = CharField(max_length=40, default="")
        reminded_percent = IntegerField(default=0)
        reminded_days = IntegerField(default=0)

        class Meta:
            database = db
            table_name = "submission"
            indexes = (
                (("status", "due_on"), False),
                (("applicant", "id"), False),
                (("agency", "id"), False),
                (("status", "id"), False),
                (("status", "assignee", "due_on", "entered_status_at"), False),
                (("entered_by", "status"), False),
                (("identity_number",), False),
                (("assignee", "id"), False),
                (("year", "id"), False),
            )

    db.create_tables([Submission])

    class Activity(Model):
        number = CharField(unique=True, max_length=40)
        submission = ForeignKeyField(Submission, null=True, on_delete="CASCADE")
        title = CharField(max_length=300)
        agency = CharField(max_length=200)
        year = IntegerField()
        method = CharField(max_length=60)
        sector = CharField(max_length=60, default="")
        region = CharField(max_length=300, default="")
        identity_number = CharField(max_length=40, default="")
        purpose = TextField(default="")
        variables = TextField(default="")
        issued_on = DateField(null=True)
        in_force = BooleanField(default=True)

        class Meta:
            database = db
            table_name = "activity"
            indexes = (
                (("in_force",), False),
                (("in_force", "year"), False),
                (("in_force", "method"), False),
                (("in_force", "sector"), False),
            )

    db.create_tables([Activity])

    class Area(Model):
        code = CharField(primary_key=True, max_length=12)
        name = CharField(max_length=80)
        level = CharField(max_length=12)
        parent = ForeignKeyField("self", null=True)

        class Meta:
            database = db
            table_name = "area"

    db.create_tables([Area])

    class StoredFile(Model):
        sha256 = CharField(primary_key=True, max_length=64)
        size = IntegerField()
        mime = CharField(max_length=120)
        created_at = DateTimeField()

        class Meta:
            database = db
            table_name = "stored_file"

    db.create_tables([StoredFile])

    class Attachment(Model):
        submission = ForeignKeyField(Submission, on_delete="CASCADE")
        code = CharField(max_length=60)
        file = ForeignKeyField(StoredFile)
        name = CharField(max_length=200)
        by = ForeignKeyField(User)
        at = DateTimeField()
        removed_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "attachment"

    db.create_tables([Attachment])

    class Attempt(Model):
        purpose = CharField(max_length=20)
        who = CharField(max_length=160)
        count = IntegerField(default=0)
        last_at = DateTimeField()

        class Meta:
            database = db
            table_name = "attempt"
            indexes = ((("purpose", "who"), True),)

    db.create_tables([Attempt])

    class Complaint(Model):
        number = CharField(unique=True, max_length=24)
        code_hash = CharField(unique=True, max_length=64)
        board_code = CharField(unique=True, null=True, max_length=24)
        board_text = CharField(max_length=300, default="")
        channel = CharField(max_length=10)
        outside_number = CharField(max_length=60, default="")
        kind = CharField(max_length=12)
        topic = CharField(max_length=20, default="")
        privacy = CharField(max_length=12)
        title = CharField(max_length=160)
        text = TextField()
        happened = CharField(max_length=120, default="")
        place = CharField(max_length=200, default="")
        service = CharField(max_length=200, default="")
        who = CharField(max_length=200, default="")
        hope = TextField(default="")
        case_number = CharField(max_length=40, default="")
        about_head = BooleanField(default=False)
        unresolved = BooleanField(default=False)
        status = CharField(max_length=12, default="received")
        assignee = ForeignKeyField(User, null=True)
        entered_by = ForeignKeyField(User, null=True)
        received_at = DateTimeField()
        counted_from = DateField()
        entered_status_on = DateField()
        due_on = DateField(null=True)
        stage_due_on = DateField(null=True)
        limit_on = DateField(null=True)
        answered_on = DateField(null=True)
        in_time = BooleanField(null=True)
        closed_on = DateField(null=True)
        reopened = IntegerField(default=0)
        escalated_to = CharField(max_length=12, default="")
        rating = IntegerField(null=True)
        rating_note = TextField(default="")
        code_confirmed = BooleanField(default=False)
        seen_on = DateField(null=True)
        notice_version = CharField(max_length=12, default="")

        class Meta:
            database = db
            table_name = "complaint"
            indexes = ((("status", "limit_on"), False), (("assignee", "status"), False), (("received_at",), False))

    db.create_tables([Complaint])

    class BoxForm(Model):
        number = CharField(unique=True, max_length=24)
        code_hash = CharField(unique=True, max_length=64)
        batch = IntegerField(index=True)
        printed_on = DateField()
        complaint = ForeignKeyField(Complaint, unique=True, null=True, on_delete="SET NULL")

        class Meta:
            database = db
            table_name = "box_form"

    db.create_tables([BoxForm])

    class BoxOpening(Model):
        number = CharField(unique=True, max_length=24)
        opened_at = DateTimeField()
        first_witness = CharField(max_length=120)
        second_witness = CharField(max_length=120)
        found = IntegerField()
        note = TextField(default="")
        opened_by = ForeignKeyField(User)
        closed_at = DateTimeField(null=True)
        closed_by = ForeignKeyField(User, null=True)

        class Meta:
            database = db
            table_name = "box_opening"

    db.create_tables([BoxOpening])

    class BoxSheet(Model):
        opening = ForeignKeyField(BoxOpening, on_delete="CASCADE")
        kind = CharField(max_length=10)
        complaint = ForeignKeyField(Complaint, null=True, on_delete="SET NULL")
        scan = ForeignKeyField(StoredFile, null=True)
        entered_by = ForeignKeyField(User)

        class Meta:
            database = db
            table_name = "box_sheet"

    db.create_tables([BoxSheet])

    class ComplaintFile(Model):
        complaint = ForeignKeyField(Complaint, on_delete="CASCADE")
        side = CharField(max_length=12)
        file = ForeignKeyField(StoredFile)
        name = CharField(max_length=80)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "complaint_file"

    db.create_tables([ComplaintFile])

    class ComplaintMessage(Model):
        complaint = ForeignKeyField(Complaint, on_delete="CASCADE")
        side = CharField(max_length=12)
        author = ForeignKeyField(User, null=True)
        text = TextField()
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "complaint_message"

    db.create_tables([ComplaintMessage])

    class ComplaintSubject(Model):
        complaint = ForeignKeyField(Complaint, on_delete="CASCADE")
        user = ForeignKeyField(User, on_delete="CASCADE")
        why = CharField(max_length=12)

        class Meta:
            database = db
            table_name = "complaint_subject"
            indexes = ((("complaint", "user"), True),)

    db.create_tables([ComplaintSubject])

    class Duty(Model):
        submission = ForeignKeyField(Submission, on_delete="CASCADE")
        kind = CharField(max_length=20)
        due_on = DateField(null=True)
        done_at = DateTimeField(null=True)
        link = CharField(max_length=500, default="")
        note = TextField(default="")
        confirmed_at = DateTimeField(null=True)
        confirmed_by = ForeignKeyField(User, null=True)
        reminded = BooleanField(default=False)

        class Meta:
            database = db
            table_name = "duty"

    db.create_tables([Duty])

    class Email(Model):
        kind = CharField(max_length=40)
        to = CharField(max_length=254)
        facts = JSONField(default=dict)
        submission = ForeignKeyField(Submission, null=True, on_delete="CASCADE")
        state = CharField(max_length=8, default="queued")
        created_at = DateTimeField()
        next_try_at = DateTimeField()
        leased_until = DateTimeField(null=True)
        tries = IntegerField(default=0)
        sent_at = DateTimeField(null=True)
        error = TextField(default="")

        class Meta:
            database = db
            table_name = "email"
            indexes = ((("state", "next_try_at"), False),)

    db.create_tables([Email])

    class Evaluation(Model):
        submission = ForeignKeyField(Submission, on_delete="CASCADE")
        opened_by = ForeignKeyField(User)
        opened_at = DateTimeField()
        held_on = DateField(null=True)
        participants = TextField(default="")
        outcome = CharField(max_length=12, default="")
        conclusion = TextField(default="")
        concluded_by = ForeignKeyField(User, null=True)
        concluded_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "evaluation"

    db.create_tables([Evaluation])

    class Event(Model):
        at = DateTimeField()
        actor = ForeignKeyField(User, null=True)
        actor_name = CharField(max_length=120)
        noun = CharField(max_length=20)
        key = CharField(max_length=80)
        verb = CharField(max_length=40)
        source = CharField(max_length=20, default="")
        target = CharField(max_length=20, default="")
        note = TextField(default="")
        facts = JSONField(default=dict)
        previous = CharField(max_length=64)
        hash = CharField(max_length=64)

        class Meta:
            database = db
            table_name = "event"
            indexes = ((("noun", "key", "id"), False),)

    db.create_tables([Event])

    class Examined(Model):
        submission = ForeignKeyField(Submission, on_delete="CASCADE")
        revision = IntegerField()
        block = IntegerField()
        by = ForeignKeyField(User)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "examined"
            indexes = ((("submission", "revision", "block"), True),)

    db.create_tables([Examined])

    class FormKey(Model):
        key = CharField(primary_key=True, max_length=64)
        result = TextField(null=True)
        at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "form_key"

    db.create_tables([FormKey])

    class HolidayRow(Model):
        day = DateField(primary_key=True)
        name = CharField(max_length=160)
        kind = CharField(max_length=12)
        closed = BooleanField(default=True)
        decree = CharField(max_length=160, default="")

        class Meta:
            database = db
            table_name = "holiday"

    db.create_tables([HolidayRow])

    class Identity(Model):
        complaint = ForeignKeyField(Complaint, unique=True, on_delete="CASCADE")
        sealed = TextField()

        class Meta:
            database = db
            table_name = "identity"

    db.create_tables([Identity])

    class IdentityOpening(Model):
        complaint = ForeignKeyField(Complaint, on_delete="CASCADE")
        user = ForeignKeyField(User)
        why = CharField(max_length=300)
        at = DateTimeField()

        class Meta:
            database = db
            table_name = "identity_opening"

    db.create_tables([IdentityOpening])

    class InternalNote(Model):
        submission = ForeignKeyField(Submission, on_delete="CASCADE")
        author = ForeignKeyField(User)
        at = DateTimeField()
        text = TextField()

        class Meta:
            database = db
            table_name = "internal_note"

    db.create_tables([InternalNote])

    class Signatory(Model):
        user = ForeignKeyField(User)
        kind = CharField(max_length=8)
        name = CharField(max_length=120)
        rank = CharField(max_length=80, default="")
        nip = CharField(max_length=30, default="")
        starts = DateField()
        ends = DateField(null=True)
        mandate = CharField(max_length=160, default="")

        class Meta:
            database = db
            table_name = "signatory"

    db.create_tables([Signatory])

    class Letter(Model):
        submission = ForeignKeyField(Submission, on_delete="RESTRICT")
        state = CharField(max_length=10, default="draft")
        outcome = CharField(max_length=12, default="layak")
        draft = JSONField(default=dict)
        drafted_by = ForeignKeyField(User)
        drafted_at = DateTimeField()
        year = IntegerField(null=True)
        sequence = IntegerField(null=True)
        number = CharField(unique=True, null=True, max_length=80)
        number_by = CharField(max_length=120, default="")
        issued_at = DateTimeField(null=True)
        issued_on = DateField(null=True)
        issued_by = ForeignKeyField(User, null=True)
        signatory = ForeignKeyField(Signatory, null=True)
        identity_number = CharField(max_length=40, default="")
        code = CharField(null=True, max_length=24)
        code_hash = CharField(unique=True, null=True, max_length=64)
        facts = JSONField(null=True)
        file = ForeignKeyField(StoredFile, null=True)
        ended_at = DateTimeField(null=True)
        ended_by = ForeignKeyField(User, null=True)
        end_reason = TextField(default="")
        replaced_by = ForeignKeyField("self", null=True)

        class Meta:
            database = db
            table_name = "letter"
            indexes = (
                (("submission", "state"), False),
                (("year", "sequence"), False),
                (("year",), False),
                (("state",), False),
                (("sequence",), False),
                (("identity_number",), False),
                (("file",), False),
            )

    db.create_tables([Letter])

    class Look(Model):
        at = DateTimeField()
        user = ForeignKeyField(User)
        what = CharField(max_length=120)
        why = CharField(max_length=200, default="")

        class Meta:
            database = db
            table_name = "look"
            indexes = ((("what", "at"), False),)

    db.create_tables([Look])

    class MailedToken(Model):
        token_hash = CharField(primary_key=True, max_length=64)
        purpose = CharField(max_length=20)
        user = ForeignKeyField(User, null=True, on_delete="CASCADE")
        expires_at = DateTimeField()
        used_at = DateTimeField(null=True)
        facts = TextField(default="")

        class Meta:
            database = db
            table_name = "mailed_token"

    db.create_tables([MailedToken])

    class Message(Model):
        submission = ForeignKeyField(Submission, on_delete="CASCADE")
        author = ForeignKeyField(User)
        from_office = BooleanField()
        text = TextField()
        at = DateTimeField()
        read_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "message"

    db.create_tables([Message])

    class OnDuty(Model):
        day = DateField()
        officer = ForeignKeyField(User, on_delete="CASCADE")

        class Meta:
            database = db
            table_name = "on_duty"
            indexes = ((("day", "officer"), True),)

    db.create_tables([OnDuty])

    class Opinion(Model):
        evaluation = ForeignKeyField(Evaluation, on_delete="CASCADE")
        officer = ForeignKeyField(User)
        invited_at = DateTimeField()
        stance = CharField(max_length=12, default="")
        text = TextField(default="")
        given_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "opinion"
            indexes = ((("evaluation", "officer"), True),)

    db.create_tables([Opinion])

    class Pause(Model):
        submission = ForeignKeyField(Submission, on_delete="CASCADE")
        started_at = DateTimeField()
        ended_at = DateTimeField(null=True)
        why = CharField(max_length=200)

        class Meta:
            database = db
            table_name = "pause"

    db.create_tables([Pause])

    class Publication(Model):
        complaint = ForeignKeyField(Complaint, unique=True, on_delete="CASCADE")
        title = CharField(max_length=160)
        text = TextField()
        answer = TextField()
        prepared_by = ForeignKeyField(User)
        prepared_at = DateTimeField()
        approved_by = ForeignKeyField(User, null=True)
        approved_on = DateField(null=True)

        class Meta:
            database = db
            table_name = "publication"

    db.create_tables([Publication])

    class Visitor(Model):
        name = CharField(max_length=120)
        institution = CharField(max_length=200)
        phone = CharField(max_length=30, default="")
        phone_key = CharField(index=True, max_length=30, default="")
        email = CharField(max_length=254, default="")
        birth_month = IntegerField(null=True)
        sex = CharField(max_length=2, default="")
        age = CharField(max_length=8, default="")
        education = CharField(max_length=12, default="")
        occupation = CharField(max_length=12, default="")
        institution_kind = CharField(max_length=16, default="")
        card = CharField(max_length=24)
        card_hash = CharField(unique=True, max_length=64)
        created_at = DateTimeField()
        last_visit_on = DateField()

        class Meta:
            database = db
            table_name = "visitor"
            indexes = ((("last_visit_on",), False),)

    db.create_tables([Visitor])

    class Visit(Model):
        number = CharField(unique=True, max_length=20)
        visitor = ForeignKeyField(Visitor, null=True, on_delete="SET NULL")
        day = DateField()
        arrived_at = DateTimeField()
        name = CharField(max_length=120)
        institution = CharField(max_length=200)
        phone = CharField(max_length=30, default="")
        email = CharField(max_length=254, default="")
        sex = CharField(max_length=2, default="")
        age = CharField(max_length=8, default="")
        education = CharField(max_length=12, default="")
        occupation = CharField(max_length=12, default="")
        institution_kind = CharField(max_length=16, default="")
        use = CharField(max_length=16, default="")
        service = CharField(max_length=1)
        purpose = CharField(max_length=300)
        needs = JSONField(default=list)
        privacy = CharField(max_length=20)
        channel = CharField(max_length=8, default="kiosk")
        entered_by = ForeignKeyField(User, null=True)
        entered_at = DateTimeField()
        officer = ForeignKeyField(User, null=True)
        submission = ForeignKeyField(Submission, null=True, on_delete="SET NULL")
        complaint = CharField(max_length=20, default="")
        outcome = TextField(default="")
        anonymised_at = DateTimeField(null=True)

        class Meta:
            database = db
            table_name = "visit"
            indexes = ((("day", "id"), False), (("anonymised_at", "day"), False))

    db.create_tables([Visit])

    class Rating(Model):
        visit = ForeignKeyField(Visit, unique=True, on_delete="CASCADE")
        token = CharField(max_length=24, default="")
        token_hash = CharField(unique=True, max_length=64)
        survey = CharField(max_length=20)
        opens_at = DateTimeField(null=True)
        expires_at = DateTimeField(null=True)
        answered_at = DateTimeField(null=True)
        answered_on = DateField(index=True, null=True)
        service = CharField(max_length=1, default="")
        overall = IntegerField(null=True)
        answers = JSONField(default=dict)
        comment = TextField(default="")

        class Meta:
            database = db
            table_name = "rating"

    db.create_tables([Rating])

    class Remark(Model):
        submission = ForeignKeyField(Submission, on_delete="CASCADE")
        revision = IntegerField()
        code = CharField(max_length=60, default="")
        severity = CharField(max_length=8)
        text = TextField()
        state = CharField(max_length=10, default="noted")
        author = ForeignKeyField(User)
        created_at = DateTimeField()
        sent_at = DateTimeField(null=True)
        reply = TextField(default="")
        replied_at = DateTimeField(null=True)
        settled_at = DateTimeField(null=True)
        settled_by = ForeignKeyField(User, null=True)

        class Meta:
            database = db
            table_name = "remark"
            indexes = ((("submission", "state"), False),)

    db.create_tables([Remark])

    class RemarkTemplate(Model):
        block = IntegerField(null=True)
        heading = CharField(max_length=80)
        text = TextField()

        class Meta:
            database = db
            table_name = "remark_template"

    db.create_tables([RemarkTemplate])

    class Revision(Model):
        submission = ForeignKeyField(Submission, on_delete="CASCADE")
        number = IntegerField()
        questionnaire = CharField(max_length=40)
        answers = JSONField()
        attachments = JSONField(default=list)
        sent_at = DateTimeField()
        sent_by = ForeignKeyField(User)
        dropped = JSONField(default=list)

        class Meta:
            database = db
            table_name = "revision"
            indexes = ((("submission", "number"), True),)

    db.create_tables([Revision])

    class Sequence(Model):
        name = CharField(primary_key=True, max_length=80)
        last = IntegerField()

        class Meta:
            database = db
            table_name = "sequence"

    db.create_tables([Sequence])

    class Setting(Model):
        key = CharField(primary_key=True, max_length=60)
        value = JSONField()
        changed_at = DateTimeField()
        changed_by = TextField(default="")

        class Meta:
            database = db
            table_name = "setting"

    db.create_tables([Setting])

    class SpecialHours(Model):
        name = CharField(max_length=120)
        starts = DateField()
        ends = DateField()
        hours = CharField(max_length=80, default="")
        friday = CharField(max_length=80, default="")

        class Meta:
            database = db
            table_name = "special_hours"
            indexes = ((("ends",), False),)

    db.create_tables([SpecialHours])

    class Ticket(Model):
        visit = ForeignKeyField(Visit, on_delete="CASCADE")
        day = DateField()
        service = CharField(max_length=1)
        sequence = IntegerField()
        number = CharField(max_length=8)
        code = CharField(max_length=24)
        code_hash = CharField(unique=True, max_length=64)
        priority = BooleanField(default=False)
        state = CharField(max_length=12, default="waiting")
        since = DateTimeField()
        issued_at = DateTimeField()
        first_called_at = DateTimeField(null=True)
        last_called_at = DateTimeField(null=True)
        calls = IntegerField(default=0)
        counter = IntegerField(null=True)
        officer = ForeignKeyField(User, null=True)
        served_from = DateTimeField(null=True)
        ended_at = DateTimeField(null=True)
        result = CharField(max_length=24, default="")
        before = ForeignKeyField("self", null=True)

        class Meta:
            database = db
            table_name = "ticket"
            indexes = (
                (("day", "service", "sequence"), True),
                (("day", "state"), False),
                (("day", "last_called_at"), False),
                (("visit",), False),
            )

    db.create_tables([Ticket])

    class UserSession(Model):
        token_hash = CharField(primary_key=True, max_length=64)
        user = ForeignKeyField(User, on_delete="CASCADE")
        device = CharField(max_length=120, default="")
        created_at = DateTimeField()
        seen_at = DateTimeField()

        class Meta:
            database = db
            table_name = "user_session"

    db.create_tables([UserSession])

    db.execute_sql(
        'CREATE VIRTUAL TABLE "complaint_index" USING fts5 ("words", prefix=\'2 3\', tokenize="unicode61 remove_diacritics 2")'
    )
    db.execute_sql(
        'CREATE VIRTUAL TABLE "activity_index" USING fts5 ("words", "stems", "agency", "region", prefix=\'2 3\', tokenize="unicode61 remove_diacritics 2")'
    )
    db.execute_sql(
        'CREATE VIRTUAL TABLE "submission_index" USING fts5 ("words", prefix=\'2 3\', tokenize="unicode61 remove_diacritics 2")'
    )
