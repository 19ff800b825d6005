package io.github.pgtwo.console;

import java.util.Set;

/** The types whose values stand at the right of their column. */
final class NumericTypes {
    private static final int INT8 = 20;
    private static final int INT2 = 21;
    private static final int INT4 = 23;
    private static final int OID = 26;
    private static final int XID = 28;
    private static final int CID = 29;
    private static final int FLOAT4 = 700;
    private static final int FLOAT8 = 701;
    private static final int MONEY = 790;
    private static final int NUMERIC = 1700;
    private static final int XID8 = 5069;

    private static final Set<Integer> OIDS =
            Set.of(INT8, INT2, INT4, OID, XID, CID, FLOAT4, FLOAT8, MONEY, NUMERIC, XID8);

    private NumericTypes() {}

    static boolean include(int typeOid) {
        return OIDS.contains(typeOid);
    }
}
