/**
 * Proofs: why a goal holds, step by step, and the forms in which they are written.
 *
 * <p>{@link dev.clew.goals.proofs.Proof} is the proof, {@link dev.clew.goals.proofs.Writing} writes
 * it as text, JSON, Mermaid or DOT.
 */
@NullMarked
package dev.clew.goals.proofs;

import org.jspecify.annotations.NullMarked;
