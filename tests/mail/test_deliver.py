"""Handing mails to a real SMTP server on this machine: one that works, is down, slow, refusing, or dies."""

import socket
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from pst.actions import emails
from pst.actions.files import FileStore
from pst.mail import server as talk
from pst.mail.deliver import MOST_TRIES, deliver_due, forget_kept, retry_after
from pst.models.base import database, write
from pst.models.emails import Email
from tests.mail.mail_server import Server, free_port
from tests.mail.sample_mails import FACTS

MINUTE = timedelta(minutes=1)


def queue(at: datetime, *addresses: str, kind="received", **facts) -> list[Email]:
    with write():
        return [emails.queue(kind, address, {**FACTS[kind], **facts}, at) for address in addresses]


def outbox() -> list[tuple]:
    return [(mail.to, mail.state, mail.tries, mail.error) for mail in Email.select().order_by(Email.id)]


def test_due_mails_go_out_once_and_are_marked_sent(db, at, config, serve):
    server = Server()
    config = replace(config, smtp=serve(server), mail_from="pst@kantor.test")
    queue(at, "a@contoh.test", "b@contoh.test")
    queue(at + MINUTE, "c@contoh.test")

    assert deliver_due(config, at) == {"sent": 2}
    assert deliver_due(config, at) == {}

    assert [receivers for receivers, _ in server.taken] == [["a@contoh.test"], ["b@contoh.test"]]
    assert b"[REK-6104-2026-0001]" in server.taken[0][1]
    assert [(to, state, tries) for to, state, tries, _ in outbox()] == [
        ("a@contoh.test", "sent", 1),
        ("b@contoh.test", "sent", 1),
        ("c@contoh.test", "queued", 0),
    ]
    assert Email.get_by_id(1).sent_at == at


def test_while_the_server_is_down_mails_wait_longer_each_time_and_nothing_is_lost(db, at, config, serve):
    down = replace(config, smtp=f"127.0.0.1:{free_port()}")
    queue(at, "a@contoh.test")

    assert deliver_due(down, at) == {"queued": 1}
    assert deliver_due(down, at + timedelta(seconds=59)) == {}
    assert deliver_due(down, at + MINUTE) == {"queued": 1}

    assert outbox() == [("a@contoh.test", "queued", 2, "Server surel tidak dapat dihubungi: sambungan ditolak.")]
    assert Email.get().next_try_at == at + 3 * MINUTE
    assert deliver_due(replace(config, smtp=serve(Server())), at + 3 * MINUTE) == {"sent": 1}
    assert outbox() == [("a@contoh.test", "sent", 3, "")]


def test_a_server_that_cannot_be_reached_is_not_asked_again_for_every_mail(db, at, config):
    down = replace(config, smtp=f"127.0.0.1:{free_port()}")
    queue(at, "a@contoh.test", "b@contoh.test")

    assert deliver_due(down, at) == {"queued": 1}

    assert [tries for _, _, tries, _ in outbox()] == [1, 0]


def test_after_twelve_tries_a_mail_has_failed(db, at, config):
    down = replace(config, smtp=f"127.0.0.1:{free_port()}")
    [mail] = queue(at, "a@contoh.test")
    Email.update(tries=MOST_TRIES - 1).where(Email.id == mail.id).execute()

    assert deliver_due(down, at) == {"failed": 1}
    assert deliver_due(down, at + timedelta(days=2)) == {}


def test_waits_double_up_to_half_a_day():
    minutes = [retry_after(tries) // MINUTE for tries in range(1, 13)]

    assert minutes == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 720, 720]


def test_a_receiver_refused_for_good_fails_at_once_with_the_servers_words_and_the_others_go(db, at, config, serve):
    server = Server(refuse={"b@contoh.test": "550 5.1.1 kotak surat tidak ada"})
    config = replace(config, smtp=serve(server))
    queue(at, "a@contoh.test", "b@contoh.test", "c@contoh.test")

    assert deliver_due(config, at) == {"sent": 2, "failed": 1}

    assert [receivers for receivers, _ in server.taken] == [["a@contoh.test"], ["c@contoh.test"]]
    refused = "Alamat tujuan ditolak server surel (550 5.1.1 kotak surat tidak ada)."
    assert outbox()[1] == ("b@contoh.test", "failed", 1, refused)


ORDINARY = [f"orang{number}@contoh.test" for number in range(4)]


def receivers_of(server: Server) -> list[str]:
    return [receiver for [receiver], _ in server.taken]


