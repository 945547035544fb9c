"""Figures as terminal cells, for any screen: neutral runs of text with a role or an exact colour.

`drawing` draws a whole figure, `thumbnails` choices of a prediction, `buffer` collects a growing run; all but
the buffer are pure functions of their arguments. Nothing is imported here: the first frame needs no figures.
"""
