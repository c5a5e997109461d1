"""Verbs: functions that change a draft."""
