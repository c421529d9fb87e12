"""Room of danbiet."""
