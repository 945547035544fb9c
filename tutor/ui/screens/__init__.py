"""Whole screens and the questions asked over them."""
