"""The report of a lab: what was written, foreseen, explained and seen, as a page, Markdown or a notebook."""
