"""Ready sentences are of a kind and have versions; remarks carry theirs; recommendations count until a day."""

import json

from peewee import CharField, DateField, IntegerField, TextField

BASIS = (
    "Undang-Undang Nomor 16 Tahun 1997 tentang Statistik\n"
    "Peraturan Pemerintah Nomor 51 Tahun 1999 tentang Penyelenggaraan Statistik\n"
    "Peraturan Presiden Nomor 39 Tahun 2019 tentang Satu Data Indonesia\n"
    "Peraturan BPS Nomor 4 Tahun 2019 tentang Norma, Standar, Prosedur, dan Kriteria Penyelenggaraan "
    "Statistik Sektoral oleh Pemerintah Daerah"
)
DUTIES = (
    "melaksanakan kegiatan sesuai dengan rancangan yang direkomendasikan\n"
    "mencantumkan identitas rekomendasi pada instrumen dan publikasi kegiatan\n"
    "menyerahkan hasil kegiatan kepada BPS Kabupaten Mempawah melalui walidata\n"
    "melengkapi metadata kegiatan, variabel, dan indikator\n"
    "mengajukan kembali permohonan apabila rancangan berubah atau kegiatan dilaksanakan pada periode baru"
)
SETTINGS = (("legal_basis", "basis", "Dasar hukum", BASIS), ("letter_duties", "duty", "Kewajiban", DUTIES))

DRAFTED = {"basis": "basis", "duty": "duties"}
INSERT = (
    "INSERT INTO sentence (kind, heading, text, done, rules, \"use\", version) VALUES (?, ?, ?, '', '', 'standing', 1)"
)


def up(migrator, db):
    migrator.migrate(
        migrator.rename_table("remark_template", "sentence"),
        migrator.add_column("sentence", "kind", CharField(max_length=12, default="condition")),
        migrator.add_column("sentence", "done", TextField(default="")),
        migrator.add_column("sentence", "rules", CharField(max_length=200, default="")),
        migrator.add_column("sentence", "use", CharField(max_length=8, default="offered")),
        migrator.add_column("sentence", "version", IntegerField(default=1)),
        migrator.add_column("remark", "sentence_version", IntegerField(null=True)),
        migrator.add_column("activity", "valid_until", DateField(null=True)),
        migrator.add_column("letter", "valid_until", DateField(null=True)),
        migrator.add_column("submission", "letter_number", CharField(max_length=80, default="")),
        migrator.add_column("submission", "letter_date", DateField(null=True)),
    )
    db.execute_sql('ALTER TABLE "remark" ADD COLUMN "sentence_id" INTEGER REFERENCES "sentence" ("id")')
    db.execute_sql('CREATE INDEX "remark_sentence_id" ON "remark" ("sentence_id")')
    db.execute_sql("UPDATE sentence SET kind = 'cover' WHERE block IS NULL")
    settings_become_sentences(db)


def settings_become_sentences(db):
    """What an office printed on its letters by setting; a new office is furnished afterwards."""
    stored = dict(db.execute_sql("SELECT key, value FROM setting WHERE key IN ('legal_basis', 'letter_duties')"))
    ((furnished,),) = db.execute_sql("SELECT EXISTS (SELECT 1 FROM sentence)")
    printed = {"closing": []}
    for key, kind, heading, default in SETTINGS:
        text = json.loads(stored[key]) if key in stored else default
        printed[DRAFTED[kind]] = lines = [line.strip() for line in text.splitlines() if line.strip()]
        for line in lines if furnished or key in stored else ():
            db.execute_sql(INSERT, (kind, heading, line))
    for letter_id, draft in db.execute_sql("SELECT id, draft FROM letter WHERE state = 'draft'").fetchall():
        whole = json.dumps({**json.loads(draft), **printed}, ensure_ascii=False, separators=(",", ":"))
        db.execute_sql("UPDATE letter SET draft = ? WHERE id = ?", (whole, letter_id))
    db.execute_sql("DELETE FROM setting WHERE key IN ('legal_basis', 'letter_duties')")
