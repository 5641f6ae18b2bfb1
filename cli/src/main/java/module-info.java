/** The clew command. */
module dev.clew.cli {
    requires static org.jspecify;
    requires dev.clew.plans;
    requires dev.clew.rules;
    requires dev.clew.studies;
    requires org.jline.reader;
    requires org.jline.terminal;
}
