package dev.clew.rules;

import dev.clew.rules.machine.Explaining;
import dev.clew.rules.proofs.Explanation;
import dev.clew.rules.syntax.Beginning;
import dev.clew.rules.syntax.Operators;
import dev.clew.rules.syntax.WriteOptions;
import dev.clew.rules.terms.Atom;
import dev.clew.rules.terms.Functor;
import dev.clew.rules.terms.Struct;
import dev.clew.rules.terms.Term;
import dev.clew.rules.terms.Var;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One answer: a value for each variable of the goal. It stays what it is while the search goes on,
 * and may be used by any thread.
 */
public final class Answer {
    private static final int LONGEST = 1_000_000;

    private final List<String> names;
    private final List<Term> values;
    private final Term goal;
    private final List<Term> residual;
    private final Term condition;
    private final Operators operators;
    private final @Nullable Explaining why;

    Answer(
            List<String> names,
            List<Term> values,
            Term goal,
            List<Term> residual,
            Term condition,
            Operators operators) {
        this(names, values, goal, residual, condition, operators, null);
    }

    private Answer(
            List<String> names,
            List<Term> values,
            Term goal,
            List<Term> residual,
            Term condition,
            Operators operators,
            @Nullable Explaining why) {
        this.why = why;
        this.names = names;
        this.values = values;
        this.goal = goal;
        this.residual = residual;
        this.condition = condition;
        this.operators = operators;
    }

    /**
     * The names of the variables in the order of the goal's text. Those that start with {@code _}
     * are not part of the answer.
     */
    public List<String> names() {
        return names;
    }

