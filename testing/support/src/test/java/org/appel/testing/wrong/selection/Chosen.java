package org.appel.testing.wrong.selection;

public record Chosen(String name) {}
