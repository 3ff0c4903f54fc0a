"""How is a document written as a web page, a PDF, a Word file or a workbook?

Each of `html`, `pdf`, `word` and `workbook` has `write(document) -> bytes`: the same document always gives the same
bytes, on any day.
"""
