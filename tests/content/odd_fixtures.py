"""Fixtures that were broken in one of many ways, each drawn from a number."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.bench.live_site import SMALL

VALUES = (
    "[]",
    "[a, b]",
    "{a: b}",
    "~",
    "12",
    "1e400",
    "-0x1F",
    "yes",
    "2007-13-45",
    "'2007-13-45'",
    "'[2005..'",
    "'..'",
    "'0000-01-01'",
    "'99999-01-01'",
    "!!python/object/apply:os.system [ls]",
    "!!binary aGk=",
    "&a [*a]",
    "'nonesuch'",
    "'<script>alert(1)</script>'",
    "'{{ x }} {% y %} %s'",
    "'" + "x" * 100_000 + "'",
    "'" + "ә" * 5_000 + "'",
    '"\\0"',
    '"\\x07"',
    '"\\ud800"',
    '"\\u200f\\u202e"',
    "''",
    "'   '",
    "[" * 500 + "]" * 500,
    "[" * 5_000,
    "@at",
    "`tick",
    "|",
    "? x",
)
"""What is put in the place of a value, as it stands in a file."""


def _value(text: str, dice: Random) -> str:
    found = list(re.finditer(r"(?<=: ).+$", text, flags=re.M))
    if not found:
        return dice.choice(VALUES)
    place = dice.choice(found)
    return text[: place.start()] + dice.choice(VALUES) + text[place.end() :]


def _name(text: str, dice: Random) -> str:
    found = list(re.finditer(r"\w+(?=:)", text))
    if not found:
        return text
    place = dice.choice(found)
    name = dice.choice(["", "key", "state", "nonesuch", "<<", "'a: b'", "sentence_en", "~"])
    return text[: place.start()] + name + text[place.end() :]


def _line(text: str, dice: Random) -> str:
    lines = text.split("\n")
    place = dice.randrange(len(lines))
    line = lines[place]
    lines[place : place + 1] = dice.choice(
        [[], [line, line], ["  " + line], ["\t" + line], [line.lstrip()], ["- " + line]]
    )
    return "\n".join(lines)


def _swap(text: str, dice: Random) -> str:
    lines = text.split("\n")
    one, other = (dice.randrange(len(lines)) for _ in range(2))
    lines[one], lines[other] = lines[other], lines[one]
    return "\n".join(lines)


def _cut(text: str, dice: Random) -> str:
    return text[: dice.randrange(len(text))]


def _character(text: str, dice: Random) -> str:
    place = dice.randrange(len(text))
    odd = dice.choice("\0\x07\x7f\ufeff\u2028\t%&*!|>'\"{}[],#?:@`-\\\r")
    return text[:place] + odd + text[place + 1 :]


CHANGES: tuple[Callable[[str, Random], str], ...] = (
    _value,
    _value,
    _value,
    _name,
    _line,
    _swap,
    _cut,
    _character,
)


def broken(folder: Path, dice: Random) -> Path:
    """A copy of the small fixtures with one to three such changes in one file.

    Now and then a file is no text at all, is there twice, is a folder, or leads nowhere.
    """
    root = folder / "fixtures"
    shutil.copytree(SMALL, root)
    path = dice.choice(sorted(root.rglob("*.yaml")))
    text = path.read_text(encoding="utf-8")
    way = dice.randrange(20)
    if way == 0:
        path.write_bytes(bytes(dice.randrange(256) for _ in range(500)))
    elif way == 1:
        path.with_name("twice.yaml").write_text(text, encoding="utf-8")
    elif way == 2:
        path.unlink()
        path.mkdir()
    elif way == 3:
        path.unlink()
        path.symlink_to("nonesuch.yaml")
    else:
        for _ in range(dice.randint(1, 3)):
            text = dice.choice(CHANGES)(text, dice) or "x"
        path.write_text(text, encoding="utf-8", errors="surrogatepass")
    return root
