"""Every promise of every output, tried on programmes made by hand."""
