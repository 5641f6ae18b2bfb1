package dev.clew.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The console blocks of the tutorials show what the commands write. {@code <!-- file: NAME -->}
 * before a block adds the block to a file; in a block, {@code $ clew ...} is a command and {@code
 * ?- } a goal that is typed into its loop.
 */
class TutorialTest {
    @TestFactory
    List<DynamicTest> commandsWriteWhatFirstRulesShows(@TempDir Path folder) throws IOException {
        return tests(folder, "first-rules");
    }

    @TestFactory
    List<DynamicTest> commandsWriteWhatPlanADeliveryShows(@TempDir Path folder) throws IOException {
        assertThat(Path.of("../docs/tutorial/plan-a-delivery.md"))
                .content()
                .contains(Files.readString(Path.of("../examples/delivery/domain.pddl")))
                .contains(Files.readString(Path.of("../examples/delivery/problem.pddl")));
        return tests(folder, "plan-a-delivery");
    }

    private static List<DynamicTest> tests(Path folder, String page) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("../docs/tutorial/" + page + ".md"));
        List<DynamicTest> tests = new ArrayList<>();
        String file = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("<!-- file: ")) {
                file = line.substring("<!-- file: ".length(), line.indexOf(" -->"));
            } else if (line.startsWith("```")) {
                int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf("```");
                List<String> block = lines.subList(i + 1, end);
                if (!file.isEmpty()) {
                    Files.write(
                            folder.resolve(file),
                            block,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
                } else if (line.equals("```console")) {
                    String shown = String.join("\n", block) + "\n";
                    String written = written(folder, block);
                    tests.add(
                            DynamicTest.dynamicTest(
                                    "line " + (i + 1), () -> assertThat(written).isEqualTo(shown)));
                }
                file = "";
                i = end;
            }
        }
        assertThat(tests).hasSizeGreaterThan(4);
        return tests;
    }

    private static String written(Path folder, List<String> block) {
        StringBuilder out = new StringBuilder();
        String command = "";
        for (int i = 0; i < block.size(); i++) {
            String line = block.get(i);
            if (line.startsWith("$ clew ")) {
                command = line.substring("$ clew ".length());
                out.append(line).append('\n');
                boolean opensLoop = i + 1 < block.size() && block.get(i + 1).startsWith("?- ");
                if (!opensLoop) {
                    append(out, run(folder, "", command));
                }
            } else if (line.startsWith("?- ")) {
                out.append(line).append('\n');
                append(out, run(folder, line.substring(3) + "\n", command));
            }
        }
        return out.toString();
    }

    private static CommandRun run(Path folder, String input, String command) {
        return CommandRun.of(folder, input, Transcript.words(command));
    }

    private static void append(StringBuilder out, CommandRun run) {
        out.append(run.output()).append(run.errors());
    }
}
