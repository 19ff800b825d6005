package io.github.pgtwo.client.session;

import io.github.pgtwo.client.encoding.TextEncoding;
import io.github.pgtwo.client.error.PgUsageException;
import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;
import io.github.pgtwo.client.type.TypeRegistry;
import io.github.pgtwo.client.type.ValueFormat;
import io.github.pgtwo.client.type.ValueType;
import io.github.pgtwo.codec.backend.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns that the rows of one result share, and how their values are read. */
public final class RowType {
    /** No columns. */
    public static final RowType NONE = new RowType(
            List.of(), TypeRegistry.STANDARD, ServerProfile.of(new ServerVersion(604, "none")), TextEncoding.UTF_8);

    private final List<Column> columns;
    private final TypeRegistry types;
    private final ServerProfile profile;
    private final TextEncoding encoding;
    private final ValueFormat[] texts;
    private final ValueFormat[] binaries;
    private final Map<String, Integer> indexes = new HashMap<>();

    RowType(List<Column> columns, TypeRegistry types, ServerProfile profile, TextEncoding encoding) {
        this.columns = columns;
        this.types = types;
        this.profile = profile;
        this.encoding = encoding;
        texts = new ValueFormat[columns.size()];
        binaries = new ValueFormat[columns.size()];
        ValueFormat format = types.format(profile, encoding);
        for (int i = 0; i < columns.size(); i++) {
            indexes.putIfAbsent(name(i), i);
            texts[i] = format.with(columns.get(i).typeOid(), false);
            binaries[i] = format.with(columns.get(i).typeOid(), true);
        }
    }

    /** Whether it was made of just these. */
    @SuppressWarnings("ReferenceEquality") // to compare the columns one by one would take as long as to make it
    boolean isOf(List<Column> others, TypeRegistry otherTypes, ServerProfile otherProfile, TextEncoding otherEncoding) {
        return columns == others && types == otherTypes && profile == otherProfile && encoding == otherEncoding;
    }

    /** How values are to be read. */
    public TextEncoding encoding() {
        return encoding;
    }

    /** What the column is called. */
    public String name(int column) {
        return encoding.decodeLeniently(columns.get(column).name());
    }

    /** The columns in their order. */
    public List<Column> columns() {
        return columns;
    }

    /** What the bytes of a column are. */
    public ValueFormat format(int column, boolean binary) {
        return binary ? binaries[column] : texts[column];
    }

    /** What reads a column, if the application does not say. */
    public ValueType<?> valueType(int column) {
        return types.type(columns.get(column).typeOid());
    }

    /** The first column of that name; names need not be unique. */
    public int indexOf(String name) {
        Integer index = indexes.get(name);
        if (index == null) {
            throw new PgUsageException("the result has no column \"" + name + "\"");
        }
        return index;
    }
}
