"""One public function = one use case = one transaction."""
