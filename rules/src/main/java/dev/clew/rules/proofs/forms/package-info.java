/**
 * What a proof looks like to others: {@link dev.clew.rules.proofs.forms.ProofJson JSON}, which can
 * be read back, {@link dev.clew.rules.proofs.forms.ProofMermaid Mermaid} and {@link
 * dev.clew.rules.proofs.forms.ProofDot DOT} for drawing, and the {@link
 * dev.clew.rules.proofs.forms.ProofRules layout of inference rules} for text. All of them go
 * through the {@link dev.clew.rules.proofs.forms.Outline}, the steps of a proof one below the
 * other, so that proofs may be of any depth. The formats are described in docs/reference/proofs.md.
 */
@NullMarked
package dev.clew.rules.proofs.forms;

import org.jspecify.annotations.NullMarked;
