package dev.clew.data;

import org.jspecify.annotations.Nullable;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

import javax.sql.DataSource;

/** Connections that tell what was done with them, and that break on demand. */
final class Watched implements DataSource {
    private final Opener opener;
    final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    final List<Object> parameters = Collections.synchronizedList(new ArrayList<>());
    final Set<Object> open = ConcurrentHashMap.newKeySet();
    final AtomicInteger connections = new AtomicInteger();
    final AtomicInteger rows = new AtomicInteger();

    /** After so many rows the connection breaks. */
    volatile int breaksAfter = Integer.MAX_VALUE;

    volatile boolean isDown;

    /** Opens real connections. */
    interface Opener {
        Connection open() throws SQLException;
    }

    Watched(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (isDown) {
            throw new SQLException("Connection refused");
        }
        connections.incrementAndGet();
        return watch(Connection.class, opener.open());
    }

    private <T> T watch(Class<T> type, Object real) {
        open.add(real);
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, args) -> call(real, method, args)));
    }

    private @Nullable Object call(Object real, Method method, Object @Nullable [] args)
            throws Throwable {
        String name = method.getName();
        if (name.equals("prepareStatement") && args != null) {
            statements.add((String) args[0]);
        } else if (name.equals("setObject") && args != null) {
            parameters.add(args[1]);
        } else if (name.equals("close")) {
            open.remove(real);
        } else if (name.equals("next") && rows.incrementAndGet() > breaksAfter) {
            throw new SQLException("The connection broke");
        }
        try {
            Object result = method.invoke(real, args);
            return result instanceof PreparedStatement
                    ? watch(PreparedStatement.class, result)
                    : result instanceof ResultSet && real instanceof PreparedStatement
                            ? watch(ResultSet.class, result)
                            : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
