package io.github.pgtwo.client.type;

import java.util.HashMap;
import java.util.Map;

/** The OIDs that have been the same for all releases that have the type. */
final class StandardTypes {
    private static final int BOX_ARRAY = 1020;
    private static final Map<Integer, ValueType<?>> ALL = new HashMap<>();

    static {
        put(16, 1000, Types.BOOL);
        put(21, 1005, Types.INT2);
        put(23, 1007, Types.INT4);
        put(20, 1016, Types.INT8);
        put(26, 1028, Types.OID);
        put(28, 1011, Types.OID);
        put(29, 1012, Types.OID);
        put(700, 1021, Types.FLOAT4);
        put(701, 1022, Types.FLOAT8);
        put(1700, 1231, Types.NUMERIC);
        put(25, 1009, Types.TEXT);
        put(1043, 1015, Types.TEXT);
        put(1042, 1014, Types.TEXT);
        put(19, 1003, Types.TEXT);
        put(114, 199, Types.TEXT);
        put(142, 143, Types.TEXT);
        put(18, 1002, Types.CHAR);
        put(3802, 3807, Types.JSONB);
        put(17, 1001, Types.BYTEA);
        put(1560, 1561, Types.BITS);
        put(1562, 1563, Types.BITS);
        put(2950, 2951, Types.UUID);
        put(869, 1041, Types.INET);
        put(650, 651, Types.INET);
        put(829, 1040, Types.MACADDR);
        put(774, 775, Types.MACADDR);
        put(1082, 1182, Types.DATE);
        put(1083, 1183, Types.TIME);
        put(1266, 1270, Types.TIMETZ);
        put(1114, 1115, Types.TIMESTAMP);
        put(1184, 1185, Types.TIMESTAMPTZ);
        put(702, 1023, Types.ABSTIME);
        put(1186, 1187, Types.INTERVAL);
        ALL.put(1296, Types.ABSTIME);
        ALL.put(BOX_ARRAY, Types.array(Types.TEXT, ';'));
        // as text: point, lseg, path, polygon, line, circle, money, reltime, tid
        for (int array : new int[] {1017, 1018, 1019, 1027, 629, 719, 791, 1024, 1010}) {
            ALL.put(array, Types.TEXT.array());
        }
    }

    private StandardTypes() {}

    private static void put(int oid, int arrayOid, ValueType<?> type) {
        ALL.put(oid, type);
        ALL.put(arrayOid, type.array());
    }

    /** The type for an OID; {@link Types#TEXT} if none is known. */
    static ValueType<?> of(int oid) {
        return ALL.getOrDefault(oid, Types.TEXT);
    }

    static Map<Integer, ValueType<?>> all() {
        return ALL;
    }
}
