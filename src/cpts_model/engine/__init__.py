"""The rules engine: generic, and knowing nothing of health care."""
