package io.github.pgtwo.client.config;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What {@link ServiceLoader} finds, but for what is broken: one bad jar must not stop all the others. */
final class Discovery {
    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final String OWN_PACKAGE = "io.github.pgtwo.auth";

    private Discovery() {}

    static <S> List<S> of(Class<S> service) {
        List<S> found = new ArrayList<>();
        Iterator<S> services = ServiceLoader.load(service).iterator();
        boolean more = true;
        while (more) {
            more = addNext(services, found);
        }
        return found;
    }

    private static <S> boolean addNext(Iterator<S> services, List<S> found) {
        try {
            boolean more = services.hasNext();
            if (more) {
                found.add(services.next());
            }
            return more;
        } catch (ServiceConfigurationError | LinkageError e) { // such as a class made for a later Java
            LOG.warn("a discovered plug-in cannot be used", e);
            return true;
        }
    }

    /** Whether a plug-in that was found says so; what cannot even do that is broken. */
    static boolean says(Object plugIn, BooleanSupplier question) {
        try {
            return question.getAsBoolean();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("the discovered {} cannot be used", plugIn.getClass().getName(), e);
            return false;
        }
    }

    /** Whether the plug-in belongs to pgtwo. */
    static boolean own(Object plugIn) {
        return plugIn.getClass().getPackageName().equals(OWN_PACKAGE);
    }
}
