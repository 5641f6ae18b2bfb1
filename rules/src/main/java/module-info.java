/** The rule language: ISO Prolog for the JVM. */
module dev.clew.rules {
    requires static org.jspecify;
    requires dev.clew.goals;
    requires java.management;

    exports dev.clew.rules;
    exports dev.clew.rules.checking;
    exports dev.clew.rules.proofs;
    exports dev.clew.rules.proofs.forms;
    exports dev.clew.rules.sources;
    exports dev.clew.rules.terms;
    exports dev.clew.rules.json to
            dev.clew.cli;
    exports dev.clew.rules.machine to
            dev.clew.cli;
    exports dev.clew.rules.syntax to
            dev.clew.cli;
    exports dev.clew.rules.streams to
            dev.clew.cli;
    exports dev.clew.rules.builtins to
            dev.clew.cli;

    uses dev.clew.rules.sources.SourceKind;
}
