/** Files of rows: read as a stream, or kept in memory with indexes when they are asked often. */
@NullMarked
package dev.clew.data.files;

import org.jspecify.annotations.NullMarked;
