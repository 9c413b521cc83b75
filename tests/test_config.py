"""Settings come from the environment; what cannot be meant is refused at the start."""

from pathlib import Path
from runpy import run_path

import pytest

from pst import config as settings
from pst.config import ROOT, Config, ConfigRefused, identity_keys_of, load, make_keys, secret_of, stamp_keys_of


def test_without_any_setting_the_defaults_hold():
    assert load({}) == Config()


def test_settings_are_read_with_their_kind():
    config = load({"PST_PORT": "9000", "PST_TLS": "ya", "PST_SMTP": "mail.test:25", "OTHER": "x"})

    assert (config.port, config.tls, config.smtp) == (9000, True, "mail.test:25")


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("PST_PORT", "delapan", "harus bilangan bulat, bukan 'delapan'."),
        ("PST_RATE_LIMITS", "none", "hanya boleh strict atau relaxed."),
        ("PST_SMTP", "mail.test", "ditulis host:porta, misalnya mail.contoh.go.id:587."),
        ("PST_SMTP_TLS", "maybe", "hanya boleh auto, starttls, tls, atau none."),
        ("PST_SECRET_KEY", "short", "paling sedikit 32 huruf."),
        ("PST_BASE_URL", "pst.test", "diawali http:// atau https://, misalnya https://pst.contoh.go.id."),
        ("PST_STAFF_NETWORKS", "kantor", "ditulis sebagai jaringan (CIDR), misalnya 10.61.4.0/24, dipisah koma."),
        ("PST_BACKUP_KEY", "age1abc", "adalah kunci umum age, seperti dicetak perintah backup-key (age1…)."),
        (
            "PST_VERIFICATION_KEY_FALLBACKS",
            "c3RlbXBlbC11bnR1ay11amktc2FqYS0zMi1iaXRhISE=",
            "adalah kunci umum dari kunci-verifikasi.txt (diawali umum-), bukan isi verification-key.",
        ),
        ("PST_VERIFICATION_KEY_FALLBACKS", "umum-abc", "adalah 32 bita acak dalam base64 (44 huruf, URL-safe)."),
        ("PST_IDENTITY_KEY_FALLBACKS", "abc,def", "adalah 32 bita acak dalam base64 (44 huruf, URL-safe)."),
    ],
)
def test_nonsense_is_refused_by_its_name(name, value, why):
    with pytest.raises(ConfigRefused) as refusal:
        load({name: value})

    assert str(refusal.value) == f"{name} {why}"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("pa#ss #1 ${HOME} it's \\n", "pa#ss #1 ${HOME} it's \\n"),
        ("'di antara petik '", "di antara petik "),
        ('"di antara petik"', "di antara petik"),
        ("", ""),
    ],
)
def test_the_file_of_settings_is_read_as_it_stands(written, meant, tmp_path, monkeypatch):
    (tmp_path / ".env").write_text(f"# catatan\nPST_SMTP_USER=pst\r\nPST_SMTP_PASSWORD={written}\n#PST_PORT=1\n")
    monkeypatch.setattr(settings, "ROOT", tmp_path)
    for name in settings.SETTINGS:
        monkeypatch.delenv(name, raising=False)

    assert load() == Config(smtp_user="pst", smtp_password=meant.strip())


def test_what_is_left_empty_is_asked_nothing():
    assert load({"PST_SMTP": "", "PST_BASE_URL": " ", "PST_STAFF_NETWORKS": ""}) == Config()


def last_words(folder: Path, monkeypatch: pytest.MonkeyPatch, **more: str) -> object:
    """What `python wsgi.py` ends with: a sentence, which Python writes to standard error before it exits with 1."""
    for name, value in {"PST_INSTANCE": str(folder), **more}.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit) as ended:
        run_path(str(ROOT / "wsgi.py"), run_name="__main__")
    return ended.value.code


def test_a_wrong_setting_is_told_in_a_sentence_and_no_trace(tmp_path, monkeypatch):
    said = last_words(tmp_path, monkeypatch, PST_PORT="delapan")

    assert said == "Setelan keliru. PST_PORT harus bilangan bulat, bukan 'delapan'."


def test_the_secret_is_made_once_and_kept_for_the_owner_alone(tmp_path):
    config = Config(instance=str(tmp_path / "kantor"))

    first, second = secret_of(config), secret_of(config)

    assert first == second and len(first) >= 43
    assert (tmp_path / "kantor" / "secret-key").stat().st_mode & 0o077 == 0


def test_the_address_people_type_is_the_setting_or_where_it_listens():
    assert Config(port=8123).site == "http://127.0.0.1:8123"
    assert Config(base_url="https://pst.test/").site == "https://pst.test"
    assert Config(base_url="HTTP://PST.Test:80/meja/").site == "http://pst.test/meja"


@pytest.mark.parametrize(
    ("config", "printed"),
    [
        (Config(), ""),
        (Config(host="0.0.0.0"), ""),
        (Config(base_url="http://localhost:8000"), ""),
        (Config(base_url="http://[::1]/"), ""),
        (Config(base_url="http://127.8.0.1"), ""),
        (Config(base_url="http://10.61.4.2:8000"), "http://10.61.4.2:8000"),
        (Config(base_url="https://pst.contoh.go.id/"), "https://pst.contoh.go.id"),
        (Config(demo=True), "http://127.0.0.1:8000"),
    ],
)
def test_letters_carry_only_an_address_that_others_can_open(config, printed):
    assert config.letter_site == printed


def test_keys_are_made_before_anybody_needs_them_and_told_once(tmp_path):
    config = Config(instance=str(tmp_path))

    identity, stamp = make_keys(config)

    assert identity.startswith(f"{tmp_path}/identity-key dibuat: kunci identitas pelapor pengaduan")
    assert stamp.startswith(f"{tmp_path}/verification-key dibuat: kunci penanda tangan QR surat")
    assert "Salin" in identity and "Salin" in stamp
    assert sorted(file.name for file in tmp_path.iterdir()) == ["identity-key", "secret-key", "verification-key"]
    assert make_keys(config) == []


@pytest.mark.parametrize(
    ("name", "key"),
    [("secret-key", secret_of), ("identity-key", identity_keys_of), ("verification-key", stamp_keys_of)],
)
def test_a_key_that_was_lost_is_not_made_anew_unseen(tmp_path, name, key):
    (tmp_path / name).write_text("\n")

    with pytest.raises(ConfigRefused, match=f"{name} kosong: letakkan kembali salinannya"):
        key(Config(instance=str(tmp_path)))


def test_an_empty_key_is_told_at_the_start_and_no_trace(tmp_path, monkeypatch):
    (tmp_path / "secret-key").touch()

    assert last_words(tmp_path, monkeypatch) == (
        f"Setelan keliru. {tmp_path}/secret-key kosong: letakkan kembali salinannya. "
        "Bila belum pernah dipakai, hapus berkas itu."
    )
