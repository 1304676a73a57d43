"""Scripts that write what the package ships: tables, and the reference of its documentation."""
