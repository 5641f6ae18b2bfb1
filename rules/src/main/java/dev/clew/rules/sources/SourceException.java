package dev.clew.rules.sources;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A source could not be read. Rules see {@code error(source_error(Source, Problem), context(PI,
 * Message))}; the problem is one of those that the factory methods name.
 */
public final class SourceException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Term problem;
    private final @Nullable String hint;

    private SourceException(
            Term problem, String message, @Nullable String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.problem = problem;
        this.hint = hint;
    }

    /** {@code unavailable}: a service that does not answer, a file that is not there. */
    public static SourceException unavailable(
            String message, @Nullable String hint, @Nullable Throwable cause) {
        return new SourceException(Atom.of("unavailable"), message, hint, cause);
    }

    /** {@code missing_table(Table)}. */
    public static SourceException missingTable(
            String table, String message, @Nullable String hint) {
        return new SourceException(named("missing_table", table), message, hint, null);
    }

    /** {@code missing_column(Column)}. */
    public static SourceException missingColumn(
            String column, String message, @Nullable String hint) {
        return new SourceException(named("missing_column", column), message, hint, null);
    }

    /** {@code bad_value(Column)}: what stands there is not what it should be. */
    public static SourceException badValue(String column, String message, @Nullable String hint) {
        return new SourceException(named("bad_value", column), message, hint, null);
    }

    /** {@code malformed}: what the source gives does not have its form. */
    public static SourceException malformed(String message, @Nullable String hint) {
        return new SourceException(Atom.of("malformed"), message, hint, null);
    }

    /** {@code changed}: the source is no longer what it was when the query began to read it. */
    public static SourceException changed(String message, @Nullable String hint) {
        return new SourceException(Atom.of("changed"), message, hint, null);
    }

    /** {@code failed}: the source broke off while it was read. */
    public static SourceException failed(
            String message, @Nullable String hint, @Nullable Throwable cause) {
        return new SourceException(Atom.of("failed"), message, hint, cause);
    }

    private static Term named(String name, String culprit) {
        return Struct.of(name, Atom.of(culprit));
    }

    /** What is wrong, as a term. */
    public Term problem() {
        return problem;
    }

    /** A remedy, or null: a line that begins with "Maybe". */
    public @Nullable String hint() {
        return hint;
    }

    /** {@code Maybe A or B?} for the names that are nearest to a wrong one, or null. */
    public static @Nullable String nearest(String wrong, List<String> names) {
        return Nearest.hint(wrong, names);
    }
}
