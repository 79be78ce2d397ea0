"""The vocabulary of rules: one module a rule, named after its promise."""
