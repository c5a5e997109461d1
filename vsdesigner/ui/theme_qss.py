"""The dress of the widgets in a theme: palette for the Fusion style and style sheet.

Widgets choose a variant through the property ``role``: ``heading``, ``title``, ``section``, ``muted``,
``strong`` and ``danger`` for labels; ``primary``, ``quiet``, ``danger``, ``small``, ``chip`` and ``link`` for
buttons; ``card``, ``panel``, ``bar`` and ``canvas`` for surfaces; ``quiet`` for views and text fields without
a frame;
``field`` for the name above a field, ``suggestions`` for the list below one, ``drop`` for the line that shows
where a dragged row goes. ``strong`` (true) makes the text of a label or field semi-bold.
"""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QDir
from PySide6.QtGui import QColor, QPalette

from vsdesigner.resource import resource_path
from vsdesigner.ui.colour import css, mix
from vsdesigner.ui.theme import Theme

SEARCH_PREFIX = "vscontrol"


def palette(theme: Theme) -> QPalette:
    """The palette of ``theme``; ordinary widgets stand on the panel colour, the main window on ``window``."""
    role, made = QPalette.ColorRole, QPalette()
    for target, colour in {
        role.Window: theme.panel,
        role.WindowText: theme.text,
        role.Base: theme.field,
        role.AlternateBase: mix(theme.panel, theme.window, 0.5),
        role.Text: theme.text,
        role.PlaceholderText: theme.faint,
        role.Button: theme.card,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.ToolTipBase: theme.card,
        role.ToolTipText: theme.text,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.text,
        role.Link: theme.accent_ink,
        role.LinkVisited: theme.accent_ink,
        role.Accent: theme.accent,
        role.Light: mix(theme.panel, theme.line, 0.3),
        role.Midlight: mix(theme.panel, theme.line, 0.6),
        role.Mid: theme.line,
        role.Dark: theme.control,
        role.Shadow: theme.control,
    }.items():
        made.setColor(target, colour)
    for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, target, theme.faint)
    return made


def style_sheet(theme: Theme) -> str:
    """The style sheet of ``theme``; small pictures in it are found through a search path of Qt."""
    QDir.setSearchPaths(SEARCH_PREFIX, [str(resource_path("icons", "control"))])
    names = {role: css(value) for role, value in vars(theme).items() if isinstance(value, QColor)}
    names |= {
        "accent_hover": css(mix(theme.accent, theme.text, 0.14)),
        "accent_pressed": css(mix(theme.accent, theme.text, 0.26)),
        "accent_off": css(mix(theme.panel, theme.accent, 0.35)),
        "button_hover": css(mix(theme.card, theme.text, 0.05)),
        "button_pressed": css(mix(theme.card, theme.text, 0.10)),
        "danger_soft": css(theme.soft(theme.danger)),
        "scroll": css(mix(theme.panel, theme.muted, 0.40)),
        "scroll_hover": css(mix(theme.panel, theme.muted, 0.70)),
    }
    pictures = {
        name: f'url("{SEARCH_PREFIX}:{name}-{theme.name if theme.dark else "light"}.svg")'
        for name in ("down", "up", "right", "check", "partial", "close", "float")
    }
    return Template("".join(SHEETS)).substitute(names, **{f"img_{key}": url for key, url in pictures.items()})


_SURFACES = """
QMainWindow { background: $window; }
QMainWindow::separator { background: $window; width: 5px; height: 5px; }
QMainWindow::separator:hover { background: $accent; }
QDockWidget { font-weight: 600; titlebar-close-icon: $img_close; titlebar-normal-icon: $img_float; }
QDockWidget > QWidget { background: $panel; font-weight: 400; }
QDockWidget::title { background: $panel; padding: 10px 12px; border-bottom: 1px solid $line; }
QDockWidget::close-button, QDockWidget::float-button { border: none; border-radius: 4px; padding: 0;
    icon-size: 16px; }
QDockWidget::close-button:hover, QDockWidget::float-button:hover { background: $hover; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
QScrollArea, QGraphicsView { border: none; }
QGraphicsView { background: $canvas; }
QFrame[frameShape="4"] { border: none; background: $line; max-height: 1px; }
QFrame[frameShape="5"] { border: none; background: $line; max-width: 1px; }
QWidget[role="panel"] { background: $panel; }
QWidget[role="canvas"] { background: $canvas; }
QWidget[role="bar"] { background: $panel; border-bottom: 1px solid $line; }
QFrame[role="card"], QWidget[role="card"] { background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame[role="drop"] { background: $accent; border: none; border-radius: 1px; }
QFrame[role="popup"] { background: $card; border: 1px solid $faint; border-radius: 10px; }
QFrame[role="toast"] { background: $card; border: 1px solid $faint; border-radius: 8px; }
QStatusBar { background: $panel; color: $muted; border-top: 1px solid $line; min-height: 26px; }
QStatusBar::item { border: none; }
QStatusBar QPushButton { padding: 0 8px; min-height: 16px; }
QStatusBar QPushButton:focus { padding: 0 7px; }
QStatusBar QToolButton { padding: 0 4px; }
QStatusBar QLabel { color: $muted; padding: 0 4px; }
QToolTip { background: $card; color: $text; border: 1px solid $line; padding: 5px 7px; }
QGroupBox { border: none; margin-top: 22px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; subcontrol-position: top left; color: $muted; }
"""

