package dev.clew.plans.pddl;

import dev.clew.plans.pddl.model.PlanningTask;
import dev.clew.plans.pddl.model.Source;
import dev.clew.plans.pddl.reading.TaskReader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads domains and problems. */
public final class Pddl {
    private Pddl() {}

    /**
     * Reads a domain and a problem from files.
     *
     * @throws PddlError if one of them is not understood
     * @throws IOException if one of them cannot be read
     */
    public static PlanningTask read(Path domain, Path problem) throws IOException {
        return parse(source(domain.toString(), domain), source(problem.toString(), problem));
    }

    /**
     * Reads a domain and a problem from texts.
     *
     * @throws PddlError if one of them is not understood
     */
    public static PlanningTask parse(String domain, String problem) {
        return parse(new Source("domain", domain), new Source("problem", problem));
    }

    /**
     * Reads a domain and a problem from texts with names.
     *
     * @throws PddlError if one of them is not understood
     */
    public static PlanningTask parse(Source domain, Source problem) {
        return TaskReader.read(domain, problem);
    }

    /** The text of a file. Bytes that are not UTF-8, in comments for instance, do no harm. */
    public static Source source(String name, Path file) throws IOException {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
        byte[] bytes = Files.readAllBytes(file);
        return new Source(name, decoder.decode(ByteBuffer.wrap(bytes)).toString());
    }
}
