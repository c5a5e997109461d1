"""Lists and tables as text: reads what people wrote elsewhere, writes what spreadsheets take."""