def test_an_international_domain_is_written_as_every_server_reads_it(db, at, config, serve):
    server = Server()
    queue(at, "x@m\u00fcnchen.example", *ORDINARY)

    assert deliver_due(replace(config, smtp=serve(server, enable_SMTPUTF8=False)), at) == {"sent": 5}

    assert receivers_of(server) == ["x@xn--mnchen-3ya.example", *ORDINARY]
    assert b"To: x@xn--mnchen-3ya.example\r\n" in server.taken[0][1]


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("j\u00f6rg@contoh.test", "Alamat surel tidak sah: di depan tanda @ hanya huruf a–z: 'j\u00f6rg@contoh.test'"),
        ("x@\u2603.\u00fc\u00fc--.test", "Alamat surel tidak sah: 'x@\u2603.\u00fc\u00fc--.test'"),
        ("bukan alamat", "Alamat surel tidak sah: 'bukan alamat'"),
    ],
)
def test_an_address_that_cannot_be_written_fails_alone(db, at, config, serve, address, why):
    server = Server()
    queue(at, address, *ORDINARY)

    assert deliver_due(replace(config, smtp=serve(server)), at) == {"failed": 1, "sent": 4}

    assert (outbox()[0], receivers_of(server)) == ((address, "failed", 1, why), ORDINARY)


def test_a_very_long_address_stays_whole(db, at, config, serve):
    server, address = Server(), f"{'a' * 60}@{'.'.join(['b' * 60] * 3)}.test"
    queue(at, address)

    assert deliver_due(replace(config, smtp=serve(server)), at) == {"sent": 1}

    assert receivers_of(server) == [address]
    assert f"To: {address}\r\n".encode() in server.taken[0][1]


@pytest.mark.parametrize(
    "trouble",
    [
        {"die_for": "a@contoh.test"},
        {"silent_for": {"a@contoh.test": 600}},
        {"refuse": {"a@contoh.test": "421 4.7.0 terlalu banyak, sampai nanti"}},
        {"refuse": {"a@contoh.test": "450 coba lagi nanti"}},
        {"puzzled_by": {"a@contoh.test": "421 4.3.0 sampai nanti"}},
        {"puzzled_by": {"a@contoh.test": "451 4.3.0 pemeriksa isi sedang sibuk"}},
    ],
    ids=str,
)
def test_trouble_over_one_mail_is_that_mails_and_one_sweep_sends_all_others(
    db, at, config, serve, trouble, monkeypatch
):
    monkeypatch.setattr(talk, "PATIENCE", 0.5)
    server = Server(**trouble)
    config = replace(config, smtp=serve(server))
    queue(at, "a@contoh.test", *ORDINARY)

    assert deliver_due(config, at) == {"queued": 1, "sent": 4}

    assert receivers_of(server) == ORDINARY
    server.__init__()
    assert deliver_due(config, at + MINUTE) == {"sent": 1}
    assert receivers_of(server) == ["a@contoh.test"]


def test_a_server_that_answers_drop_by_drop_is_left_in_time(db, at, config, serve, monkeypatch):
    monkeypatch.setattr(talk, "AT_MOST", 0.5)
    server = Server(silent_for={"a@contoh.test": 600})
    queue(at, "a@contoh.test", *ORDINARY)

    assert deliver_due(replace(config, smtp=serve(server)), at) == {"queued": 1, "sent": 4}


def test_a_server_that_thinks_long_about_a_mail_gets_it_once(db, at, config, serve, monkeypatch):
    monkeypatch.setattr(talk, "TIMEOUT", 0.5)
    server = Server(silent_for={"a@contoh.test": 1})
    queue(at, "a@contoh.test")

    assert deliver_due(replace(config, smtp=serve(server)), at) == {"sent": 1}
    assert receivers_of(server) == ["a@contoh.test"]


def test_mail_that_cannot_be_composed_at_all_fails_alone(db, at, config, serve):
    server = Server()
    without_facts, of_no_kind, *_ = queue(at, "a@contoh.test", "b@contoh.test", *ORDINARY)
    Email.update(facts={}).where(Email.id == without_facts.id).execute()
    Email.update(kind="tanpa_naskah").where(Email.id == of_no_kind.id).execute()

    assert deliver_due(replace(config, smtp=serve(server)), at) == {"failed": 2, "sent": 4}

    assert receivers_of(server) == ORDINARY


def test_a_server_that_dies_in_the_middle_costs_a_try_not_a_mail(db, at, config, serve):
    server = Server(die_for="a@contoh.test")
    config = replace(config, smtp=serve(server))
    queue(at, "a@contoh.test")

    assert deliver_due(config, at) == {"queued": 1}
    assert outbox()[0][3] == "Server surel memutus sambungan di tengah pengiriman."

    server.die_for = ""
    assert deliver_due(config, at + MINUTE) == {"sent": 1}
    assert len(server.taken) == 1


def test_a_server_that_is_too_slow_is_given_up_in_time_and_no_lock_is_held_meanwhile(db, at, config, monkeypatch):
    monkeypatch.setattr(talk, "TIMEOUT", 0.5)
    queue(at, "a@contoh.test")
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes the call, never says a word
        slow = replace(config, smtp=f"127.0.0.1:{silent.getsockname()[1]}")
        sender = threading.Thread(target=deliver_in_thread, args=(slow, at, []))
        sender.start()
        call, _ = silent.accept()
        queue(at, "sementara-itu@contoh.test")
        still_waiting = sender.is_alive()
        sender.join()
        call.close()

    assert still_waiting, "the mail was queued only when the server had been given up"
    assert outbox()[0] == ("a@contoh.test", "queued", 1, "Server surel tidak menjawab tepat waktu.")


