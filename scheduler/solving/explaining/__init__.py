"""Why a forum is impossible: smallest sets of clauses and facts that cannot stand together."""
