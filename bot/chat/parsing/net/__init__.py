"""The red-flag net: signs of an emergency in free text, by phrases and what takes them back."""
