import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The loop to compare with: which nodes each of the first nodes of a graph reaches, over arrays.
 */
public final class Reach {
    public static void main(String[] args) throws IOException {
        int[] from = new int[16];
        int[] to = new int[16];
        int edges = 0;
        int nodes = 0;
        try (BufferedReader in = Files.newBufferedReader(Path.of(args[0]))) {
            for (String line; (line = in.readLine()) != null; ) {
                if (line.startsWith("edge(")) {
                    int comma = line.indexOf(',');
                    if (edges == from.length) {
                        from = Arrays.copyOf(from, 2 * edges);
                        to = Arrays.copyOf(to, 2 * edges);
                    }
                    from[edges] = Integer.parseInt(line, 5, comma, 10);
                    to[edges] = Integer.parseInt(line, comma + 2, line.indexOf(')'), 10);
                    nodes = Math.max(nodes, Math.max(from[edges], to[edges]) + 1);
                    edges++;
                }
            }
        }
        int sources = Integer.parseInt(args[1]);
        int[] start = new int[nodes + 1];
        int[] target = new int[edges];
        if (sources > 0) {
            sort(from, to, edges, start, target);
        }
        long found = 0;
        for (int s = 1; s <= sources; s++) {
            found += reach(s, start, target, nodes);
        }
        System.out.println(found);
    }

    private static void sort(int[] from, int[] to, int edges, int[] start, int[] target) {
        for (int e = 0; e < edges; e++) {
            start[from[e] + 1]++;
        }
        for (int n = 1; n < start.length; n++) {
            start[n] += start[n - 1];
        }
        int[] next = start.clone();
        for (int e = 0; e < edges; e++) {
            target[next[from[e]]++] = to[e];
        }
    }

    private static int reach(int source, int[] start, int[] target, int nodes) {
        boolean[] seen = new boolean[nodes];
        int[] queue = new int[nodes];
        int end = 0;
        int node = source;
        for (int i = 0; ; i++) {
            for (int e = start[node]; e < start[node + 1]; e++) {
                int t = target[e];
                if (!seen[t]) {
                    seen[t] = true;
                    queue[end++] = t;
                }
            }
            if (i == end) {
                return end;
            }
            node = queue[i];
        }
    }
}
