package dev.clew.data.databases;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the driver for a URL: among those of the process, then on a class path of its own. */
final class Drivers {
    private Drivers() {}

    static @Nullable Driver find(String url, String classPath) {
        Driver known = accepting(url, DriverManager.getDrivers().asIterator());
        if (known == null) {
            known = accepting(url, services(ServiceLoader.load(Driver.class)));
        }
        return known != null || classPath.isBlank()
                ? known
                : accepting(url, services(ServiceLoader.load(Driver.class, loader(classPath))));
    }

    private static @Nullable Driver accepting(String url, Iterator<Driver> drivers) {
        while (drivers.hasNext()) {
            Driver driver = drivers.next();
            try {
                if (driver.acceptsURL(url)) {
                    return driver;
                }
            } catch (SQLException e) {
                // Then it is not for this driver.
            }
        }
        return null;
    }

    /** Those drivers that can be loaded. */
    private static Iterator<Driver> services(ServiceLoader<Driver> loader) {
        List<Driver> found = new ArrayList<>();
        Iterator<Driver> all = loader.iterator();
        while (true) {
            try {
                if (!all.hasNext()) {
                    return found.iterator();
                }
                found.add(all.next());
            } catch (ServiceConfigurationError e) {
                // Another one may do.
            }
        }
    }

    /**
     * A loader for a class path such as {@code a.jar:lib/*}. It is never closed, since the driver
     * may need a class at any time.
     */
    private static ClassLoader loader(String classPath) {
        List<URL> urls = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            if (entry.endsWith("*")) {
                File[] jars = new File(entry.substring(0, entry.length() - 1)).listFiles();
                for (File jar : jars == null ? new File[0] : jars) {
                    if (jar.getName().endsWith(".jar")) {
                        add(urls, jar);
                    }
                }
            } else if (!entry.isBlank()) {
                add(urls, new File(entry));
            }
        }
        return new URLClassLoader(
                "drivers", urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
    }

    private static void add(List<URL> urls, File file) {
        try {
            urls.add(file.toURI().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
