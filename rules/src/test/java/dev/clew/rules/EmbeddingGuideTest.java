package dev.clew.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every snippet of the guide compiles and prints what the guide says. */
class EmbeddingGuideTest {
    @TestFactory
    List<DynamicTest> printsWhatItSays(@TempDir Path dir) throws IOException, InterruptedException {
        Page page = Page.read("docs/how-to/embed-in-java.md");
        page.writeFiles(dir);
        List<Page.Block> snippets = new ArrayList<>();
        StringBuilder program = new StringBuilder();
        for (Page.Block b : page.blocks()) {
            if (!b.language().equals("java")) {
                continue;
            } else if (b.text().startsWith("import ")) {
                program.append(b.text());
                program.append("class Snippets {\n");
                continue;
            }
            snippets.add(b);
            program.append(snippet(snippets.size(), b.text()));
        }
        program.append("public static void main(String[] args) throws Exception {\n");
        for (int i = 1; i <= snippets.size(); i++) {
            program.append("S" + i + ".main(); System.out.print('\\f');\n");
        }
        program.append("}}\n");
        String[] outputs = Page.run(dir, "Snippets", program.toString()).split("\f", -1);
        assertThat(outputs).hasSize(snippets.size() + 1);
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < snippets.size(); i++) {
            String printed = outputs[i];
            Page.Block snippet = snippets.get(i);
            tests.add(
                    DynamicTest.dynamicTest(
                            "line " + snippet.line(),
                            () ->
                                    assertThat(printed)
                                            .isEqualTo(page.after(snippet, "text").text())));
        }
        return tests;
    }

    /** A snippet is the body of a method, unless it has a main method of its own. */
    private static String snippet(int number, String text) {
        String body =
                text.contains("static void main()")
                        ? text
                        : "static void main() throws Exception {\n" + text + "}\n";
        return "static class S" + number + " {\n" + body + "}\n";
    }
}