    /** The values by name, in the order of the goal's text. */
    public Map<String, Term> bindings() {
        Map<String, Term> map = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            map.put(names.get(i), values.get(i));
        }
        return Collections.unmodifiableMap(map);
    }

    /**
     * The goal with the variables of this answer filled in: an instance that follows from the
     * rules, unless it {@linkplain #isUndefined is undefined}.
     */
    public Term goal() {
        return goal;
    }

    /**
     * Why it holds. The forms in which a proof can be written are in {@link
     * dev.clew.rules.proofs.forms}; {@link #whyText} is the one for people.
     *
     * @throws IllegalStateException unless {@link Answers#explained} was called before the search
     */
    public Explanation why() {
        return reasons().explanation();
    }

    private Explaining reasons() {
        Explaining known = why;
        if (known == null) {
            throw new IllegalStateException(
                    "This answer carries no proof.\nMaybe call explained() before the search.");
        }
        return known;
    }

    /**
     * Why it holds, as an indented text: each goal above those that it follows from.
     *
     * @throws IllegalStateException unless {@link Answers#explained} was called before the search
     */
    public String whyText() {
        return String.join("\n", reasons().text(variableNames()));
    }

    Answer because(Explaining reasons) {
        return new Answer(names, values, goal, residual, condition, operators, reasons);
    }

    /** What must still hold for this to be an answer, such as {@code dif(X, a)}; mostly nothing. */
    public List<Term> residual() {
        return residual;
    }

    /**
     * Whether this answer is neither true nor false: tabled predicates that are defined by their
     * own negation leave it open (well-founded semantics).
     */
    public boolean isUndefined() {
        return condition != Atom.TRUE;
    }

    /**
     * What an undefined answer depends on: a conjunction of tabled goals and negated ones, {@code
     * tnot(Goal)}, which are undefined themselves. It is {@code true} for an answer that is true.
     */
    public Term condition() {
        return condition;
    }

    /**
     * The value of a variable: a {@link Var} if this answer holds for any value.
     *
     * @throws IllegalArgumentException if the goal has no such variable
     */
    public Term get(String variable) {
        int i = names.indexOf(variable);
        if (i < 0) {
            throw new IllegalArgumentException(
                    "There is no variable ("
                            + variable
                            + ") in the goal. Its variables are "
                            + names
                            + ".");
        }
        return values.get(i);
    }

    /** The text of an atom or string. */
    public String string(String variable) {
        return as(variable, String.class);
    }

    /** The value of an integer of at most 64 bits. */
    public long integer(String variable) {
        return as(variable, Long.class);
    }

    /** The value of an integer of any size. */
    public BigInteger bigInteger(String variable) {
        return as(variable, BigInteger.class);
    }

    /** The value of a number. */
    public double decimal(String variable) {
        return as(variable, Double.class);
    }

    /**
     * The value of a variable as a Java value; see {@link Mapping}.
     *
     * @throws ConversionException if it does not fit
     */
    public <T> T as(String variable, Class<T> type) {
        @SuppressWarnings("unchecked")
        T value = (T) convert(variable, type);
        return value;
    }

    /**
     * The value of a variable as a list; see {@link Mapping}.
     *
     * @throws ConversionException if it does not fit
     */
    public <T> List<T> list(String variable, Class<T> type) {
        @SuppressWarnings("unchecked")
        List<T> list = (List<T>) convert(variable, new ListOf(type));
        return list;
    }

    private Object convert(String variable, Type type) {
        Term value = get(variable);
        try {
            return Mapping.java(value, type);
        } catch (ConversionException e) {
            throw new ConversionException("Variable " + variable + ": " + e.getMessage());
        }
    }

    /**
     * The whole answer as a Java value. For a record class, each component is the value of the
     * variable of its name ({@code unitPrice} is {@code UnitPrice} or {@code Unit_price}). For any
     * other class, the goal must have a single variable, and this is its value.
     *
     * @throws ConversionException if it does not fit
     */
    public <T> T as(Class<T> type) {
        if (!type.isRecord() || isWhole(type)) {
            if (names.size() != 1) {
                throw new ConversionException(
                        "An answer with "
                                + names.size()
                                + " variables "
                                + names
                                + " cannot be one "
                                + type.getSimpleName()
                                + ".\nMaybe ask for a record with such components.");
            }
            return as(names.get(0), type);
        }
        Shapes.RecordShape shape = Shapes.of(type);
        Object[] components = new Object[shape.names.length];
        for (int i = 0; i < components.length; i++) {
            components[i] = convert(variableFor(shape, i), shape.types[i]);
        }
        return type.cast(shape.make(components));
    }

    /** Whether the single variable of the answer is the record, rather than its only component. */
    private boolean isWhole(Class<?> type) {
        String[] components = Shapes.of(type).names;
        return names.size() == 1 && (components.length == 0 || matching(components[0]) < 0);
    }

    private String variableFor(Shapes.RecordShape shape, int i) {
        int index = matching(shape.names[i]);
        if (index < 0) {
            throw new ConversionException(
                    "The component `"
                            + shape.names[i]
                            + "` of "
                            + shape.type.getSimpleName()
                            + " has no variable of its name among "
                            + names
                            + ".");
        }
        return names.get(index);
    }

    private int matching(String component) {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).replace("_", "").equalsIgnoreCase(component.replace("_", ""))) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The answer as the read-eval-print loop shows it: {@code X = 1, Y = foo(Z)}, or {@code true}.
     * The text of a value is cut off after a million characters and then ends in {@code ...}: a
     * small term can have an endless text. One that is undefined ends in {@code undefined}.
     */
    @Override
    public String toString() {
        WriteOptions options = WriteOptions.writeq();
        options.priority = 699;
        options.spaceArguments = true;
        options.variableNames = variableNames();
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            String text = Beginning.of(operators, options, values.get(i), LONGEST);
            if (!text.equals(names.get(i))) {
                separate(out).append(names.get(i)).append(" = ").append(text);
            }
        }
        options.priority = 999;
        for (Term goal : residual) {
            separate(out).append(Beginning.of(operators, options, goal, LONGEST));
        }
        if (isUndefined()) {
            separate(out).append("undefined");
        }
        return out.isEmpty() ? "true" : out.toString();
    }

    private static StringBuilder separate(StringBuilder out) {
        return out.isEmpty() ? out : out.append(", ");
    }

    /** Unbound variables are called by the first name they have in the goal. */
    private Map<Var, String> variableNames() {
        Map<Var, String> known = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (values.get(i) instanceof Var v) {
                known.putIfAbsent(v, names.get(i));
            }
        }
        return known;
    }

    /** {@code List<T>} for a class T. */
    private record ListOf(Class<?> item) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return new Type[] {item};
        }

        @Override
        public Type getRawType() {
            return List.class;
        }

        @Override
        public Type getOwnerType() {
            return List.class;
        }

        @Override
        public String getTypeName() {
            return "List<" + item.getSimpleName() + ">";
        }
    }

    /** Takes {@code if(answer(Goal, Values), Condition)} apart. */
    static Answer of(List<String> names, Struct copy, List<Term> residual, Operators operators) {
        Struct answer = (Struct) copy.args[0].deref();
        Term[] values = ((Struct) answer.args[1].deref()).args;
        List<Term> derefed = new ArrayList<>(values.length);
        for (Term v : values) {
            derefed.add(v.deref());
        }
        return new Answer(
                names,
                Collections.unmodifiableList(derefed),
                answer.args[0].deref(),
                residual,
                copy.args[1].deref(),
                operators);
    }

    /** {@code answer(Goal, Values)}. */
    static Term pack(Goal goal) {
        Term[] values = goal.variables().toArray(new Term[0]);
        Term row = new Struct(Functor.of("values", values.length), values);
        return Struct.of("answer", goal.term(), row);
    }
}
