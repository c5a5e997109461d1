"""The workbook: the method's tables as a file for Excel, one sheet a module."""
