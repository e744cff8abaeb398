"""What other web servers are told to send: `_headers` and `_nginx.conf` of an export."""

from desk.static_site.options import read_options
from desk.static_site.serving import write_headers, write_nginx

SENT = {
    "Content-Security-Policy": "default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
}
OLD = {"/en/ferry/site/": "sandbox allow-scripts"}
OLD_SITE = {
    "Content-Security-Policy": "sandbox allow-scripts",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cross-Origin-Opener-Policy": "unsafe-none",
    "Permissions-Policy": (
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Access-Control-Allow-Origin": "*",
}


def block(text: str, path: str) -> list[str]:
    lines = text.splitlines()
    rest = lines[lines.index(path) + 1 :]
    end = next((number for number, line in enumerate(rest) if line[:1] != " "), len(rest))
    return [line.strip() for line in rest[:end]]


def test_every_page_has_the_headers_and_an_old_site_its_own():
    text = write_headers(read_options("https://films.example", "", 1), SENT, OLD, ["en"])
    assert block(text, "/*") == [f"{name}: {value}" for name, value in SENT.items()]
    found = block(text, "/en/ferry/site/*")
    assert sorted(line for line in found if line[0] == "!") == sorted(f"! {name}" for name in SENT)
    assert sorted(line for line in found if line[0] != "!") == sorted(
        f"{name}: {value}" for name, value in OLD_SITE.items()
    )


def test_nginx_sends_them_for_pages_old_sites_and_the_entrance():
    options = read_options("https://films.example", "", 1)
    lines = write_nginx(options, SENT, [], OLD, ["en", "de"], "en").splitlines()
    for name, value in SENT.items():
        assert f'add_header {name} "{value}" always;' in lines
    (old,) = (line for line in lines if line.startswith("location ^~ /en/ferry/site/"))
    (entrance,) = (line for line in lines if line.startswith("location = / "))
    assert all(f'add_header {name} "{value}" always;' in old for name, value in OLD_SITE.items())
    assert old.count("add_header") == len(OLD_SITE)
    assert entrance.count("add_header") == len(SENT) + 1
