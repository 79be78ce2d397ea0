"""The version of hemicycle: the package's metadata are made from this line."""

VERSION = "0.1.0"
