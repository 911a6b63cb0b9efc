package dev.stempel.benchmarks.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What every commit has to wait for, whoever makes it. */
final class Disk {

    private static final int PAGE = 4_096;
    private static final int TIMES = 500;

    private Disk() {}

    /** Microseconds for a page at the end of a file in this folder to be on the disk. */
    static double microseconds(Path folder) throws IOException {
        var file = Files.createTempFile(folder, "page", ".tmp");
        try (var channel = FileChannel.open(file, StandardOpenOption.APPEND)) {
            long start = System.nanoTime();
            for (int i = 0; i < TIMES; i++) {
                channel.write(ByteBuffer.allocate(PAGE));
                channel.force(false);
            }
            return (System.nanoTime() - start) / 1e3 / TIMES;
        } finally {
            Files.delete(file);
        }
    }
}
