/** The strategies: what each of them expands next. */
@NullMarked
package dev.clew.goals.search;

import org.jspecify.annotations.NullMarked;
