"""The method's tables as cells of text: what a cell says, and what typing into it does to the document."""
