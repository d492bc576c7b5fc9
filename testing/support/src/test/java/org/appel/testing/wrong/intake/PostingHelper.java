package org.appel.testing.wrong.intake;

class PostingHelper {}
