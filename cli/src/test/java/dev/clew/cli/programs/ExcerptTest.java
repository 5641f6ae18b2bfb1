package dev.clew.cli.programs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void aLineThatIsNotLongIsShownAsItIs() {
        assertThat(Excerpt.of("\tp(\ud835\udc65, é).", 3))
                .isEqualTo(new Excerpt("\tp(\ud835\udc65, é).", 3));
        assertThat(Excerpt.of("", 0)).isEqualTo(new Excerpt("", 0));
    }

    @Test
    void whatWouldMoveTheCursorOfATerminalIsReplaced() {
        assertThat(Excerpt.of("a\u001b[2Jb\rc\u009bd", 0).text())
                .isEqualTo("a\ufffd[2Jb\ufffdc\ufffdd");
    }

    @Test
    void ofALongLineOnlyThePlaceIsShown() {
        String line = "a".repeat(1000) + "!" + "b".repeat(1000);
        Excerpt middle = Excerpt.of(line, 1000);
        assertThat(middle.text()).startsWith("... aaa").endsWith("bbb ...").hasSize(208);
        assertThat(middle.text().charAt(middle.column())).isEqualTo('!');
        Excerpt start = Excerpt.of("!" + line, 0);
        assertThat(start.text()).startsWith("!aaa").endsWith("aaa ...");
        assertThat(start.column()).isZero();
        Excerpt end = Excerpt.of(line + "?", 2001);
        assertThat(end.text()).startsWith("... bbb").endsWith("bb?");
        assertThat(end.text().charAt(end.column())).isEqualTo('?');
    }
}
