"""The small studio behind the demo pictures: noise, paint, print and lettering with Pillow."""
