import socket
import threading

import pytest

from bench.requests.load import run, summed_up, whole_size

HEAD = b"HTTP/1.1 200 OK\r\nX-Content-Length: 9\r\nContent-Length: 2\r\n\r\n"

CLOSING = b"Connection: close"
# Set when the first line is closed; the second answer waits for that.
CLOSED = threading.Event()


@pytest.fixture
def server():
    """Answer with `replies[0]`, in two pieces; hang up at the questions that the others number."""
    replies, asked = [HEAD + b"ok"], []
    with socket.create_server(("127.0.0.1", 0)) as wire:
        threading.Thread(target=accept, args=(wire, replies, asked), daemon=True).start()
        yield wire.getsockname()[1], replies, asked


def accept(wire, replies, asked):
    while True:
        try:
            line, _address = wire.accept()
        except OSError:  # the test is over
            return
        threading.Thread(target=answer, args=(line, replies, asked), daemon=True).start()


def answer(line, replies, asked):
    while line.recv(4096):
        asked.append(line)
        if len(asked) in replies[1:]:
            line.close()
            return
        if CLOSING in replies[0] and asked[0] is not line:
            CLOSED.wait(10)
        line.sendall(replies[0][:20])
        line.sendall(replies[0][20:])
        if CLOSING in replies[0]:
            line.close()
            CLOSED.set()
            return


def test_every_question_is_asked_once_on_lines_that_stay_open(server):
    port, _replies, asked = server
    run(port, "/", 10, 3)
    assert (len(asked), len({id(line) for line in asked})) == (10, 3)


def test_error_page_ends_the_run(server):
    port, replies, _asked = server
    replies[0] = HEAD.replace(b"200 OK", b"500 No")
    with pytest.raises(RuntimeError, match="500 No"):
        run(port, "/", 2, 1)


def test_question_on_a_closed_line_is_asked_again(server):
    port, replies, asked = server
    replies.append(2)
    load = run(port, "/", 4, 1)
    assert (load.again, len(asked)) == (1, 5)


def test_line_that_has_done_its_part_may_be_closed(server):
    port, replies, _asked = server
    replies[0] = HEAD[:-2] + CLOSING + b"\r\n\r\nok"
    assert run(port, "/", 2, 2).again == 0


@pytest.mark.parametrize(("start", "size"), [(HEAD[:-2], 0), (HEAD, len(HEAD) + 2)])
def test_size_is_known_from_the_whole_head(start, size):
    assert whole_size(start) == size


def test_percentiles_are_milliseconds():
    load = summed_up([number / 1000 for number in range(101)], 2.0)
    assert (load.seconds, round(load.p50), round(load.p99)) == (2.0, 50, 99)
