package broadsheet.cli;

import java.util.concurrent.Callable;

/**
 * A command of a module that is not part of every installation: it is there if its jar is on the class path, and the
 * command line finds it as a {@linkplain java.util.ServiceLoader service}. So the stages need not carry what only the demo
 * needs.
 */
public interface AddedCommand extends Callable<Integer> {}
