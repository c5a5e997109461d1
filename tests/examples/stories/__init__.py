"""The examples that ship beside the cloud service, as plain data: one module each."""
