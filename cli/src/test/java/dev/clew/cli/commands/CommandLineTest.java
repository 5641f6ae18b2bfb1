package dev.clew.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

class CommandLineTest {
    private static final Usage USAGE =
            new Usage(
                    "ask",
                    "FILE... GOAL",
                    "",
                    "",
                    List.of(
                            Option.value("--limit", "N", ""),
                            Option.flag("--all", ""),
                            Option.value("--timeout", "TIME", "")),
                    false);

    private static CommandLine parse(String... words) {
        return CommandLine.parse(USAGE, List.of(words));
    }

    @Test
    void optionsStandAnywhere() {
        CommandLine line = parse("--all", "a.pl", "--limit", "3", "b.pl", "goal", "--timeout=2s");
        assertThat(line.operands()).containsExactly("a.pl", "b.pl", "goal");
        assertThat(line.has("--all")).isTrue();
        assertThat(line.count("--limit", 10)).isEqualTo(3);
        assertThat(line.nanos("--timeout", 0)).isEqualTo(2_000_000_000L);
    }

    @Test
    void goalsThatBeginWithADashAreOperands() {
        assertThat(parse("-X = 1", "- 1 =:= X", "-1", "-(a)").operands()).hasSize(4);
    }

    @Test
    void twoDashesEndTheOptions() {
        assertThat(parse("--", "--all").operands()).containsExactly("--all");
    }

    @Test
    void whatFollowsTwoDashesBelongsToTheProgram() {
        Usage run = new Usage("run", "FILE", "", "", List.of(), true);
        CommandLine line = CommandLine.parse(run, List.of("f.pl", "--", "-v", "--", "x"));
        assertThat(line.operands()).containsExactly("f.pl");
        assertThat(line.passedOn()).containsExactly("-v", "--", "x");
    }

    @Test
    void countsOfAnySizeAreTaken() {
        assertThat(parse("--limit", "1_000").count("--limit", 0)).isEqualTo(1000);
        assertThat(parse("--limit", "9223372036854775808").count("--limit", 0))
                .isEqualTo(Long.MAX_VALUE);
        for (String wrong : List.of("0", "-1", "1.5", "", "1e3", "-99999999999999999999")) {
            assertThatThrownBy(() -> parse("--limit", wrong).count("--limit", 0))
                    .isInstanceOfSatisfying(
                            UsageError.class,
                            e -> assertThat(e.line()).contains("(" + wrong + ") of --limit"));
        }
    }

    @Test
    void durationsHaveUnits() {
        assertThat(parse("--timeout", "2h").nanos("--timeout", 0)).isEqualTo(7_200_000_000_000L);
        assertThat(parse("--timeout", "2min").nanos("--timeout", 0)).isEqualTo(120_000_000_000L);
        assertThat(parse("--timeout", "1e30h").nanos("--timeout", 0)).isPositive();
        for (String wrong : List.of("0s", "-1s", "1d", "NaNs", "s", "", "1h30m")) {
            assertThatThrownBy(() -> parse("--timeout", wrong).nanos("--timeout", 0))
                    .isInstanceOfSatisfying(
                            UsageError.class,
                            e -> assertThat(e.line()).endsWith("Maybe 2s, 500ms or 1m."));
        }
        assertThat(parse("--timeout", "500ms").nanos("--timeout", 0)).isEqualTo(500_000_000L);
        assertThat(parse("--timeout", "1.5m").nanos("--timeout", 0)).isEqualTo(90_000_000_000L);
        assertThatThrownBy(() -> parse("--timeout", "3").nanos("--timeout", 0))
                .isInstanceOfSatisfying(
                        UsageError.class, e -> assertThat(e.line()).endsWith("Maybe 3s?"));
    }

    @Test
    void anUnknownOptionBringsASuggestion() {
        assertThatThrownBy(() -> parse("--limti", "3"))
                .isInstanceOfSatisfying(
                        UsageError.class,
                        e ->
                                assertThat(e.line())
                                        .isEqualTo(
                                                "clew: The option (--limti) is unknown to clew ask."
                                                        + " Maybe --limit?"));
    }

    @Test
    void anOptionMayLackItsArgumentOrHaveOneTooMany() {
        assertThatThrownBy(() -> parse("--limit")).isInstanceOf(UsageError.class);
        assertThatThrownBy(() -> parse("--all=yes")).isInstanceOf(UsageError.class);
        assertThatThrownBy(() -> parse("--limit", "0").count("--limit", 1))
                .isInstanceOf(UsageError.class);
    }
}
