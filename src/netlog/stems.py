"""What is left of a word without its endings, in the three languages; loaded only to compare topics."""

import snowballstemmer

from netlog.domain.folding import fold

LEAST = {"english": 3, "italian": 4, "polish": 4}
"""Letters a stem must have: shorter ones of languages with many endings bring strangers together."""


class Stems:
    """The stems of words, each reckoned once; accents do not matter."""

    def __init__(self) -> None:
        self.stemmers = [(snowballstemmer.stemmer(language), least) for language, least in LEAST.items()]
        self.known: dict[str, frozenset[str]] = {}

    def __call__(self, word: str) -> frozenset[str]:
        """The folded word itself and its folded stems; which language it is in is not known, so all are tried."""
        if word not in self.known:
            self.known[word] = self.reckoned(word.lower())
        return self.known[word]

    def reckoned(self, word: str) -> frozenset[str]:
        """The stems of a word in lower case."""
        forms = dict.fromkeys((word, fold(word)))
        found = ((fold(stemmer.stemWord(form)), least) for stemmer, least in self.stemmers for form in forms)
        return frozenset((fold(word), *(stem for stem, least in found if len(stem) >= least)))
