package dev.clew.rules.machine;

import dev.clew.rules.arithmetic.ArithmeticContext;

import java.util.random.RandomGenerator;

/** Arithmetic as the flags of a database say. */
final class FlagArithmetic implements ArithmeticContext {
    private final Database db;

    FlagArithmetic(Database db) {
        this.db = db;
    }

    @Override
    public boolean iso() {
        return db.flags().is("iso", "true");
    }

    @Override
    public boolean overflowIsInfinity() {
        return db.flags().is("float_overflow", "infinity");
    }

    @Override
    public boolean zeroDivisionIsInfinity() {
        return db.flags().is("float_zero_div", "infinity");
    }

    @Override
    public boolean undefinedIsNan() {
        return db.flags().is("float_undefined", "nan");
    }

    @Override
    public RandomGenerator random() {
        return db.random();
    }
}
