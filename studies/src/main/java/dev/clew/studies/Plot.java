package dev.clew.studies;

import java.util.ArrayList;
import java.util.List;

/** Lines over a logarithmic axis, written as SVG. */
final class Plot {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 420;
    private static final int LEFT = 60;
    private static final int RIGHT = 200;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;
    private static final String[] COLOURS = {
        "#1b6ca8", "#d1495b", "#2e933c", "#8d5a97", "#c17817", "#3d405b"
    };

    private record Line(String name, double[] x, double[] y) {}

    private final String title;
    private final String across;
    private final String up;
    private final List<Line> lines = new ArrayList<>();

    /** A picture with a title and what its axes mean; upward it goes from 0 to 100. */
    Plot(String title, String across, String up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    /** Adds a line through points, from left to right; all lines have the same places across. */
    void line(String name, double[] x, double[] y) {
        lines.add(new Line(name, x.clone(), y.clone()));
    }

    /** The picture. */
    String svg() {
        StringBuilder out = new StringBuilder();
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"");
        out.append(HEIGHT + "\" font-family=\"sans-serif\" font-size=\"12\">\n");
        out.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
        text(out, WIDTH / 2.0, 20, "middle", title);
        text(out, (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", across);
        text(out, LEFT, TOP - 10, "middle", up);
        axes(out);
        for (int i = 0; i < lines.size(); i++) {
            draw(out, lines.get(i), i);
        }
        return out.append("</svg>\n").toString();
    }

    private void axes(StringBuilder out) {
        for (int value = 0; value <= 100; value += 20) {
            rule(out, LEFT, y(value), WIDTH - RIGHT, y(value));
            text(out, LEFT - 8, y(value) + 4, "end", Integer.toString(value));
        }
        for (double value : lines.getFirst().x()) {
            rule(out, x(value), TOP, x(value), HEIGHT - BOTTOM);
            text(out, x(value), HEIGHT - BOTTOM + 18, "middle", Table.decimals(value, 0));
        }
    }

    private void draw(StringBuilder out, Line line, int number) {
        String colour = COLOURS[number % COLOURS.length];
        out.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"").append(colour);
        out.append(number % 2 == 1 ? "\" stroke-dasharray=\"6 3" : "").append("\" points=\"");
        for (int i = 0; i < line.x().length; i++) {
            out.append(i == 0 ? "" : " ").append(number(x(line.x()[i])));
            out.append(',').append(number(y(line.y()[i])));
        }
        out.append("\"/>\n");
        double height = TOP + 20.0 * number + 10;
        out.append("<rect x=\"").append(WIDTH - RIGHT + 16).append("\" y=\"");
        out.append(number(height - 9)).append("\" width=\"10\" height=\"10\" fill=\"");
        out.append(colour).append("\"/>\n");
        text(out, WIDTH - RIGHT + 32, height, "start", line.name());
    }

    private static void rule(StringBuilder out, double x1, double y1, double x2, double y2) {
        out.append("<path stroke=\"#ddd\" d=\"M").append(number(x1)).append(' ');
        out.append(number(y1)).append('L').append(number(x2)).append(' ').append(number(y2));
        out.append("\"/>\n");
    }

    private static void text(StringBuilder out, double x, double y, String anchor, String text) {
        out.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
        out.append("\" text-anchor=\"").append(anchor).append("\">");
        out.append(text.replace("&", "&amp;").replace("<", "&lt;")).append("</text>\n");
    }

    private double x(double value) {
        double[] all = lines.getFirst().x();
        double share = Math.log(value / all[0]) / Math.log(all[all.length - 1] / all[0]);
        return LEFT + share * (WIDTH - RIGHT - LEFT);
    }

    private static double y(double value) {
        return HEIGHT - BOTTOM - value / 100 * (HEIGHT - BOTTOM - TOP);
    }

    private static String number(double value) {
        return Table.decimals(value, 1);
    }
}
