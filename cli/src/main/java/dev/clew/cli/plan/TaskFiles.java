package dev.clew.cli.plan;

import dev.clew.cli.commands.UsageError;
import dev.clew.plans.pddl.Pddl;
import dev.clew.plans.pddl.model.PlanningTask;
import dev.clew.plans.pddl.model.Source;
import dev.clew.rules.streams.PrologStream;
import dev.clew.rules.streams.StreamTable;

import java.io.File;
import java.io.IOException;

/** The files of a planning problem. */
public final class TaskFiles {
    private final StreamTable streams;

    /** Files seen from the working directory of these streams. */
    public TaskFiles(StreamTable streams) {
        this.streams = streams;
    }

    /** The task of a domain and a problem; tells what of it is not regarded. */
    public PlanningTask task(String domain, String problem) {
        PlanningTask task = Pddl.parse(source(domain), source(problem));
        for (String note : task.notes()) {
            say(note);
        }
        return task;
    }

    /** The text of a file. */
    public Source source(String name) {
        File file = streams.surroundings().file(name);
        if (!file.isFile()) {
            throw new UsageError("There is no file (" + name + ").", null);
        }
        try {
            return Pddl.source(name, file.toPath());
        } catch (IOException e) {
            throw new UsageError("The file (" + name + ") cannot be read.", null);
        }
    }

    /** Prints a line on standard error. */
    public void say(String line) {
        streams.userOutput().flush();
        PrologStream error = streams.userError();
        error.write(line + "\n");
        error.flush();
    }
}
