package broadsheet.cli;

import broadsheet.runtime.settings.SettingsException;
import broadsheet.runtime.settings.StartupException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;

/**
 * How a command failed that a person can do something about.
 *
 * @param code 1 failed, 2 usage
 * @param lines what to say, each thing once
 */
record Failure(int code, List<String> lines) {

    static final int FAILED = 1;
    static final int USAGE = 2;

    /** What it is; empty if it is a fault of our own. */
    static Optional<Failure> of(Exception problem) {
        if (problem instanceof SettingsException settings) {
            return Optional.of(
                    new Failure(USAGE, settings.mistakes().stream().distinct().toList()));
        }
        if (problem instanceof UsageException) {
            return Optional.of(new Failure(USAGE, List.of(said(problem))));
        }
        if (problem instanceof UncheckedIOException unchecked) {
            return Optional.of(new Failure(FAILED, List.of(unchecked(unchecked))));
        }
        if (problem instanceof IOException file) {
            return Optional.of(new Failure(FAILED, List.of(why(file))));
        }
        return problem instanceof StartupException
                        || problem instanceof KafkaException
                        || problem instanceof IllegalArgumentException
                ? Optional.of(new Failure(FAILED, List.of(said(problem))))
                : Optional.empty();
    }

    private static String said(Exception problem) {
        return Optional.ofNullable(problem.getMessage())
                .orElse(problem.getClass().getSimpleName());
    }

    private static String unchecked(UncheckedIOException problem) {
        IOException cause = Objects.requireNonNull(problem.getCause(), "its constructors ask for one");
        // One that was wrapped as it was has the cause's own words for a message.
        boolean isBare = said(problem).equals(String.valueOf(cause));
        return isBare ? why(cause) : said(problem) + ": " + why(cause);
    }

    /** Java says of a file that it cannot use no more than its name. */
    static String why(IOException problem) {
        if (problem instanceof FileSystemException file) {
            String reason = file instanceof NoSuchFileException
                    ? "no such file or directory"
                    : file instanceof AccessDeniedException
                            ? "permission denied"
                            : file instanceof NotDirectoryException
                                    ? "not a directory"
                                    : file instanceof FileAlreadyExistsException
                                            ? "is there already"
                                            : Optional.ofNullable(file.getReason())
                                                    .orElse(file.getClass().getSimpleName());
            return file.getFile() + ": " + reason;
        }
        if (problem instanceof CharacterCodingException) {
            return "not UTF-8 (" + said(problem) + ")";
        }
        return said(problem);
    }
}
