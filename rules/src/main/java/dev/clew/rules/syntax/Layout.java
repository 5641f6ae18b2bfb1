package dev.clew.rules.syntax;

import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Cons;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Int;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;

import java.util.Arrays;

/**
 * Keeps the position of the term that the {@link Parser} has just completed, in SWI-Prolog's form.
 */
final class Layout {
    private static final Functor TEXT = Functor.of("string_position", 2);
    private static final Functor COMPOUND = Functor.of("term_position", 5);
    private static final Functor LIST = Functor.of("list_position", 4);
    private static final Functor BRACES = Functor.of("brace_term_position", 3);
    private static final Functor PARENTHESES = Functor.of("parentheses_term_position", 3);
    private static final Atom NONE = Atom.of("none");

    /** Where the complete term starts. */
    long from;

    private long to;
    private Term position = NONE;
    private Term[] items = new Term[32];

    Layout(Lexer lexer) {
        this.from = lexer.start;
    }

    Term position() {
        return position;
    }

    private void set(long start, long end, Functor functor, Term... arguments) {
        from = start;
        to = end;
        position = Struct.of(functor, arguments);
    }

    void simple(long start, long end) {
        set(start, end, Functor.PAIR, Int.of(start), Int.of(end));
    }

    void text(long start, long end) {
        set(start, end, TEXT, Int.of(start), Int.of(end));
    }

    void parentheses(long start, long end) {
        set(start, end, PARENTHESES, Int.of(start), Int.of(end), position);
    }

    void braces(long start, long end) {
        set(start, end, BRACES, Int.of(start), Int.of(end), position);
    }

    private void compound(long start, long end, long nameFrom, long nameTo, Term arguments) {
        set(
                start,
                end,
                COMPOUND,
                Int.of(start),
                Int.of(end),
                Int.of(nameFrom),
                Int.of(nameTo),
                arguments);
    }

    void prefix(Frame f) {
        compound(f.from, to, f.nameFrom, f.nameTo, new Cons(position, Atom.NIL));
    }

    void infix(Frame f) {
        Term left = f.leftPosition == null ? NONE : f.leftPosition;
        compound(f.from, to, f.nameFrom, f.nameTo, new Cons(left, new Cons(position, Atom.NIL)));
    }

    void postfix(long nameFrom, long nameTo) {
        compound(from, nameTo, nameFrom, nameTo, new Cons(position, Atom.NIL));
    }

    void addItem(int index) {
        if (index >= items.length) {
            items = Arrays.copyOf(items, Math.max(index + 1, items.length * 2));
        }
        items[index] = position;
    }

    private Term items(int base, int count) {
        Term list = Atom.NIL;
        for (int i = count - 1; i >= base; i--) {
            list = new Cons(items[i], list);
        }
        return list;
    }

    void compound(Frame f, long end, int count) {
        compound(f.from, end, f.nameFrom, f.nameTo, items(f.base, count));
    }

    void list(Frame f, long end, int count) {
        Term tail = f.kind == Frame.TAIL ? position : NONE;
        set(f.from, end, LIST, Int.of(f.from), Int.of(end), items(f.base, count), tail);
    }
}
