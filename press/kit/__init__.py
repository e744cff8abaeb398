"""Press kits: contents made once from the sheet, formats written from them."""
