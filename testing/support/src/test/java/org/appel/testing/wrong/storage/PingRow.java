package org.appel.testing.wrong.storage;

public record PingRow(String text) {}
