"""The doors for uploaded files: what comes in, whichever way, passes one of these functions.

The name and type that a client claims decide nothing about the content: a file is what its
bytes decode to, and its name only has to agree.
"""

from assets.accepting.pictures import AcceptedImage, accept_image
from assets.accepting.videos import AcceptedVideo, accept_video
from assets.refusing import Refused

__all__ = ["AcceptedImage", "AcceptedVideo", "Refused", "accept_image", "accept_video"]
