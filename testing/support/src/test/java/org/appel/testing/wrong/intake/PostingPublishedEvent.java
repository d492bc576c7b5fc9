package org.appel.testing.wrong.intake;

record PostingPublishedEvent(String id) {}
