"""Templates are indented for those who read them, and sent without indentation."""

from __future__ import annotations

import re

from django.template import Origin
from django.template.loaders import filesystem

INDENT = re.compile(r"^[ \t]+", re.MULTILINE)


class Loader(filesystem.Loader):
    """Django's loader of the folders in ``DIRS``, but lines begin without white space.

    No line is lost, so that errors name the line of the file. Where white space at the
    beginning of a line matters (``pre``, the text of a ``textarea``) a template cannot
    type it; it can come from a variable.
    """

    def get_contents(self, origin: Origin) -> str:
        """The source of a template without indentation.

        Raises ``TemplateDoesNotExist`` where there is no such file.
        """
        return INDENT.sub("", super().get_contents(origin))
