import json
from pathlib import Path
from urllib.parse import urlsplit

import html5lib
import pytest
from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString

from editorial.prose import (
    MAX_COSTLY,
    MAX_LENGTH,
    MAX_LINES,
    check_markdown,
    count_words,
    plain_text,
    render_markdown,
)

CASES = Path(__file__).resolve().parents[3] / "shared" / "bad-input"
FORBIDDEN = {
    "script", "iframe", "object", "embed", "style", "form", "base", "meta", "svg", "math",
    "img", "video", "source", "input", "button", "link", "noscript",
}  # fmt: skip


def problems(html):
    """Return what an HTML5 parser finds in `html` and may not."""
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    found = []
    for element in tree.iter():
        found += [element.tag] if element.tag in FORBIDDEN else []
        for name, value in element.attrib.items():
            if name not in {"href", "title", "rel", "start"}:
                found.append(name)
            if name == "href" and not is_harmless(value):
                found.append(value)
    return found


def is_harmless(url):
    is_foreign = url.startswith(("//", "\\", "/\\"))
    return urlsplit(url).scheme in {"", "http", "https", "mailto"} and not is_foreign


def test_text_becomes_html():
    html = render_markdown("A *small* **film**  \nin ~~two~~ `parts`.\n\n---\n\n> Good.")
    assert html == (
        "<p>A <em>small</em> <strong>film</strong><br>\nin <s>two</s> <code>parts</code>.</p>\n"
        "<hr>\n<blockquote>\n<p>Good.</p>\n</blockquote>\n"
    )
    assert isinstance(html, SafeString)


def test_lists_keep_their_first_number():
    assert render_markdown("3. a\n4. b") == '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>\n'


def test_tables_have_no_inline_style():
    assert render_markdown("|a|b|\n|:-|-:|\n|1|2|") == (
        "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n"
        "<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>\n"
    )


@pytest.mark.parametrize(
    ("text", "offset", "html"),
    [
        ("# A\n## B\n# C", 1, "<h2>A</h2>\n<h3>B</h3>\n<h2>C</h2>\n"),
        ("### A\n# B", 1, "<h2>A</h2>\n<h2>B</h2>\n"),
        ("# A\n#### B\n## C", 1, "<h2>A</h2>\n<h3>B</h3>\n<h3>C</h3>\n"),
        ("## A\n### B\n## C", 1, "<h2>A</h2>\n<h3>B</h3>\n<h2>C</h2>\n"),
        ("# A\n## B", 2, "<h3>A</h3>\n<h4>B</h4>\n"),
        (
            "# A\n## B\n### C\n#### D\n##### E",
            1,
            "<h2>A</h2>\n<h3>B</h3>\n<h4>C</h4>\n<h5>D</h5>\n<h5>E</h5>\n",
        ),
        ("A\n=", 1, "<h2>A</h2>\n"),
    ],
)
def test_headings_stand_below_the_page_and_skip_no_level(text, offset, html):
    assert render_markdown(text, offset) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[a](/en/x/)", '<a href="/en/x/">a</a>'),
        ("[a](x?y=%5C#z)", '<a href="x?y=%5C#z">a</a>'),
        ("[a](mailto:a@b.example)", '<a href="mailto:a@b.example">a</a>'),
        ("[a](http://b.example)", '<a href="http://b.example" rel="noopener">a</a>'),
        ('[a](/b "c")', '<a href="/b" title="c">a</a>'),
        ("<https://b.example>", '<a href="https://b.example" rel="noopener">https://b.example</a>'),
        ("[a](//evil.example)", "a"),
        ("[a](///evil.example)", "a"),
        ("[*a*](\\\\evil.example)", "<em>a</em>"),
        ("[a](/\\evil.example)", "a"),
        ("[a](%5c%5cevil.example)", "a"),
        ("[a](https:evil.example)", "a"),
        ("[a](ftp://b.example)", "a"),
        ("[a](tel:123)", "a"),
        ("[a](//x) [b](/y)", 'a <a href="/y">b</a>'),
        ("[a](javascript:alert(1))", "[a](javascript:alert(1))"),
        ("[a](&#106;avascript:alert(1))", "[a](javascript:alert(1))"),
    ],
)
def test_links_lead_where_they_say(text, html):
    assert render_markdown(text) == f"<p>{html}</p>\n"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<b onclick=x>a</b>", "&lt;b onclick=x&gt;a&lt;/b&gt;"),
        ("a<script>b</script>", "a&lt;script&gt;b&lt;/script&gt;"),
        ("a\0b<scr\0ipt>", "ab&lt;script&gt;"),
        ("{{ settings.SECRET_KEY }}", "{{ settings.SECRET_KEY }}"),
        ("![The *sea*](https://x.example/p.gif)", "The sea"),
        ('![" onerror="alert(1)](x)', '" onerror="alert(1)'),
        ("a \u202e\u2066b\u2069 c", "a b c"),
        ("\u200fשלום\u200f", "\u200fשלום\u200f"),
        ("a\ud800b", "ab"),
    ],
)
def test_nothing_of_the_author_is_a_tag(text, html):
    assert render_markdown(text) == f"<p>{html}</p>\n"


