"""Hands that never touch the mouse: Tab to a thing, press it, type into it."""

from __future__ import annotations

MOST = 60
"""Presses of Tab after which nobody would go on looking."""


def tab_to(page, wanted, back=False):
    """Press Tab until ``wanted`` has the focus, seen on the screen; fail if it never does.

    ``back`` goes against the order of the page, with Shift+Tab.
    """
    passed = []
    for _ in range(MOST):
        here, what = wanted.evaluate(
            """one => {
              const here = document.activeElement;
              return [one === here, here.outerHTML.slice(0, 80)];
            }"""
        )
        if here:
            break
        passed.append(what)
        page.keyboard.press("Shift+Tab" if back else "Tab")
    else:
        raise AssertionError(f"{wanted} never had the focus, but:\n" + "\n".join(passed))
    assert wanted.evaluate(
        """one => {
          const box = one.getBoundingClientRect();
          return getComputedStyle(one).outlineStyle !== 'none' && box.width > 0 &&
            box.bottom > 0 && box.top < innerHeight;
        }"""
    ), f"{wanted} has the focus, but cannot be seen"


def follow(page, wanted, back=False):
    """Go to a link or button and press it; waits for the page that it leads to."""
    tab_to(page, wanted, back)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def write(page, field, text, back=False):
    """Go to a field and type ``text`` in place of what it holds."""
    tab_to(page, field, back)
    page.keyboard.press("Control+A")
    page.keyboard.type(text)
