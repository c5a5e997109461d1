"""The Tables view: the method's tables on screen, edited like a spreadsheet."""
