package org.appel.inspection;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmokeTest {
    @TempDir
    private Path folder;

    @Test
    void smoke() throws Exception {
        try (var inspector = new DocumentInspector(InspectorSettings.defaults())) {
            for (var content : java.util.List.of(
                    CandidateFiles.pdf("Amina Ben Salah"),
                    CandidateFiles.docx("Genève"),
                    CandidateFiles.odt("Genève"),
                    CandidateFiles.rtf("Hello"),
                    "Bonjour à tous".getBytes("windows-1252"))) {
                var file = Files.write(folder.resolve("x"), content);
                for (int i = 0; i < 3; i++) {
                    long t = System.nanoTime();
                    var answer = inspector.inspect(file, Wish.TEXT, Wish.METADATA);
                    System.out.println((System.nanoTime() - t) / 1000 + " us " + answer);
                    if (i == 0 && answer instanceof Inspection.Sound s)
                        System.out.println("[" + s.text() + "] " + s.metadata());
                    t = System.nanoTime();
                    answer = inspector.strip(file, folder.resolve("y"));
                    System.out.println((System.nanoTime() - t) / 1000 + " us strip " + answer);
                }
            }
        }
    }
}
