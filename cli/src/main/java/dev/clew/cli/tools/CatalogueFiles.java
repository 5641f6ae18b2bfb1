package dev.clew.cli.tools;

import dev.clew.cli.commands.CommandLine;
import dev.clew.cli.commands.UsageError;
import dev.clew.plans.pddl.model.Source;
import dev.clew.plans.tools.catalogue.Catalogue;
import dev.clew.plans.tools.reading.CatalogueReader;
import dev.clew.rules.streams.StreamTable;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files that tools are read from. */
final class CatalogueFiles {
    private static final long PATIENCE = 30_000_000_000L;

    private final StreamTable streams;
    private final CommandLine line;

    CatalogueFiles(StreamTable streams, CommandLine line) {
        this.streams = streams;
        this.line = line;
    }

    /** All tools of all files. */
    Catalogue read(List<String> names) {
        CatalogueReader reader =
                new CatalogueReader(
                        Duration.ofNanos(line.nanos("--call-timeout", PATIENCE)),
                        headers(),
                        line.value("--server"));
        for (String name : names) {
            Path file = streams.surroundings().file(name).toPath().toAbsolutePath();
            Path folder = file.getParent();
            reader.add(source(streams, name), folder == null ? file : folder);
        }
        for (String name : line.values("--java")) {
            reader.add(object(name));
        }
        return reader.catalogue();
    }

    /** An object of a class, or the class if it has no constructor for everybody. */
    private Object object(String name) {
        try {
            Class<?> type = Class.forName(name, true, loader());
            for (var constructor : type.getConstructors()) {
                if (constructor.getParameterCount() == 0) {
                    return constructor.newInstance();
                }
            }
            return type;
        } catch (ClassNotFoundException | LinkageError e) {
            throw new UsageError(
                    "There is no class (" + name + ").", "Maybe --class-path target/classes.");
        } catch (ReflectiveOperationException e) {
            throw new UsageError("No object of the class (" + name + ") can be made.", null);
        }
    }

    private ClassLoader loader() {
        List<URL> places = new ArrayList<>();
        String path = line.value("--class-path");
        try {
            for (String part : path == null ? new String[0] : path.split(File.pathSeparator)) {
                places.add(streams.surroundings().file(part).toURI().toURL());
            }
        } catch (MalformedURLException e) {
            throw new UsageError("The class path (" + path + ") is wrong.", null);
        }
        return new URLClassLoader(
                places.toArray(new URL[0]), CatalogueReader.class.getClassLoader());
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String text : line.values("--header")) {
            int colon = text.indexOf(':');
            if (colon < 1) {
                throw new UsageError(
                        "The header (" + text + ") must be NAME: VALUE.",
                        "Maybe --header 'Authorization: Bearer KEY'.");
            }
            headers.put(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
        }
        return headers;
    }

    /** The text of a file. */
    static Source source(StreamTable streams, String name) {
        File file = streams.surroundings().file(name);
        if (!file.isFile()) {
            throw new UsageError("There is no file (" + name + ").", null);
        }
        try {
            return new Source(name, Files.readString(file.toPath()));
        } catch (CharacterCodingException e) {
            throw new UsageError("The file (" + name + ") is not in UTF-8.", null);
        } catch (IOException e) {
            throw new UsageError("The file (" + name + ") cannot be read.", null);
        }
    }
}
