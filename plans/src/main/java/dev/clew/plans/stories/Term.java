package dev.clew.plans.stories;

/** What facts are made of. */
public sealed interface Term permits Variable, Fact {}
