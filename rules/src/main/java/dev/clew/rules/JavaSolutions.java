package dev.clew.rules;

import java.util.stream.Stream;

/**
 * Java code that stands for a predicate with any number of solutions; see {@link
 * Engine#defineValues} and {@link Engine#defineRows}.
 */
@FunctionalInterface
public interface JavaSolutions {
    /**
     * Calls the predicate. May be called by several threads at once.
     *
     * @return the solutions, which are taken from the stream one at a time, on demand; the stream
     *     is closed when the search is done with it
     * @throws Exception any exception becomes the error {@code error(java_exception(Class,
     *     Message), _)}, which rules can catch
     */
    Stream<?> call(Arguments args) throws Exception;
}
