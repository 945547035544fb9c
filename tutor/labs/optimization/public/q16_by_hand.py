"""Instrument of question 16: PyTorch is out of reach, from the first line of the file on."""

from tutor_runner import leave_out

leave_out("torch")
