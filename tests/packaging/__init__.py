"""What is handed out as a distribution, and how it is set up."""