def test_language_of_code_is_no_class():
    assert render_markdown("```js\n<a>\n```") == "<pre><code>&lt;a&gt;\n</code></pre>\n"


def test_text_that_is_too_long_is_refused():
    check_markdown("a" * MAX_LENGTH)
    with pytest.raises(ValidationError) as caught:
        check_markdown("a" * 10_000_000)
    assert caught.value.messages == [
        "The text has 10000000 characters; at most 250000 are possible. Divide it into several "
        "pages."
    ]


@pytest.mark.parametrize("text", ["![" * 20_001, "|a" * 20_001])
def test_text_that_costs_too_much_is_refused(text):
    with pytest.raises(ValidationError) as caught:
        check_markdown(text)
    assert caught.value.code == "too_many_marks"


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_text_of_too_many_lines_is_refused(end):
    check_markdown(f"a{end}" * MAX_LINES)
    with pytest.raises(ValidationError) as caught:
        check_markdown(f"a{end}" * (MAX_LINES + 1))
    assert caught.value.code == "too_many_lines"


@pytest.mark.parametrize(
    "text",
    [
        "![" * MAX_COSTLY,
        "![a](" * MAX_COSTLY,
        "a|b\n-|-\n" + "a|b\n" * (MAX_LINES - 2),
        ">" * 19 + " a\n" + "a\n" * (MAX_LINES - 1),
        "*a_ " * 50_000,
        "**a " * 50_000,
        "&<" * (MAX_LENGTH // 2),
        ">" * MAX_LENGTH,
        "- " * (MAX_LENGTH // 2),
        "".join(" " * depth + "- a\n" for depth in range(600)),
        "".join("`" * run + " " for run in range(600)),
    ],
    ids=lambda text: text[:6],
)
def test_text_that_may_be_saved_is_rendered(text):
    check_markdown(text)
    assert problems(render_markdown(text)) == []


@pytest.mark.parametrize(
    ("text", "limit", "plain"),
    [
        ("# A\n\nB *c*\nd", None, "A B c d"),
        ("un*real*istic", None, "unrealistic"),
        ("- a\n- b\n\n|c|d|\n|-|-|\n|e|f|", None, "a b c d e f"),
        ("[a](http://x) ![the *sea*](y) <b>", None, "a the sea <b>"),
        ("```\ncode\n```", None, "code"),
        ("", None, ""),
        ("one two three", 13, "one two three"),
        ("one two three", 12, "one two…"),
        ("one two, three", 9, "one two…"),
        ("one two three", 8, "one two…"),
        ("one two three", 7, "one…"),
        ("unbreakable", 5, "unbr…"),
    ],
)
def test_plain_text_is_one_line_of_whole_words(text, limit, plain):
    assert plain_text(text, limit) == plain
    assert limit is None or len(plain_text(text, limit)) <= limit


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("# A *film*\n\n– by [two](x) – 1999", 5),
        ("a-b c's", 2),
        ("… – !", 0),
        ("Der Ost-West-Konflikt von 1990–1995 – in z. B. Köln", 8),
        ("she—who waits--leaves; er–sie", 6),
        ("25\u202f000 Meter, 1.000,50 Euro und 3\u00a0km, 10\u00a0000\u00a0000", 8),
        ("und/oder 24/7 Sohn & Töchter", 4),
    ],
)
def test_words_are_counted(text, count):
    assert count_words(text) == count


def shared_cases():
    manifest = CASES / "manifest.json"
    cases = json.loads(manifest.read_text())["cases"] if manifest.exists() else []
    return [
        pytest.param(case, id=case["id"])
        for case in cases
        if case["surface"] == "markdown" and "path" in case
    ]


@pytest.mark.parametrize("case", shared_cases())
def test_shared_case_renders_harmless(case):
    text = (CASES / case["path"]).read_bytes().decode()
    check_markdown(text)
    html = render_markdown(text)
    assert problems(html) == []
