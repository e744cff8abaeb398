"""The Weather Woman / Die Wetterfrau: gouache skies over flat land, and the lines of the chart."""

from drawing.weather_woman import aerial, film, posters, scenes, water

_IMAGES = "films/the-weather-woman/images/the-weather-woman"
PICTURES = {
    f"{_IMAGES}-still-1.jpg": scenes.front,
    f"{_IMAGES}-still-2.jpg": scenes.studio,
    f"{_IMAGES}-still-3.jpg": aerial.aerial,
    f"{_IMAGES}-still-4.jpg": water.row,
    f"{_IMAGES}-still-5.jpg": water.mound,
    f"{_IMAGES}-poster-en.jpg": posters.english,
    f"{_IMAGES}-poster-de.jpg": posters.german,
}
TRAILERS = {"films/the-weather-woman/videos/the-weather-woman-trailer.mp4": film.trailer}
