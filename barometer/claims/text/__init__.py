"""How a text is looked at: folded, parted into sentences, searched for words and expressions."""
