package dev.clew.rules.streams;

/** An input and an output stream under one handle. */
public record StreamPair(PrologStream in, PrologStream out) {
    /** The one that is still open, the input if both are. */
    public PrologStream anyOpen() {
        return in.isClosed() ? out : in;
    }
}
