package dev.clew.rules.datalog;

/**
 * Integer arithmetic over registers, in postfix. What needs more than 64 bits, or is an error, is
 * {@link Unsuited}.
 */
public final class Expression {
    /** The operations; {@code PUSH} takes a register, {@code VALUE} an integer. */
    public enum Op {
        PUSH,
        VALUE,
        ADD,
        SUBTRACT,
        MULTIPLY,
        DIVIDE,
        TRUNCATE,
        MODULO,
        REMAINDER,
        MINIMUM,
        MAXIMUM,
        NEGATE,
        MAGNITUDE,
        AND,
        OR
    }

    private final Op[] operations;
    private final long[] operands;
    private final int depth;

    /** From operations in postfix order and, beside each, its register or integer. */
    public Expression(Op[] operations, long[] operands) {
        this.operations = operations;
        this.operands = operands;
        int height = 0;
        int highest = 0;
        for (Op op : operations) {
            height += op == Op.PUSH || op == Op.VALUE ? 1 : isUnary(op) ? 0 : -1;
            highest = Math.max(highest, height);
        }
        this.depth = highest;
    }

    private static boolean isUnary(Op op) {
        return op == Op.NEGATE || op == Op.MAGNITUDE;
    }

    /** The registers that it reads. */
    int[] reads() {
        int n = 0;
        int[] found = new int[operations.length];
        for (int i = 0; i < operations.length; i++) {
            if (operations[i] == Op.PUSH) {
                found[n++] = (int) operands[i];
            }
        }
        return java.util.Arrays.copyOf(found, n);
    }

    int depth() {
        return depth;
    }

    /** Its value; {@code stack} has room for {@link #depth} values. */
    long evaluate(int[] registers, long[] stack, Numbers numbers) {
        int top = 0;
        for (int i = 0; i < operations.length; i++) {
            Op op = operations[i];
            if (op == Op.PUSH) {
                int code = registers[(int) operands[i]];
                stack[top++] = code >= 0 ? code : numbers.valueOf(code);
            } else if (op == Op.VALUE) {
                stack[top++] = operands[i];
            } else if (isUnary(op)) {
                stack[top - 1] = apply(op, stack[top - 1]);
            } else {
                top--;
                stack[top - 1] = apply(op, stack[top - 1], stack[top]);
            }
        }
        return stack[0];
    }

    private static long apply(Op op, long x) {
        return op == Op.MAGNITUDE && x >= 0 ? x : exact(Op.SUBTRACT, 0, x);
    }

    private static long apply(Op op, long x, long y) {
        switch (op) {
            case MINIMUM:
                return Math.min(x, y);
            case MAXIMUM:
                return Math.max(x, y);
            case AND:
                return x & y;
            case OR:
                return x | y;
            default:
                return exact(op, x, y);
        }
    }

    private static long exact(Op op, long x, long y) {
        try {
            switch (op) {
                case ADD:
                    return Math.addExact(x, y);
                case SUBTRACT:
                    return Math.subtractExact(x, y);
                case MULTIPLY:
                    return Math.multiplyExact(x, y);
                case TRUNCATE:
                    return Math.divideExact(x, y);
                case MODULO:
                    return Math.floorMod(x, y);
                case REMAINDER:
                    return x % y;
                case DIVIDE:
                    if (x % y == 0) {
                        return Math.divideExact(x, y);
                    }
                    throw new Unsuited("a quotient is no integer");
                default:
                    throw new Unsuited("operation");
            }
        } catch (ArithmeticException e) {
            throw new Unsuited("arithmetic");
        }
    }
}