_LABELS = """
QLabel { background: transparent; border: none; }
QLabel:disabled { color: $faint; }
QLabel[role="title"] { font-size: 22px; font-weight: 600; }
QLabel[role="heading"] { font-size: 16px; font-weight: 600; }
QLabel[role="section"] { font-size: 11px; font-weight: 600; letter-spacing: 0.6px; color: $muted; }
QLabel[role="strong"], QLabel[strong="true"], QLineEdit[strong="true"], QComboBox[strong="true"],
QPlainTextEdit[strong="true"] { font-weight: 600; }
QLabel[role="field"] { font-size: 12px; color: $muted; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="danger"] { color: $danger; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="ok"] { color: $ok; }
QLabel[role="link"] { color: $accent_ink; border: 2px solid transparent; border-radius: 6px;
    padding: 2px 4px; }
QLabel[role="link"]:hover { background: $hover; }
QLabel[role="link"]:focus { border-color: $accent; }
"""

# No state makes text bolder: Qt measures without the state and cuts the text.
# The focus ring is 2 px everywhere; the padding gives way so that nothing moves when it appears.
_BUTTONS = """
QPushButton { background: $card; color: $text; border: 1px solid $line; border-radius: 6px;
    padding: 5px 14px; min-height: 20px; }
QPushButton:hover { background: $button_hover; }
QPushButton:pressed, QPushButton:checked { background: $button_pressed; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 13px; }
QPushButton:disabled { color: $faint; background: $panel; }
QPushButton[role="primary"], QDialog QPushButton:default { background: $accent; color: $accent_text;
    border: 1px solid $accent; }
QPushButton[role="primary"] { font-weight: 600; }
QPushButton[role="primary"]:hover, QDialog QPushButton:default:hover { background: $accent_hover;
    border-color: $accent_hover; }
QPushButton[role="primary"]:pressed, QDialog QPushButton:default:pressed { background: $accent_pressed; }
QPushButton[role="primary"]:focus, QDialog QPushButton:default:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled, QDialog QPushButton:default:disabled { background: $accent_off;
    border-color: $accent_off; color: $panel; }
QPushButton[role="danger"] { color: $danger; }
QPushButton[role="danger"]:hover { background: $danger_soft; border-color: $danger; }
QPushButton[role="quiet"], QPushButton[role="link"] { background: transparent; border-color: transparent; }
QPushButton[role="link"] { color: $accent_ink; padding: 5px 8px; text-align: left; }
QPushButton[role="quiet"]:hover, QPushButton[role="link"]:hover { background: $hover; }
QPushButton[role="quiet"]:focus { border: 2px solid $accent; }
QPushButton[role="link"]:focus { border: 2px solid $accent; padding: 4px 7px; }
QPushButton[narrow="true"] { padding: 4px 10px; }
QPushButton[narrow="true"]:focus { padding: 3px 9px; }
QPushButton[role="small"] { padding: 2px 10px; min-height: 18px; }
QPushButton[role="small"]:focus { border: 2px solid $accent; padding: 1px 9px; }
QPushButton::menu-indicator { image: $img_down; width: 12px; height: 12px; right: 6px;
    subcontrol-origin: padding; subcontrol-position: right center; }
QToolButton { background: transparent; color: $text; border: 2px solid transparent; border-radius: 6px;
    padding: 4px; }
QToolButton:hover { background: $hover; }
QToolButton:pressed { background: $button_pressed; }
QToolButton:checked { background: $selection; color: $accent_ink; }
QToolButton[role="chip"] { color: $muted; padding: 2px 6px; }
QToolButton[role="chip"]:checked { background: $hover; color: $text; }
QToolButton:focus, QToolButton[role="chip"]:focus { border-color: $accent; }
QToolButton:disabled { color: $faint; }
QToolButton[role="primary"] { background: $accent; color: $accent_text; font-weight: 600; padding: 4px 10px; }
QToolButton[role="primary"], QToolBar QToolButton[role="primary"] { qproperty-iconSize: 16px 16px; }
QToolButton[role="primary"]:hover { background: $accent_hover; }
QToolButton[role="primary"]:focus { border-color: $text; }
QToolButton::menu-indicator { image: none; }
QToolButton[popupMode="1"] { padding-right: 18px; }
QToolButton[popupMode="2"] { padding-right: 18px; }
QToolButton[popupMode="2"]::menu-indicator { image: $img_down; width: 12px; height: 12px; right: 4px;
    subcontrol-origin: padding; subcontrol-position: right center; }
QToolButton::menu-button { border: none; border-radius: 4px; width: 16px; }
QToolButton::menu-button:hover { background: $hover; }
QToolButton::menu-arrow { image: $img_down; width: 12px; height: 12px; }
QToolBar { background: $panel; border: none; border-bottom: 1px solid $line; spacing: 4px; padding: 6px 8px; }
QToolBar::separator { background: $line; width: 1px; margin: 6px 6px; }
QToolBar QToolButton { padding: 4px 7px; }
QToolBar, QToolBar QToolButton { qproperty-iconSize: 20px 20px; }
"""

