package dev.clew.goals;

import java.time.Duration;

/**
 * What a search used.
 *
 * @param expansions how many goals were expanded, each once
 * @param goals how many different goals were met
 * @param steps how many steps were found
 * @param failures how many goals the expander failed on
 * @param calls how many calls of services or models the expander made
 * @param money what they cost
 * @param time how long the search took
 */
public record Used(
        long expansions,
        long goals,
        long steps,
        long failures,
        long calls,
        double money,
        Duration time) {}
