package dev.stempel.cli;

import dev.stempel.problem.Problem;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Says what is wrong with a file; Java's own messages often have its name alone. */
final class FileTrouble {

    private FileTrouble() {}

    static Problem of(IOException failure) {
        if (failure instanceof FileSystemException file && file.getFile() != null) {
            return Problem.in(file.getFile(), message(file), hint(file));
        }
        return Problem.in(null, "A file cannot be used: " + failure.getMessage() + ".", "Maybe the path is wrong?");
    }

    private static String message(FileSystemException file) {
        if (file instanceof NoSuchFileException) {
            return "There is no such file or folder.";
        }
        return file instanceof AccessDeniedException
                ? "This user may not use it."
                : "It cannot be used: " + Objects.requireNonNullElse(file.getReason(), file.toString()) + ".";
    }

    private static String hint(FileSystemException file) {
        if (file instanceof NoSuchFileException) {
            return "Maybe the path is wrong?";
        }
        return file instanceof AccessDeniedException
                ? "Maybe let this user read it, or write where something is to be written?"
                : "Maybe the path is wrong, or the disk is full?";
    }
}
