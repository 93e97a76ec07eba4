"""rasid reads news reports of armed violence into a record that can be defended."""
