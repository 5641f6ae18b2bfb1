package dev.clew.rules.machine;

/**
 * Makes the running branch fail because it is deeper than {@code call_with_depth_limit/3} allows.
 */
final class DepthExceeded extends RuntimeException {
    private static final long serialVersionUID = 1L;
    static final DepthExceeded INSTANCE = new DepthExceeded();

    private DepthExceeded() {
        super(null, null, false, false);
    }
}
