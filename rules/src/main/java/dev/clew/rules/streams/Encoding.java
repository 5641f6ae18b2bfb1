package dev.clew.rules.streams;

import org.jspecify.annotations.Nullable;

/** How the characters of a text stream are written as bytes. */
public enum Encoding {
    /** Bytes are characters 0 to 255, with no further meaning. */
    OCTET("octet", 255, true),
    /** US-ASCII. */
    ASCII("ascii", 127, true),
    /** ISO 8859-1. */
    LATIN1("iso_latin_1", 255, true),
    /** UTF-8. */
    UTF8("utf8", Character.MAX_CODE_POINT, true),
    /** UTF-16, high byte first. */
    UTF16BE("utf16be", Character.MAX_CODE_POINT, false),
    /** UTF-16, low byte first. */
    UTF16LE("utf16le", Character.MAX_CODE_POINT, false);

    /** The name of the encoding in rules. */
    public final String prologName;

    /** The largest character that can be written. */
    final int maximum;

    /** Whether bytes below 128 stand for themselves. */
    final boolean extendsAscii;

    Encoding(String prologName, int maximum, boolean extendsAscii) {
        this.prologName = prologName;
        this.maximum = maximum;
        this.extendsAscii = extendsAscii;
    }

    /** The encoding called {@code name} in rules, or null. */
    public static @Nullable Encoding of(String name) {
        for (Encoding e : values()) {
            if (e.prologName.equals(name)) {
                return e;
            }
        }
        switch (name) {
            case "us_ascii", "US-ASCII":
                return ASCII;
            case "text", "UTF-8", "utf_8":
                return UTF8;
            case "iso_8859_1", "ISO-8859-1", "latin_1":
                return LATIN1;
            case "unicode_be", "UTF-16BE", "utf16", "UTF-16":
                return UTF16BE;
            case "unicode_le", "UTF-16LE":
                return UTF16LE;
            default:
                return null;
        }
    }
}
