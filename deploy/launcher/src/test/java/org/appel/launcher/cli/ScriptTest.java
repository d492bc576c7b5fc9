package org.appel.launcher.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The script at the top of the repository, with JDKs that only look like some. */
class ScriptTest {

    private static final Path SCRIPT = Path.of("../../appel").toAbsolutePath().normalize();

    @TempDir
    private Path machine;

    private final Map<String, String> environment = new HashMap<>();

    /** What a run of the script left: its exit status, and both its streams. */
    private record Run(int status, String out, String err) {}

    @Test
    void the_jdk_of_java_home_is_taken_when_it_is_new_enough() throws Exception {
        // Given
        jdk("places/jdk-26", "26.0.1");
        environment.put("JAVA_HOME", jdk("mine", "25.0.3").toString());

        // When
        var run = run("jdk");

        // Then
        assertThat(run).isEqualTo(new Run(0, machine.resolve("mine") + "\n", ""));
    }

    @Test
    void an_old_java_home_and_an_old_path_are_passed_over_for_a_new_jdk_elsewhere() throws Exception {
        // Given
        environment.put("JAVA_HOME", jdk("old", "17.0.19").toString());
        environment.put("PATH", jdk("older", "1.8.0_402").resolve("bin").toString());
        jdk("places/jdk-21", "21.0.1");
        jdk("places/jdk-25", "25");

        // When
        var run = run("jdk");

        // Then
        assertThat(run.out()).isEqualTo(machine.resolve("places/jdk-25") + "\n");
    }

    @Test
    void a_jdk_on_the_path_is_found_through_its_links() throws Exception {
        // Given
        var home = jdk("hidden/jdk-27", "27-ea");
        var bin = Files.createDirectories(machine.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("javac"), home.resolve("bin/javac"));
        environment.put("PATH", bin.toString());

        // When
        var run = run("jdk");

        // Then
        assertThat(run.out()).isEqualTo(home + "\n");
    }

    @Test
    void a_jdk_in_the_folders_of_macos_is_found() throws Exception {
        // Given
        jdk("places/temurin-25.jdk/Contents/Home", "25.0.1");

        // When
        var run = run("jdk");

        // Then
        assertThat(run.out()).isEqualTo(machine.resolve("places/temurin-25.jdk/Contents/Home") + "\n");
    }

    @Test
    void without_any_jdk_it_says_what_to_install_and_where_it_looked() throws Exception {
        // Given
        jdk("places/jdk-21", "21.0.1");
        Files.createDirectories(machine.resolve("places/jre-25/bin"));

        // When
        var run = run("start");

        // Then
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no JDK 25 or newer", "Install one", "JAVA_HOME", "PATH", "/usr/lib/jvm");
    }

    @Test
    void the_help_needs_nothing_and_explains_every_command() throws Exception {
        // When
        var run = run("help");

        // Then
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains(
                        "./appel start",
                        "./appel demo",
                        "./appel test",
                        "./appel token",
                        "./appel help",
                        "--at",
                        "--keep");
    }

    @Test
    void an_unknown_command_is_refused_with_a_way_on() throws Exception {
        // When
        var run = run("strat");

        // Then
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("appel: there is no command 'strat'; ./appel help shows them.\n");
    }

    private Path jdk(String place, String version) throws IOException {
        var home = machine.resolve(place);
        var javac = Files.createDirectories(home.resolve("bin")).resolve("javac");
        executable(javac, "#!/bin/sh\n");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private static void executable(Path file, String content) throws IOException {
        Files.writeString(file, content);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** Only the places and variables of this test are there; the tools that the script needs are on the PATH, and no JDK of the machine. */
    private Run run(String command) throws IOException, InterruptedException {
        var out = machine.resolve("out");
        var err = machine.resolve("err");
        var builder = new ProcessBuilder("bash", SCRIPT.toString(), command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().put("APPEL_JDK_PLACES", machine.resolve("places").toString());
        builder.environment().putAll(environment);
        builder.environment().put("PATH", environment.getOrDefault("PATH", "") + ":" + toolsWithoutJava());
        var status = builder.start().waitFor();
        return new Run(status, Files.readString(out), Files.readString(err));
    }

    private String toolsWithoutJava() throws IOException {
        var tools = Files.createDirectories(machine.resolve("tools"));
        for (var tool : new String[] {"bash", "cat", "dirname", "readlink", "sed"}) {
            executable(tools.resolve(tool), "#!/bin/sh\nexec " + real(tool) + " \"$@\"\n");
        }
        return tools.toString();
    }

    private static Path real(String tool) {
        return Stream.of("/usr/bin/", "/bin/")
                .map(directory -> Path.of(directory + tool))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }
}
