"""Words that say nothing about which claim it is: "[the] price [of] oil [has] risen".

Negations, conditions, modals and words of direction (not, never; if; may, will; to, from, up,
down, more, less, over, under, before, after) are none: they change the claim.
"""

STOP_WORDS = frozenset(
    {
        # articles and determiners, as in [the] drones
        *("a", "an", "the", "this", "that", "these", "those", "such"),
        # pronouns, as in [it] fell
        *("i", "me", "my", "we", "us", "our", "you", "your", "he", "him", "his", "she", "her"),
        *("it", "its", "they", "them", "their", "who", "whom", "whose", "which", "what", "there"),
        *("himself", "herself", "itself", "themselves", "ourselves"),
        # auxiliaries, as in [has been] cut
        *("am", "is", "are", "was", "were", "be", "been", "being", "'s"),
        *("has", "have", "had", "having", "do", "does", "did"),
        # prepositions without direction, as in a fall [of]
        *("of", "in", "on", "at", "by", "for", "with", "as", "into", "about"),
        # conjunctions, as in prices [and] wages
        *("and", "or", "but", "so", "while", "when", "than", "because", "also"),
        # filler, as in [just] now
        *("just", "very", "now", "then", "still", "already", "however", "meanwhile"),
    }
)
