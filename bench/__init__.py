"""What hemicycle costs, measured on this machine: ``make bench``."""
