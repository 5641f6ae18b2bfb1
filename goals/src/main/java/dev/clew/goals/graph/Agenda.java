package dev.clew.goals.graph;

import java.util.Arrays;

/** Numbers with a priority each, the least first: a binary heap that knows where each number is. */
final class Agenda {
    private int[] heap = new int[16];
    private int size;

    // By number: priority, and the place in the heap, increased by 1; 0 if it is not there.
    private double[] cost = new double[16];
    private int[] height = new int[16];
    private int[] place = new int[16];

    boolean isEmpty() {
        return size == 0;
    }

    boolean has(int number) {
        return number < place.length && place[number] > 0;
    }

    /** The number with the least cost and, of equal cost, the least height. */
    int pop() {
        int first = heap[0];
        removeAt(0);
        return first;
    }

    void remove(int number) {
        if (has(number)) {
            removeAt(place[number] - 1);
        }
    }

    private void removeAt(int i) {
        place[heap[i]] = 0;
        int last = heap[--size];
        if (i < size) {
            set(i, last);
            up(i);
            down(place[last] - 1);
        }
    }

    /** Adds a number, or gives it another priority. */
    void put(int number, double c, int h) {
        if (number >= place.length) {
            int length = Math.max(number + 1, GoalGraph.grown(place.length));
            cost = Arrays.copyOf(cost, length);
            height = Arrays.copyOf(height, length);
            place = Arrays.copyOf(place, length);
        }
        cost[number] = c;
        height[number] = h;
        int i = place[number] - 1;
        if (i < 0) {
            if (size == heap.length) {
                heap = Arrays.copyOf(heap, 2 * size);
            }
            i = size++;
            set(i, number);
        }
        up(i);
        down(place[number] - 1);
    }

    private void set(int i, int number) {
        heap[i] = number;
        place[number] = i + 1;
    }

    private void up(int from) {
        int i = from;
        int number = heap[i];
        while (i > 0 && isBefore(number, heap[(i - 1) >> 1])) {
            set(i, heap[(i - 1) >> 1]);
            i = (i - 1) >> 1;
        }
        set(i, number);
    }

    private void down(int from) {
        int i = from;
        int number = heap[i];
        while (2 * i + 1 < size) {
            int child = 2 * i + 1;
            if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], number)) {
                break;
            }
            set(i, heap[child]);
            i = child;
        }
        set(i, number);
    }

    private boolean isBefore(int a, int b) {
        return cost[a] < cost[b] || cost[a] == cost[b] && height[a] < height[b];
    }
}
