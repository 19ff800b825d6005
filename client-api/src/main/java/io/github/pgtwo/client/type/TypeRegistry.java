package io.github.pgtwo.client.type;

import io.github.pgtwo.client.encoding.TextEncoding;
import io.github.pgtwo.client.profile.ServerProfile;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which type reads which column, by the OID that the server announces: those of {@link Types} and what an application
 * adds. Types come from the application alone, never from what a server says. Immutable.
 */
public final class TypeRegistry {
    /** Those of {@link Types}. */
    public static final TypeRegistry STANDARD = builder().build();

    /** What was added: the others are made when the first one is wanted. */
    private final Map<Integer, ValueType<?>> types;

    private final @Nullable ZoneId sessionZone;

    private TypeRegistry(Builder builder) {
        types = Map.copyOf(builder.types);
        sessionZone = builder.sessionZone;
    }

    /** To begin with the types of {@link Types}. */
    public static Builder builder() {
        return new Builder();
    }

    /** The type for an OID, an unsigned number; {@link Types#TEXT} if none is known. */
    public ValueType<?> type(int oid) {
        ValueType<?> added = types.get(oid);
        return added == null ? StandardTypes.of(oid) : added;
    }

    /** How values from a server look, apart from their type. */
    public ValueFormat format(ServerProfile profile, TextEncoding encoding) {
        ValueFormat format = ValueFormat.of(profile, encoding);
        return sessionZone == null ? format : format.withSessionZone(sessionZone);
    }

    /** Collects types. Not thread-safe. */
    public static final class Builder {
        private final Map<Integer, ValueType<?>> types = new HashMap<>();
        private @Nullable ZoneId sessionZone;

        private Builder() {}

        /** Reads columns of the type with this OID, an unsigned number, in this way; the last word on an OID counts. */
        public Builder put(int oid, ValueType<?> type) {
            types.put(oid, type);
            return this;
        }

        /**
         * States the setting {@code TimeZone} of sessions. Only timestamps in other DateStyles than ISO need it: they
         * have abbreviations in place of offsets.
         */
        public Builder sessionZone(ZoneId zone) {
            sessionZone = zone;
            return this;
        }

        /** What has been collected. */
        public TypeRegistry build() {
            return new TypeRegistry(this);
        }
    }
}
