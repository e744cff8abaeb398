"""Every Fifteen Seconds / Kennung: three inks on a risograph, petrol, yellow and coral."""

from drawing.fifteen_seconds.ice import winter_mail
from drawing.fifteen_seconds.lens import lens_room
from drawing.fifteen_seconds.night import night_watch
from drawing.fifteen_seconds.poster import poster_english, poster_german
from drawing.fifteen_seconds.radio import six_o_clock
from drawing.fifteen_seconds.school import rehearsal

FOLDER = "films/every-fifteen-seconds/images/every-fifteen-seconds"
PICTURES = {
    f"{FOLDER}-night.jpg": night_watch,
    f"{FOLDER}-lens.jpg": lens_room,
    f"{FOLDER}-ice.jpg": winter_mail,
    f"{FOLDER}-radio.jpg": six_o_clock,
    f"{FOLDER}-school.jpg": rehearsal,
    f"{FOLDER}-poster-en.jpg": poster_english,
    f"{FOLDER}-poster-de.jpg": poster_german,
}
