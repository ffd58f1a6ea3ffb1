"""Who says so: frames of speech in the text, and for each word the chain of its sources."""

from goodoffices.extract.attribution.find import find_speech
from goodoffices.extract.attribution.frames import SpeechFrame
from goodoffices.extract.attribution.sources import frames_over, sources_of

__all__ = ["SpeechFrame", "find_speech", "frames_over", "sources_of"]
