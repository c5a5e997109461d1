"""Tests of the layout, without Qt."""
