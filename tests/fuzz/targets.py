"""All targets, in the order in which they run."""

from tests.fuzz.addresses import ADDRESSES
from tests.fuzz.files import FILES
from tests.fuzz.folders import FOLDERS
from tests.fuzz.forms import FORMS
from tests.fuzz.front_matter import YAML_FILES
from tests.fuzz.kept import KEPT
from tests.fuzz.names import SPELT
from tests.fuzz.pasted import PASTED
from tests.fuzz.prose import PROSE

TARGETS = (
    *PROSE, *YAML_FILES, *PASTED, *SPELT, *FILES, *FOLDERS, *ADDRESSES, *FORMS, *KEPT,
)  # fmt: skip
