package dev.clew.rules.conformity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

import java.nio.file.Files;
import java.nio.file.Path;

class PeerTest {
    @Test
    void aSystemThatIsNotInstalledSkipsTheTestVisibly(@TempDir Path folder) throws Exception {
        Path program = Files.writeString(folder.resolve("program.pl"), "p.\n");
        assertThatThrownBy(() -> Peer.output("no-such-prolog", program))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("no-such-prolog is installed");
        assertThat(folder.resolve("no-such-prolog.out")).doesNotExist();
    }
}
