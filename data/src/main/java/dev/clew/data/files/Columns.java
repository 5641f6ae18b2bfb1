package dev.clew.data.files;

import dev.clew.rules.sources.Head;
import dev.clew.rules.sources.SourceException;

import java.util.List;

/** Finds the columns of a file that the arguments of a predicate mean. */
final class Columns {
    private Columns() {}

    /** The place of each argument's column among {@code names}. */
    static int[] find(Head head, List<String> names, String file) {
        int[] places = new int[head.arity()];
        for (int i = 0; i < places.length; i++) {
            String wanted = head.columns().get(i);
            places[i] = place(wanted, names);
            if (places[i] < 0) {
                throw missing(wanted, names, file);
            }
        }
        return places;
    }

    /** A name that is right to the letter comes first. */
    private static int place(String wanted, List<String> names) {
        int exact = names.indexOf(wanted);
        for (int i = 0; exact < 0 && i < names.size(); i++) {
            if (Head.isSameName(wanted, names.get(i))) {
                return i;
            }
        }
        return exact;
    }

    static SourceException missing(String wanted, List<String> names, String file) {
        return SourceException.missingColumn(
                wanted,
                "The file ("
                        + file
                        + ") has no column ("
                        + wanted
                        + "). It has: "
                        + String.join(", ", names)
                        + ".",
                SourceException.nearest(wanted, names));
    }
}
