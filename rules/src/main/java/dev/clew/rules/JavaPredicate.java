package dev.clew.rules;

/** Java code that stands for a predicate with at most one solution; see {@link Engine#define}. */
@FunctionalInterface
public interface JavaPredicate {
    /**
     * Calls the predicate. May be called by several threads at once.
     *
     * @return whether it is true; what was unified by a call that returns false is undone
     * @throws Exception any exception becomes the error {@code error(java_exception(Class,
     *     Message), _)}, which rules can catch
     */
    boolean call(Arguments args) throws Exception;
}
