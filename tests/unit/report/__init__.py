"""Tests of tutor/report/."""
