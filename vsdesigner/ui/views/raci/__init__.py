"""The RACI view: who is responsible for which step and task, as a matrix that is filled by keys."""
