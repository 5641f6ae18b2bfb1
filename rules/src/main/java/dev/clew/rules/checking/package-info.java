/**
 * Checks proofs against the text of a program. {@link dev.clew.rules.checking.ProofChecker} is the
 * way in, {@link dev.clew.rules.checking.Verdict} what comes out of it.
 *
 * <p>The point of a checker is that it can be believed when the search that found a proof is not.
 * So it shares no code with the machine: it uses the reader and the classes of terms, and has its
 * own unification, its own arithmetic, its own built-in predicates, and a small interpreter of
 * clauses for the claim that something has <em>no</em> proof. All of it is plain rather than fast.
 * What it cannot decide it takes on trust, and says so.
 *
 * <p>Why a proof can be checked without searching for it: a proof names the clause of each step, so
 * one matching of a clause with a goal and its premises is all there is to do (the de Bruijn
 * criterion: H. Barendregt, F. Wiedijk, <i>The challenge of computer mathematics</i>, Phil. Trans.
 * R. Soc. A 363, 2005, section 2).
 */
@NullMarked
package dev.clew.rules.checking;

import org.jspecify.annotations.NullMarked;
