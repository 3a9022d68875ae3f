"""The only room that imports Textual: the app, the page, the pane, the dialogs."""
