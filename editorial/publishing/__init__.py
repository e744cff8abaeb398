"""Going live: publish, schedule, withdraw; what visitors will notice, told before.

`acting` does it, `carrying` takes along what is scheduled, `forecast` tells before, `states` and
`overview` say how things stand; `pages`, `lists` and `admin` are for the desk.
"""

from editorial.publishing.acting import adopt as adopt
from editorial.publishing.acting import cancel as cancel
from editorial.publishing.acting import cancel_schedules as cancel_schedules
from editorial.publishing.acting import check as check
from editorial.publishing.acting import move_schedule as move_schedule
from editorial.publishing.acting import pin as pin
from editorial.publishing.acting import publish as publish
from editorial.publishing.acting import withdraw as withdraw
from editorial.publishing.errors import Blocked as Blocked
from editorial.publishing.errors import Collided as Collided
