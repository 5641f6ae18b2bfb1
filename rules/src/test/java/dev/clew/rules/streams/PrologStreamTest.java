package dev.clew.rules.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clew.rules.terms.PrologError;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

class PrologStreamTest {
    @TempDir Path directory;

    private static String rest(PrologStream s) {
        StringBuilder text = new StringBuilder();
        for (int c = s.read(); c >= 0; c = s.read()) {
            text.appendCodePoint(c);
        }
        return text.toString();
    }

    private static PrologStream bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return PrologStream.input(bytes);
    }

    /** Delivers one byte at a time, so that every character is cut. */
    private static InputStream trickling(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 1));
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "UTF8, UTF-8",
        "UTF16BE, UTF-16BE",
        "UTF16LE, UTF-16LE",
        "LATIN1, ISO-8859-1",
        "ASCII, US-ASCII"
    })
    void encodesAndDecodesLikeJava(Encoding encoding, String charset) throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(200); i > 0; i--) {
                int c = random.nextInt(random.nextBoolean() ? 128 : encoding.maximum + 1);
                text.appendCodePoint(c >= 0xd800 && c <= 0xdfff ? 'x' : c);
            }
            byte[] bytes = text.toString().getBytes(Charset.forName(charset));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PrologStream writing = PrologStream.output(Devices.of(out)).encoding(encoding);
            writing.write(text.toString());
            writing.close();
            assertThat(out.toByteArray()).isEqualTo(bytes);
            PrologStream reading =
                    PrologStream.input(Devices.of(trickling(bytes))).encoding(encoding);
            assertThat(rest(reading)).isEqualTo(text.toString());
        }
    }

    @Test
    void readersAndWritersKeepPairsTogether() {
        String text = "a\uD83D\uDE00b".repeat(3000);
        assertThat(rest(PrologStream.input(Devices.of(new StringReader(text))))).isEqualTo(text);
        StringWriter writer = new StringWriter();
        PrologStream out = PrologStream.output(Devices.of(writer));
        for (int i = 0; i < text.length(); i += 3) {
            out.write(text.substring(i, Math.min(i + 3, text.length())));
        }
        out.close();
        assertThat(writer.toString()).hasSize(text.length());
    }

    @Test
    void invalidBytesAreRepresentationErrorsAndReadingGoesOn() {
        PrologStream s = bytes('a', 0xff, 'b', 0xc3, 'c', 0xe2, 0x82);
        assertThat(s.read()).isEqualTo('a');
        assertThatThrownBy(s::peek).isInstanceOf(PrologError.class);
        assertThatThrownBy(s::read)
                .isInstanceOf(PrologError.class)
                .hasMessageContaining("representation_error(character)");
        assertThat(s.read()).isEqualTo('b');
        assertThatThrownBy(s::read).isInstanceOf(PrologError.class);
        assertThat(s.read()).isEqualTo('c');
        assertThatThrownBy(s::read).isInstanceOf(PrologError.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0 80", "ed a0 80", "f4 90 80 80", "e0 80 80", "f8 88 80 80 80"})
    void longFormsAndSurrogatesAreInvalid(String hex) {
        String[] parts = hex.split(" ");
        int[] values = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = Integer.parseInt(parts[i], 16);
        }
        assertThatThrownBy(bytes(values)::read).isInstanceOf(PrologError.class);
    }

    @Test
    void charactersThatTheEncodingLacksAreEscaped() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrologStream s = PrologStream.output(Devices.of(out)).encoding(Encoding.ASCII);
        s.write("a\u00e9\u4e2d");
        s.close();
        assertThat(out.toString(StandardCharsets.US_ASCII)).isEqualTo("a\\xe9\\\\x4e2d\\");
    }

    @Test
    void countsCharactersLinesColumnsAndBytes() {
        PrologStream s = PrologStream.input("\u00e9b\n\tc\r\bd");
        int[][] expected = {
            {1, 1, 1, 2},
            {2, 1, 2, 3},
            {3, 2, 0, 4},
            {4, 2, 8, 5},
            {5, 2, 9, 6},
            {6, 2, 0, 7},
            {7, 2, 0, 8},
            {8, 2, 1, 9}
        };
        for (int[] at : expected) {
            s.read();
            assertThat(s.offset()).isEqualTo(at[0]);
            assertThat(s.line()).isEqualTo(at[1]);
            assertThat(s.column()).isEqualTo(at[2]);
            assertThat(s.byteCount()).isEqualTo(at[3]);
        }
        s.read();
        assertThat(s.offset()).isEqualTo(8);
    }

    @Test
    void outputCountsAsInputDoes() {
        PrologStream s = PrologStream.memory();
        s.write("a\tb\n\u00e9");
        assertThat(s.line()).isEqualTo(2);
        assertThat(s.column()).isEqualTo(1);
        assertThat(s.offset()).isEqualTo(5);
        assertThat(s.byteCount()).isEqualTo(6);
    }

    @Test
    void peekingConsumesNothing() {
        PrologStream s =
                PrologStream.input(
                        Devices.of(trickling("xyz\u20acw".getBytes(StandardCharsets.UTF_8))));
        assertThat(s.peekText(4)).isEqualTo("xyz\u20ac");
        assertThat(s.peek()).isEqualTo('x');
        assertThat(s.offset()).isZero();
        assertThat(s.byteCount()).isZero();
        assertThat(rest(s)).isEqualTo("xyz\u20acw");
        assertThat(s.peekText(3)).isEmpty();
    }

    @Test
    void peekingFarBeyondTheBuffer() {
        String text = "0123456789".repeat(5000);
        PrologStream s = PrologStream.input(Devices.of(new StringReader(text)));
        s.read();
        assertThat(s.peekText(40_000)).isEqualTo(text.substring(1, 40_001));
        assertThat(rest(s)).isEqualTo(text.substring(1));
    }

    @Test
    void dosLinesEndInReturnAndLineFeed() {
        PrologStream in = PrologStream.input("a\r\nb\rc\r\n").newline(Newline.DOS);
        assertThat(in.read()).isEqualTo('a');
        assertThat(in.peek()).isEqualTo('\n');
        assertThat(rest(in)).isEqualTo("\nb\rc\n");
        PrologStream out = PrologStream.memory().newline(Newline.DOS);
        out.write("a\nb");
        out.put('\n');
        assertThat(out.text()).isEqualTo("a\r\nb\r\n");
    }

    @Test
    void theEndIsReachedBeforeItIsRead() {
        PrologStream s = PrologStream.input("a").eofAction(EofAction.ERROR);
        assertThat(s.endOfStream()).isEqualTo(EndOfStream.NOT);
        s.read();
        assertThat(s.endOfStream()).isEqualTo(EndOfStream.AT);
        assertThat(s.peek()).isEqualTo(-1);
        assertThat(s.endOfStream()).isEqualTo(EndOfStream.AT);
        assertThat(s.read()).isEqualTo(-1);
        assertThat(s.endOfStream()).isEqualTo(EndOfStream.PAST);
        assertThatThrownBy(s::read).hasMessageContaining("past_end_of_stream");
        assertThatThrownBy(s::peek).hasMessageContaining("past_end_of_stream");
        assertThat(s.atEnd()).isTrue();
    }

    @Test
    void eofCodeDeliversTheEndAgain() {
        PrologStream s = PrologStream.input("");
        assertThat(s.read()).isEqualTo(-1);
        assertThat(s.read()).isEqualTo(-1);
        assertThat(s.endOfStream()).isEqualTo(EndOfStream.PAST);
    }

    @Test
    void resetReadsWhatHasComeSince() {
        byte[][] pieces = {{'a'}, {}, {'b'}};
        int[] next = {0};
        Device growing =
                new Device() {
                    @Override
                    public int read(byte[] into, int from, int length) {
                        byte[] piece = pieces[Math.min(next[0]++, pieces.length - 1)];
                        System.arraycopy(piece, 0, into, from, piece.length);
                        return piece.length == 0 ? -1 : piece.length;
                    }
                };
        PrologStream s = PrologStream.input(growing).eofAction(EofAction.RESET);
        assertThat(s.read()).isEqualTo('a');
        assertThat(s.peek()).isEqualTo(-1);
        assertThat(s.read()).isEqualTo(-1);
        assertThat(s.read()).isEqualTo('b');
    }

    @Test
    void filesAreWrittenAppendedUpdatedAndRepositioned() throws IOException {
        String path = directory.resolve("f.txt").toString();
        writeFile(path, Mode.WRITE, "hello\nworld\n");
        writeFile(path, Mode.APPEND, "again\n");
        writeFile(path, Mode.UPDATE, "J");
        assertThat(Files.readString(Path.of(path))).isEqualTo("Jello\nworld\nagain\n");
        PrologStream s = PrologStream.file(path, Mode.READ);
        for (int i = 0; i < 8; i++) {
            s.read();
        }
        long offset = s.offset();
        long bytes = s.byteCount();
        assertThat(rest(s)).isEqualTo("rld\nagain\n");
        s.reposition(offset, 2, 2, bytes);
        assertThat(s.endOfStream()).isEqualTo(EndOfStream.NOT);
        assertThat(rest(s)).isEqualTo("rld\nagain\n");
        assertThat(s.line()).isEqualTo(4);
        s.close();
        assertThatThrownBy(s::read).hasMessageContaining("existence_error");
    }

    private static void writeFile(String path, Mode mode, String text) throws IOException {
        PrologStream s = PrologStream.file(path, mode);
        s.write(text);
        s.close();
    }

    @ParameterizedTest
    @CsvSource({"efbbbf, UTF8", "feff, UTF16BE", "fffe, UTF16LE", "6162, LATIN1"})
    void byteOrderMarksTellTheEncoding(String start, Encoding encoding) {
        byte[] bytes = new byte[start.length() / 2];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(start.substring(2 * i, 2 * i + 2), 16);
        }
        PrologStream s = PrologStream.input(bytes).encoding(Encoding.LATIN1);
        s.detectBom();
        assertThat(s.encoding()).isEqualTo(encoding);
        assertThat(s.hasBom()).isEqualTo(encoding != Encoding.LATIN1);
    }

    @Test
    void bufferingDecidesWhenBytesAreHandedOn() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrologStream s = PrologStream.output(Devices.of(out));
        s.write("a\n");
        assertThat(out.size()).isZero();
        s.flush();
        assertThat(out.size()).isEqualTo(2);
        s.buffering(Buffering.LINE).write("bc");
        assertThat(out.size()).isEqualTo(2);
        s.put('\n');
        assertThat(out.size()).isEqualTo(5);
        s.buffering(Buffering.NONE).write("d");
        assertThat(out.size()).isEqualTo(6);
    }

    @Test
    void bytesAreReadAndPeeked() {
        PrologStream s = bytes(0, 255, 10).binary(true);
        assertThat(s.peekByte()).isZero();
        assertThat(s.readByte()).isZero();
        assertThat(s.readByte()).isEqualTo(255);
        assertThat(s.readByte()).isEqualTo(10);
        assertThat(s.peekByte()).isEqualTo(-1);
        assertThat(s.readByte()).isEqualTo(-1);
    }

    @Test
    void textsWrittenByManyThreadsStayWhole() throws InterruptedException {
        PrologStream s = PrologStream.memory();
        Thread[] threads = new Thread[4];
        for (int t = 0; t < threads.length; t++) {
            String line = Character.toString('a' + t).repeat(20) + "\n";
            threads[t] =
                    new Thread(() -> {
                        for (int i = 0; i < 500; i++) {
                            s.write(line);
                        }
                    });
            threads[t].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(s.text().lines()).hasSize(2000).allMatch(l -> l.matches("(.)\\1{19}"));
    }
}
