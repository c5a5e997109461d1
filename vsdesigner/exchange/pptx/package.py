"""The PowerPoint package: opened with our own look, filled slide by slide, packed the same every time."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree
from pptx import Presentation
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.slide import CT_NotesSlide
from pptx.parts.slide import NotesSlidePart, SlidePart
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide, SlideLayout

from vsdesigner.exchange.carried.pptx import ITEM, PROPERTIES, item, properties
from vsdesigner.exchange.pptx import master
from vsdesigner.exchange.pptx.sheet import Sheet
from vsdesigner.exchange.pptx.text import emu
from vsdesigner.exchange.xml_text import xml_clean
from vsdesigner.palette import Rgb

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip archive can name
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_MOST_PROPERTY = 255
_PROGRAM = "VS Designer"
_APP = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Application>{_PROGRAM}</Application></Properties>"
)
_FIRST_SLIDE = 255  # the format numbers slides from 256
_COVER, _COLUMNS, _TITLE = 0, 3, 5  # what python-pptx's own template has at these places


class Package:
    """A presentation without slides in our look; lanes give their colours to its theme."""

    def __init__(self, colours: Sequence[Rgb]) -> None:
        self.deck: Deck = Presentation()
        self.deck.slide_width, self.deck.slide_height = emu(master.WIDTH), emu(master.HEIGHT)  # type: ignore[assignment]  # lengths are whole numbers
        self.deck.part._element.find(f"{_P}sldSz").attrib.pop("type", None)
        layouts = list(self.deck.slide_layouts)
        self.cover = _shaped(layouts[_COVER], "Cover", master.cover_tree(), band=False)
        self.columns = _shaped(layouts[_COLUMNS], "Title and two columns", master.columns_tree())
        self.titled = _shaped(layouts[_TITLE], "Title only", master.title_tree())
        for layout in layouts:
            if layout not in (self.cover, self.columns, self.titled):
                self.deck.slide_layouts.remove(layout)
        self._dress(colours)
        self._strip()
        self._slides = self.deck.slides  # asking anew names all parts again
        self._count = self._noted = 0
        self._links: dict[tuple[str, str], str] = {}

    def _dress(self, colours: Sequence[Rgb]) -> None:
        """Give the master and the theme our look."""
        shared = self.deck.slide_master
        _put_tree(shared.element, master.master_tree())
        styles = shared.element.find(f"{_P}txStyles")
        styles.getparent().replace(styles, parse_xml(master.text_styles()))
        theme = shared.part.part_related_by(RT.THEME)
        tree = etree.fromstring(theme.blob)
        tree.set("name", _PROGRAM)
        for tag, markup in (
            ("clrScheme", master.theme_colours(colours)),
            ("fontScheme", master.theme_fonts()),
        ):
            old = tree.find(f".//{_A}{tag}")
            old.getparent().replace(old, etree.fromstring(markup))
        theme._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _strip(self) -> None:
        """Take out what the template brings along and nobody asked for."""
        package = self.deck.part.package
        _drop(package, RT.THUMBNAIL)
        _drop(self.deck.part, RT.PRINTER_SETTINGS)
        package.part_related_by(RT.EXTENDED_PROPERTIES)._blob = _APP.encode()

    def new_slide(self, layout: SlideLayout) -> Slide:
        """Add an empty slide; it gets its shapes by `fill`.

        python-pptx would compare each new slide with all that are there, and copy the layout's shapes.
        """
        self._count += 1
        name = PackURI(f"/ppt/slides/slide{self._count}.xml")
        part = SlidePart.new(name, self.deck.part.package, layout.part)
        id = self.deck.part._rels._add_relationship(RT.SLIDE, part)
        self._slides._sldIdLst._add_sldId(id=_FIRST_SLIDE + self._count, rId=id)
        slide: Slide = part.slide
        return slide

    def link(self, slide: Slide, target: Slide) -> str:
        """Return the relationship by which a slide knows another one."""
        key = slide.part.partname, target.part.partname
        if key not in self._links:
            self._links[key] = slide.part._rels._add_relationship(RT.SLIDE, target.part)
        return self._links[key]

    @contextmanager
    def chapter(self) -> Iterator[list[etree._Element]]:
        """Collect the entries of the slides that are added meanwhile."""
        entries = self._slides._sldIdLst
        before = len(entries)
        found: list[etree._Element] = []
        yield found
        found.extend(entries[before:])

    def arrange(self, entries: Sequence[etree._Element]) -> None:
        """Put slides, by their entries, to the end of the deck in this order."""
        for entry in entries:
            self._slides._sldIdLst.append(entry)  # lxml moves what is in the tree

    def fill(self, slide: Slide, sheet: Sheet) -> None:
        """Put the shapes and notes of a sheet on a slide."""
        _put_tree(slide.element, master.wrapped(sheet.markup))
        if sheet.notes:
            self._note(slide, xml_clean(sheet.notes))

    def _note(self, slide: Slide, text: str) -> None:
        """Give a slide its speaker's notes."""
        self._noted += 1
        package = self.deck.part.package
        shared = self.deck.part.notes_master_part
        name = PackURI(f"/ppt/notesSlides/notesSlide{self._noted}.xml")
        part = NotesSlidePart(name, CT.PML_NOTES_SLIDE, package, CT_NotesSlide.new())
        part.relate_to(shared, RT.NOTES_MASTER)
        part.relate_to(slide.part, RT.SLIDE)
        slide.part.relate_to(part, RT.NOTES_SLIDE)
        notes = part.notes_slide
        notes.clone_master_placeholders(shared.notes_master)
        if notes.notes_text_frame is not None:
            notes.notes_text_frame.text = text

    def _name_notes_master(self) -> None:
        """Say in the presentation which master the notes have; python-pptx leaves that out."""
        id = self.deck.part.relate_to(self.deck.part.notes_master_part, RT.NOTES_MASTER)
        entry = f'<p:notesMasterIdLst {master.NAMESPACES}><p:notesMasterId r:id="{id}"/></p:notesMasterIdLst>'
        self.deck.part._element.find(f"{_P}sldMasterIdLst").addnext(parse_xml(entry))

    def carry(self, source: str) -> None:
        """Put the document's text in, as a part that PowerPoint keeps when it saves."""
        package = self.deck.part.package
        content = Part(PackURI(f"/{ITEM}"), "application/xml", package, item(source))
        kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
        described = Part(PackURI(f"/{PROPERTIES}"), kind, package, properties())
        self.deck.part.relate_to(content, RT.CUSTOM_XML)
        content.relate_to(described, RT.CUSTOM_XML_PROPS)

    def packed(self, title: str, author: str, created: datetime | None) -> bytes:
        """Return the file; equal presentations made at the same moment give equal bytes."""
        if self._noted:
            self._name_notes_master()
        entries = self._slides._sldIdLst
        self.deck.part.rename_slide_parts([entry.rId for entry in entries])
        moment = created or datetime.now(UTC)
        moment = (moment.astimezone(UTC) if moment.tzinfo else moment).replace(tzinfo=None, microsecond=0)
        facts = self.deck.core_properties
        facts.title, facts.author = _property(title), _property(author or _PROGRAM)
        facts.subject, facts.last_modified_by = "Service value stream", _property(author or _PROGRAM)
        facts.created = facts.modified = moment
        facts.revision, facts.comments = 1, ""
        target = io.BytesIO()
        self.deck.save(target)
        return _repacked(target.getvalue(), f"{moment.isoformat()}Z".encode())


