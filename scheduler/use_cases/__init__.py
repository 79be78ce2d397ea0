"""What hemicycle does for its users: one file a use case; none of them prints."""
