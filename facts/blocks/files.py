"""The fixture files: which blocks they hold, and the text of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from facts.blocks.blocks import Block, ContentError, block_of, normal
from facts.blocks.progress import Progress, silently
from facts.blocks.serialiser import Folder, Serialiser
from facts.blocks.yaml_text import read, write

Blocks = dict[str, list[Block]]
Sections = dict[str, Block | list[Block]]


def read_folders(
    root: Path, folders: Iterable[Folder], progress: Progress = silently
) -> list[tuple[Serialiser, list[Block]]]:
    """Every block of the fixtures under ``root``, by serialiser, in the order to load them.

    Raises ``ContentError`` where a folder is missing, a file cannot be read, a block is
    not of its serialiser, or a key stands twice.
    """
    content: list[tuple[Serialiser, list[Block]]] = []
    for folder in folders:
        serialisers = (folder.head, *folder.inside)
        blocks: Blocks = {serialiser.name: [] for serialiser in serialisers}
        if not (root / folder.name).is_dir():
            raise ContentError(f"There is no folder {root / folder.name}.")
        paths = sorted((root / folder.name).glob("*.yaml"))
        for done, path in enumerate(paths, start=1):
            progress(f"reading {folder.name}", done, len(paths))
            for serialiser, block in _read_file(path, folder):
                blocks[serialiser.name].append(block)
        content += [(serialiser, blocks[serialiser.name]) for serialiser in serialisers]
    _refuse_repeated_keys(content)
    return content


def _read_file(path: Path, folder: Folder) -> Iterator[tuple[Serialiser, Block]]:
    sections = read(path)
    head = sections.pop(folder.head.name, {})
    if not isinstance(head, dict) or head.get("key") != path.stem:
        raise ContentError(
            f"{path.name}: its {folder.head.name} must have the file's name."
        )
    yield folder.head, normal(head, folder.head)
    for serialiser in folder.inside:
        blocks = sections.pop(serialiser.name, [])
        if not isinstance(blocks, list) or not all(isinstance(b, dict) for b in blocks):
            raise ContentError(f"{path.name}: {serialiser.name} is no list of blocks.")
        for block in blocks:
            yield serialiser, normal({**block, folder.link: path.stem}, serialiser)
    if sections:
        raise ContentError(f"{path.name}: nothing is called “{', '.join(sections)}”.")


def _refuse_repeated_keys(content: Iterable[tuple[Serialiser, list[Block]]]) -> None:
    for serialiser, blocks in content:
        keys = [block.get("key", "") for block in blocks]
        if "" in keys:
            raise ContentError(f"{serialiser.name}: a block has no key.")
        if repeated := [key for key, count in Counter(keys).items() if count > 1]:
            raise ContentError(f"{serialiser.name}: two blocks are called {min(repeated)}.")


def dump_folders(folders: Iterable[Folder]) -> dict[str, str]:
    """The canonical text of every fixture file, by its path below the fixtures."""
    texts: dict[str, str] = {}
    for folder in folders:
        heads = {str(block["key"]): block for block in _all_blocks(folder.head)}
        inside: dict[str, Blocks] = {key: {} for key in heads}
        for serialiser in folder.inside:
            for block in _all_blocks(serialiser):
                key = block.pop(folder.link)
                inside[key].setdefault(serialiser.name, []).append(block)
        for key, head in heads.items():
            sections: Sections = {folder.head.name: head, **inside[key]}
            texts[f"{folder.name}/{key}.yaml"] = write(sections)
    return texts


def _all_blocks(serialiser: Serialiser) -> Iterator[Block]:
    rows = serialiser.model._default_manager.prefetch_related(*serialiser.prefetches())
    for row in rows.order_by(*serialiser.model._meta.ordering or ("key",)):
        yield block_of(row, serialiser)
