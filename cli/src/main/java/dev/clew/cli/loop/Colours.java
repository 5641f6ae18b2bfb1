package dev.clew.cli.loop;

import dev.clew.cli.programs.Terminals;
import dev.clew.rules.streams.StreamTable;

/** Colours for a terminal; plain text elsewhere, and where {@code NO_COLOR} is set. */
final class Colours {
    private static final String OFF = "\u001b[0m";

    private final boolean on;

    private Colours(boolean on) {
        this.on = on;
    }

    static Colours none() {
        return new Colours(false);
    }

    static Colours ofTerminal(StreamTable streams) {
        return new Colours(Terminals.wantsColours(streams));
    }

    boolean areOn() {
        return on;
    }

    private String with(String code, String text) {
        return on ? code + text + OFF : text;
    }

    String prompt(String text) {
        return with("\u001b[1m", text);
    }

    String no(String text) {
        return with("\u001b[31m", text);
    }

    String warning(String text) {
        return with("\u001b[33m", text);
    }

    String faint(String text) {
        return with("\u001b[2m", text);
    }
}