def _property(text: str) -> str:
    return " ".join(xml_clean(text).split())[:_MOST_PROPERTY]


def _shaped(layout: SlideLayout, name: str, markup: str, *, band: bool = True) -> SlideLayout:
    _put_tree(layout.element, markup)
    layout.element.find(f"{_P}cSld").set("name", name)
    if not band:
        layout.element.set("showMasterSp", "0")
    for key in ("type", "preserve"):
        layout.element.attrib.pop(key, None)
    return layout


def _put_tree(element: etree._Element, markup: str) -> None:
    sheet = element.find(f"{_P}cSld")
    sheet.replace(sheet.find(f"{_P}spTree"), parse_xml(markup))


def _drop(owner: object, kind: str) -> None:
    relationships = owner._rels  # type: ignore[attr-defined]  # packages and parts both have them
    for id in [id for id, found in relationships.items() if found.reltype == kind]:
        relationships.pop(id)


def _repacked(content: bytes, stamp: bytes) -> bytes:
    """Return an archive with the clock taken out of it, and of the workbooks inside."""
    target = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as before, ZipFile(target, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            data = before.read(name)
            if name.endswith(".xlsx"):
                data = _repacked(data, stamp)
            elif name == "docProps/core.xml":
                data = _STAMP.sub(rb"\g<1>" + stamp + rb"\g<2>", data)
            part = ZipInfo(name, _LONG_AGO)
            part.compress_type = ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            after.writestr(part, data)
    return target.getvalue()
