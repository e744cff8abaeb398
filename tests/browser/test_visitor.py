"""The visitor notices what the other tests rely on: a watch that cannot bark is none."""

import pytest

from tests.browser.visitor import find_barriers, overflow

FAULTS = {
    "console": "console.error('broken')",
    "script": "setTimeout(() => { throw new Error('broken') })",
    "CSP": "document.body.append(Object.assign(document.createElement('script'), {text: '1'}))",
    "foreign request": "new Image().src = 'https://elsewhere.example/pixel.gif'",
    "404": "new Image().src = '/media/missing.jpg'",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_visitor_notices(visitor, page, fault):
    page.goto("/en/biography/")
    page.evaluate(f"() => {{ {FAULTS[fault]} }}")
    # A busy machine answers late: wait until the fault is heard, not for a fixed time.
    for _moment in range(100):
        if any(fault in problem for problem in visitor.problems):
            break
        page.wait_for_timeout(100)
    noticed, visitor.problems = visitor.problems, []
    assert any(fault in problem for problem in noticed), noticed


def test_barriers_and_overflow_are_found(page):
    page.goto("/en/biography/")
    page.evaluate(
        """() => {
          const wide = document.createElement("p");
          wide.style.width = "2000px";
          wide.append(new Image(20, 20));
          document.querySelector("main").append(wide);
        }"""
    )
    assert [barrier.split(":")[0] for barrier in find_barriers(page)] == ["image-alt"]
    assert overflow(page) > 0
