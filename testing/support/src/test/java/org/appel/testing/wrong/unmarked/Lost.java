package org.appel.testing.wrong.unmarked;

record Lost(String text) {}
