// Until the query room has its first file.
