package io.github.pgtwo.examples;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Row;
import io.github.pgtwo.client.type.PgArray;
import io.github.pgtwo.client.type.TypeRegistry;
import io.github.pgtwo.client.type.Types;
import io.github.pgtwo.client.type.ValueException;
import io.github.pgtwo.client.type.ValueType;

/** Reads columns as Java values, one of them by a type of its own; arguments: host, port, user, password, database. */
public final class ReadTypes {
    private static final int POINT_OID = 600;
    private static final String SQL = "select 7, 12.50, date '2001-02-03', array[1, null], timestamp 'infinity',"
            + " interval '1 day 2 hours', point '(1,2)'";

    private ReadTypes() {}

    /** What a point is in this program. */
    record Point(double x, double y) {
        static Point parse(String text) {
            String[] parts = text.split("[(),]", -1);
            if (parts.length != 4) {
                throw new ValueException("is no point");
            }
            return new Point(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
        }
    }

    /** Prints a line for each column. */
    public static void main(String[] args) {
        // types.md: begin
        ValueType<Point> points = Types.TEXT.map(Point::parse);
        TypeRegistry types = TypeRegistry.builder().put(POINT_OID, points).build();
        try (PgConnection connection = Arguments.client(args).withTypes(types).connect()) {
            for (Row row : connection.query(SQL).rows()) {
                System.out.println(row.getInt(0) + 1); // an int, straight from the bytes
                System.out.println(row.get(1, Types.NUMERIC)); // a BigDecimal; null if the column is NULL
                System.out.println(row.object(2)); // by the column's type: here a LocalDate
                PgArray<Integer> array = row.get(3, Types.INT4.array());
                System.out.println(array == null ? "none" : array.elements());
                System.out.println(row.get(4, Types.TIMESTAMP_OR_INFINITY));
                System.out.println(row.object(5)); // a PgInterval
                System.out.println(row.object(6)); // a Point, as the registry says
            }
        }
        // types.md: end
    }
}
