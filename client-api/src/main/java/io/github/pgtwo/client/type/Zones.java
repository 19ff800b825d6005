package io.github.pgtwo.client.type;

import io.github.pgtwo.client.profile.ServerTrait;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;

/** What a time zone that is told by its abbreviation, or not at all, is away from UTC. */
final class Zones {
    private static final Set<String> UTC = Set.of("UTC", "GMT", "UCT", "Z");
    private static final int LAST_BEFORE_UNIX_TIME = 1901;
    private static final int END_OF_UNIX_TIME = 2038;

    private Zones() {}

    /** Abbreviations mean different things in different parts of the world, so the session's zone must be stated. */
    static ZoneOffset named(String abbreviation, LocalDateTime local, ValueFormat format) {
        if (UTC.contains(abbreviation)) {
            return ZoneOffset.UTC;
        }
        ZoneId zone = format.sessionZone()
                .orElseThrow(() -> new ValueException("has a time zone by abbreviation only, which does not tell its"
                        + " offset: SET datestyle to ISO, or state the session's by sessionZone(...)"));
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local).stream()
                .filter(offset -> abbreviation.equals(abbreviation(zone, local.toInstant(offset))))
                .toList();
        if (offsets.size() != 1) {
            throw new ValueException("has a time zone that is " + (offsets.isEmpty() ? "not " : "two offsets of ")
                    + zone + " at that time");
        }
        return offsets.get(0);
    }

    private static String abbreviation(ZoneId zone, Instant instant) {
        boolean summer = zone.getRules().isDaylightSavings(instant);
        return TimeZone.getTimeZone(zone).getDisplayName(summer, TimeZone.SHORT, Locale.ENGLISH);
    }

    /** Old servers know zones only while Unix times have 32 bits, and else tell UTC. */
    static ZoneOffset unsaid(LocalDateTime local, ValueFormat format) {
        boolean outside = local.getYear() <= LAST_BEFORE_UNIX_TIME || local.getYear() >= END_OF_UNIX_TIME;
        if (!outside || !format.has(ServerTrait.ZONES_WITHIN_UNIX_TIME)) {
            throw new ValueException("has no time zone");
        }
        return ZoneOffset.UTC;
    }
}
