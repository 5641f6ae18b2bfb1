package dev.clew.goals.weights;

/** Gaussian elimination with partial pivoting. */
final class LinearSystem {
    private LinearSystem() {}

    /** Solves {@code matrix x = right}; both are overwritten. */
    static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        for (int column = 0; column < n; column++) {
            int pivot = column;
            for (int row = column + 1; row < n; row++) {
                if (Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column])) {
                    pivot = row;
                }
            }
            swap(matrix, right, column, pivot);
            if (matrix[column][column] == 0) {
                throw new ArithmeticException(
                        "The weights of goals that rest on each other are infinite or"
                                + " undetermined.");
            }
            for (int row = column + 1; row < n; row++) {
                double factor = matrix[row][column] / matrix[column][column];
                if (factor != 0) {
                    for (int k = column; k < n; k++) {
                        matrix[row][k] -= factor * matrix[column][k];
                    }
                    right[row] -= factor * right[column];
                }
            }
        }
        double[] x = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double sum = right[row];
            for (int k = row + 1; k < n; k++) {
                sum -= matrix[row][k] * x[k];
            }
            x[row] = sum / matrix[row][row];
        }
        return x;
    }

    private static void swap(double[][] matrix, double[] right, int a, int b) {
        double[] row = matrix[a];
        matrix[a] = matrix[b];
        matrix[b] = row;
        double value = right[a];
        right[a] = right[b];
        right[b] = value;
    }
}
