"""The keys of the list of findings."""

from textual.binding import Binding, BindingType

from reader.tui.dialog import EDIT

KEYS: list[BindingType] = [
    Binding(
        "d",
        "let_stand",
        "Dismiss",
        id="findings.dismiss",
        tooltip="Dismiss the finding, with a reason or none; one that is dismissed gets another reason",
    ),
    Binding(
        "u",
        "undo",
        "Undo",
        id="findings.undo",
        tooltip="Count the dismissed one under the cursor again, else the one dismissed last",
    ),
    Binding(
        "o",
        "entry",
        "Entry",
        id="findings.entry",
        tooltip="Open the whole entry of the term; esc comes back to the list",
    ),
    Binding(
        "f",
        "level",
        "Severity",
        id="findings.level",
        tooltip="Only errors, only warnings, only infos, or all; what has none is passed over",
    ),
    Binding(
        "tab",
        "kind(1)",
        "Next kind",
        id="findings.kind",
        tooltip="Only the next kind of findings that there are",
    ),
    Binding(
        "shift+tab",
        "kind(-1)",
        "Previous kind",
        id="findings.previous_kind",
        tooltip="Only the kind before",
    ),
    Binding("a", "all", "All", id="findings.all", tooltip="Every severity and kind again"),
    Binding(
        "D",
        "dismissed",
        "Dismissed",
        id="findings.dismissed",
        tooltip="Show what is dismissed too, or not",
    ),
    Binding(
        "escape,q",
        "close",
        "Close",
        id="findings.close",
        tooltip="Close the list, or leave the finding as it is",
    ),
    EDIT,
]