def test_two_senders_at_once_send_every_mail_once(db, at, config, serve):
    server = Server(slow=0.02)
    config = replace(config, smtp=serve(server))
    queue(at, *(f"orang{number}@contoh.test" for number in range(12)))
    counts: list[dict] = []

    senders = [threading.Thread(target=deliver_in_thread, args=(config, at, counts)) for _ in range(2)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()

    receivers = sorted(receiver for [receiver], _ in server.taken)
    assert receivers == sorted(f"orang{number}@contoh.test" for number in range(12))
    assert sum(count.get("sent", 0) for count in counts) == 12
    assert {state for _, state, _, _ in outbox()} == {"sent"}


def deliver_in_thread(config, at, counts):
    counts.append(deliver_due(config, at))
    database.close()


def test_while_one_sends_another_leaves_the_mail_to_it_and_when_it_dies_its_mail_is_due_at_once(db, at, config, serve):
    server = Server()
    config = replace(config, smtp=serve(server))
    queue(at, "a@contoh.test")
    sender = subprocess.Popen(
        [sys.executable, "-c", A_SENDER_THAT_NEVER_ENDS, config.folder], stdout=subprocess.PIPE, text=True
    )
    assert sender.stdout.readline() == "True\n"

    assert deliver_due(config, at) == {}
    assert outbox() == [("a@contoh.test", "queued", 0, "")]

    sender.kill()
    sender.communicate()
    assert deliver_due(config, at) == {"sent": 1}


A_SENDER_THAT_NEVER_ENDS = """
import pathlib, sys, time
from pst.models.engines.sqlite import only_one
with only_one(pathlib.Path(sys.argv[1]) / "sending.lock") as ours:
    print(ours, flush=True)
    time.sleep(600)
"""


def test_without_a_server_mails_are_kept_as_files_for_the_office_alone(db, at, config):
    queue(at, "a@contoh.test")

    assert deliver_due(config, at) == {"kept": 1}

    [file] = config.mails.iterdir()
    assert file.name == "20261123-020000-000001-received.eml"
    assert file.stat().st_mode & 0o077 == 0
    assert b"To: a@contoh.test\r\n" in file.read_bytes()
    assert outbox() == [("a@contoh.test", "kept", 1, "")]


def test_a_disk_that_takes_no_file_leaves_the_mail_waiting(db, at, config):
    config.mails.write_text("di sini seharusnya ada folder")
    queue(at, "a@contoh.test")

    assert deliver_due(config, at) == {"queued": 1}


def test_only_a_mail_the_server_took_is_told_on_and_a_failing_listener_stops_nothing(db, at, config, serve):
    told = []
    queue(at, "a@contoh.test", "b@contoh.test")

    deliver_due(config, at, on_sent=told.append, limit=1)
    assert told == []

    def listen(email):
        told.append((email.to, Email.get_by_id(email.id).state))
        raise RuntimeError

    emails.try_again(Email.get_by_id(1), None, at)
    counts = deliver_due(replace(config, smtp=serve(Server())), at, on_sent=listen)
    assert (counts, told) == ({"sent": 2}, [("a@contoh.test", "sent"), ("b@contoh.test", "sent")])


def test_a_secret_link_is_wiped_from_the_row_once_it_has_left(db, at, config, serve):
    server = Server()
    queue(at, "a@contoh.test", kind="reset_password")

    deliver_due(replace(config, smtp=serve(server)), at)

    assert b"/tautan/rahasia" in server.taken[0][1]
    assert Email.get().facts["path"] == ""


def test_files_of_mails_that_the_outbox_dropped_are_deleted_and_others_stay(db, at, config):
    queue(at, "a@contoh.test", "b@contoh.test")
    deliver_due(config, at)
    Email.delete().where(Email.to == "a@contoh.test").execute()

    assert (forget_kept(config), forget_kept(config)) == (1, 0)
    assert ["To: b@contoh.test" in file.read_text() for file in config.mails.glob("*.eml")] == [True]


def test_the_letter_is_attached_from_the_store_and_a_lost_file_does_not_stop_the_mail(db, at, config, serve):
    server = Server()
    sha256 = FileStore(config.files).put(b"%PDF-1.7 surat")
    queue(at, "a@contoh.test", kind="issued", letter_file=sha256)
    queue(at, "b@contoh.test", kind="issued", letter_file="b" * 64)

    assert deliver_due(replace(config, smtp=serve(server)), at) == {"sent": 2}

    assert [b"application/pdf" in content for _, content in server.taken] == [True, False]
