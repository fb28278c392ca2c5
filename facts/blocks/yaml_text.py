"""Fixture files as text: read strictly, written in one canonical way.

Every scalar is read as a string (YAML would turn ``10:45``, ``on``, ``no`` and ``2007``
into other things) and is quoted on the way out where another reader would misread it.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from facts.blocks.blocks import Block, ContentError

WIDTH = 96


class _Writer(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)  # lists stand inside their key


def read(path: Path) -> dict[str, Any]:
    """What a fixture file holds, every scalar a string with accents in their letters (NFC).

    Raises ``ContentError`` where the file is no YAML mapping or repeats a key.
    """
    try:
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
        content = yaml.load(text, Loader=_Reader)  # noqa: S506
    except (yaml.YAMLError, UnicodeDecodeError, OSError, TypeError) as error:
        raise ContentError(f"{path.name}: {error}") from error
    except RecursionError as error:
        raise ContentError(f"{path.name}: it is nested too deeply.") from error
    if not isinstance(content, dict):
        raise ContentError(f"{path.name}: the file holds no mapping.")
    return content


class _Reader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """PyYAML's loader that makes no guesses, and that refuses a repeated key."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> Any:
        keys = Counter(self.construct_object(key) for key, _ in node.value)
        if repeated := [key for key, count in keys.items() if count > 1]:
            raise yaml.constructor.ConstructorError(
                problem=f"“{', '.join(sorted(repeated))}” stands here twice",
                problem_mark=node.start_mark,
            )
        return super().construct_mapping(node, deep)


def write(sections: Mapping[str, Block | list[Block]]) -> str:
    """The canonical text of a fixture file; a blank line stands between blocks."""
    return "\n".join(
        _dump({name: inside})
        if isinstance(inside, dict)
        else f"{name}:\n" + "\n".join(_dump([block]) for block in inside)
        for name, inside in sections.items()
        if inside
    )


def _dump(content: Any) -> str:
    return yaml.dump(
        content,
        Dumper=_Writer,
        allow_unicode=True,
        default_flow_style=False,
        sort_keys=False,
        width=WIDTH,
    )
