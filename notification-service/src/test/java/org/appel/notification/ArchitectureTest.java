package org.appel.notification;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import org.appel.testing.Layout;

class ArchitectureTest {

    @TestFactory
    Stream<DynamicTest> the_layout_holds() {
        return Layout.of("org.appel.notification");
    }
}