# Numbers stand at the right: Qt gives spin boxes no padding at the left, whatever the style sheet says.
_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: $field; color: $text;
    border: 1px solid $line; border-radius: 6px; padding: 4px 8px; min-height: 20px; }
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox { selection-background-color: $accent;
    selection-color: $accent_text; }
QComboBox { combobox-popup: 0; selection-background-color: $selection; selection-color: $text; }
QPlainTextEdit, QTextEdit { padding: 3px 4px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover, QAbstractSpinBox:hover {
    border-color: $faint; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $accent; padding: 3px 7px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 2px 3px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled { color: $faint; background: $panel; }
QLineEdit:read-only { background: $panel; }
QLineEdit[role="quiet"], QPlainTextEdit[role="quiet"] { background: transparent; border-color: transparent; }
QLineEdit[role="quiet"]:hover, QPlainTextEdit[role="quiet"]:hover { border-color: $line; }
QLineEdit[role="quiet"]:focus, QPlainTextEdit[role="quiet"]:focus { background: $field;
    border-color: $accent; }
QLineEdit[role="heading"] { font-size: 16px; font-weight: 600; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QAbstractSpinBox[invalid="true"] {
    border-color: $danger; }
QLineEdit QToolButton, QAbstractSpinBox QLineEdit { border: none; padding: 0; background: transparent;
    min-height: 0; }
QComboBox, QDateTimeEdit { padding-right: 26px; }
QComboBox:focus, QDateTimeEdit:focus { padding-right: 25px; }
QComboBox QLineEdit { border: none; padding: 0; background: transparent; min-height: 0; }
QComboBox::drop-down, QDateTimeEdit::drop-down { subcontrol-origin: padding; border: none; width: 26px;
    subcontrol-position: center right; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: $img_down; width: 14px; height: 14px; }
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus { background: $card; outline: 0;
    border: 1px solid $faint; padding: 2px; border-radius: 0; selection-background-color: $selection;
    selection-color: $text; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; border: none; border-radius: 4px; }
QSpinBox, QDoubleSpinBox { padding-right: 22px; qproperty-alignment: 'AlignRight | AlignVCenter'; }
QSpinBox:focus, QDoubleSpinBox:focus { padding-right: 21px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: padding; border: none;
    width: 22px; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin-top: 2px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin-bottom: 2px; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover; }
QAbstractSpinBox::up-arrow { image: $img_up; width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: $img_down; width: 12px; height: 12px; }
QCheckBox, QRadioButton { spacing: 8px; border: 2px solid transparent; border-radius: 6px;
    padding: 2px 4px 2px 2px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $faint; }
QCheckBox::indicator, QGroupBox::indicator, QAbstractItemView::indicator { width: 14px; height: 14px;
    border: 1px solid $control; border-radius: 4px; background: $field; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QGroupBox::indicator:checked, QAbstractItemView::indicator:checked {
    background: $accent; border-color: $accent; image: $img_check; }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate { background: $accent;
    border-color: $accent; image: $img_partial; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $line; }
QCheckBox::indicator:checked:disabled { background: $accent_off; border-color: $accent_off; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $control; border-radius: 8px;
    background: $field; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent;
    background: $accent_text; }
QSlider { min-height: 20px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $line; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $accent; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
    border: 1px solid $control; background: $card; }
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus { border: 2px solid $accent;
    width: 12px; height: 12px; }
QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""

# Rows get their height from min-height: with padding above and below, editors in a row would be too low.
# The font size of views makes Qt lay their rows out again when they get this dress: without it, a view that
# was filled before it was shown keeps the row heights it had undressed.
_VIEWS = """
QAbstractItemView { font-size: 13px; background: $panel; color: $text; border: 1px solid $line;
    border-radius: 6px; outline: 0; selection-background-color: $selection; selection-color: $text;
    gridline-color: $line; alternate-background-color: $window; }
QAbstractItemView:focus { border-color: $accent; }
QAbstractItemView[role="quiet"] { border: none; border-radius: 0; background: transparent; }
QAbstractItemView[role="grid"], QAbstractItemView[role="grid"]:focus { border: none; border-radius: 0; }
QTableView[role="frozen"], QTableView[role="frozen"]:focus {
    border: none; border-radius: 0; border-right: 1px solid $faint;
}
QAbstractItemView[role="suggestions"] { background: $card; border: 1px solid $faint; padding: 3px; }
QListView::item { min-height: 26px; padding: 0 8px; border: 2px solid transparent; border-radius: 6px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: $selection;
    color: $text; }
QListView::item:focus { border-color: $accent; }
QTreeView::item { min-height: 24px; padding: 0 4px; border: 2px solid transparent; }
QTreeView::item:focus, QTableView::item:focus { border: 2px solid $accent; }
QTreeView::branch { background: transparent; }
QTreeView::branch:has-children:closed { image: $img_right; }
QTreeView::branch:has-children:open { image: $img_down; }
QTableView::item { padding: 0 6px; border: 2px solid transparent; }
QTableView[role="quiet"] { selection-background-color: transparent; }
QTableView[role="quiet"]::item, QTableView[role="quiet"]::item:focus,
QTableView[role="quiet"]::item:selected { border: none; background: transparent; }
QTableView QLineEdit, QTreeView QLineEdit, QListView QLineEdit { border: 2px solid $accent; padding: 0 2px;
    border-radius: 0; min-height: 0; background: $field; }
QTableView QComboBox { border-radius: 0; min-height: 0; padding: 0 24px 0 4px; }
QHeaderView { background: $panel; border: none; qproperty-defaultAlignment: 'AlignLeft | AlignVCenter'; }
QHeaderView::section { background: $panel; color: $muted; border: none; border-bottom: 1px solid $line;
    padding: 6px 8px; font-weight: 600; }
QHeaderView::section:vertical { border-bottom: none; border-right: 1px solid $line; }
QHeaderView::section:hover { color: $text; }
QTableCornerButton::section { background: $panel; border: none; border-bottom: 1px solid $line; }
QHeaderView::up-arrow { image: $img_up; width: 12px; height: 12px; }
QHeaderView::down-arrow { image: $img_down; width: 12px; height: 12px; }
QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QMainWindow > QTabBar { background: $panel; }
QTabBar::tab { background: transparent; color: $muted; border: 2px solid transparent; border-radius: 0;
    padding: 6px 10px; }
QTabBar::tab:hover { color: $text; background: $hover; }
QTabBar::tab:selected { color: $accent_ink; border-bottom-color: $accent; }
QTabBar::tab:selected:focus { border-color: $accent; }
QTabBar::tab:disabled { color: $faint; }
QTabBar::close-button { image: $img_close; subcontrol-position: right; border-radius: 4px; width: 14px;
    height: 14px; margin: 1px; }
QTabBar::close-button:hover { background: $hover; }
QTabBar QToolButton { background: $panel; border-radius: 0; }
"""

_MENUS = """
QMenuBar { background: $panel; color: $text; padding: 2px 4px; }
QMenuBar::item { background: transparent; padding: 4px 9px; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; }
QMenuBar::item:pressed { background: $selection; }
QMenu { background: $card; color: $text; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 26px 6px 10px; border-radius: 4px; background: transparent; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $faint; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenu::right-arrow { image: $img_right; width: 14px; height: 14px; right: 6px; }
QMenu::indicator { width: 14px; height: 14px; margin-left: 8px; border: 1px solid $control;
    border-radius: 4px; background: $field; }
QMenu::indicator:checked { background: $accent; border-color: $accent; image: $img_check; }
QMenu::indicator:exclusive { border-radius: 8px; }
QMenu::indicator:exclusive:checked { width: 6px; height: 6px; border: 5px solid $accent; background: $field;
    image: none; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 12px; margin: 0; }
QScrollBar:horizontal { height: 12px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $scroll_hover; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QSizeGrip { image: none; width: 0; height: 0; }
"""

SHEETS = (_SURFACES, _LABELS, _BUTTONS, _FIELDS, _VIEWS, _MENUS)
