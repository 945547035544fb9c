"""Tests of tutor/review/."""
