"""Tests of what a stream lacks and how long it takes."""
