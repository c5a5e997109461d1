"""Makes any string fit for XML, whatever format it goes to."""

from __future__ import annotations

from vsdesigner.model.text import clean


def xml_clean(text: str) -> str:
    """Return `text` without what XML 1.0 forbids or readers refuse; line ends become LF.

    Gone are control characters but tab and line feed, lone surrogates and U+FFFE and U+FFFF. The model
    cleans what it reads in the same way, so a valid document loses nothing here: this is the second wall.
    Markup characters are left alone; escaping them is the business of whoever writes the XML.
    """
    return clean(text)
