package broadsheet.runtime.settings;

import java.util.List;

/** The settings are wrong; the message names every mistake, one a line. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> mistakes;

    SettingsException(List<String> mistakes) {
        super(String.join(System.lineSeparator(), mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    /** The mistakes, each a sentence with the setting's name and value. */
    public List<String> mistakes() {
        return mistakes;
    }
}
