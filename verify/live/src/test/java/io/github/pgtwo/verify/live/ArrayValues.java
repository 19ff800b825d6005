package io.github.pgtwo.verify.live;

import io.github.pgtwo.client.type.PgArray;
import io.github.pgtwo.verify.live.ValueCase.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Arrays of values: nested, with NULLs, and with lower bounds. */
final class ArrayValues {
    private ArrayValues() {}

    /** Arrays of what another case is about. */
    static <T> ValueCase<PgArray<T>> of(ValueCase<T> element) {
        return new ValueCase<>(
                element.sqlType() + "[]",
                element.type().array(),
                List.of(new Sample<>("{}", new PgArray<>(List.of(), List.of()))),
                random -> array(element, random),
                element.since(),
                element.until());
    }

    private static <T> Sample<PgArray<T>> array(ValueCase<T> element, Random random) {
        List<PgArray.Dimension> dimensions = new ArrayList<>();
        int room = 1;
        boolean bounds = random.nextBoolean();
        for (int i = random.nextInt(3); i >= 0; i--) {
            dimensions.add(new PgArray.Dimension(bounds ? random.nextInt(5) - 2 : 1, 1 + random.nextInt(3)));
            room *= dimensions.get(dimensions.size() - 1).length();
        }
        List<Sample<T>> samples = new ArrayList<>();
        for (int i = 0; i < room; i++) {
            boolean edge = random.nextBoolean() && !element.edges().isEmpty();
            Sample<T> sample = edge
                    ? element.edges().get(random.nextInt(element.edges().size()))
                    : element.more().apply(random);
            samples.add(random.nextInt(4) == 0 ? null : sample);
        }
        List<T> values = samples.stream()
                .map(sample -> sample == null ? null : sample.value())
                .collect(Collectors.toCollection(ArrayList::new));
        return new Sample<>(text(dimensions, samples), new PgArray<>(dimensions, values));
    }

    private static <T> String text(List<PgArray.Dimension> dimensions, List<Sample<T>> samples) {
        String bounds = dimensions.stream()
                .map(one -> "[" + one.lowerBound() + ":" + (one.lowerBound() + one.length() - 1) + "]")
                .collect(Collectors.joining());
        List<String> parts = samples.stream().map(ArrayValues::quoted).toList();
        for (int i = dimensions.size() - 1; i >= 0; i--) {
            int length = dimensions.get(i).length();
            List<String> joined = new ArrayList<>();
            for (int from = 0; from < parts.size(); from += length) {
                joined.add("{" + String.join(",", parts.subList(from, from + length)) + "}");
            }
            parts = joined;
        }
        return bounds + "=" + parts.get(0);
    }

    private static <T> String quoted(Sample<T> sample) {
        return sample == null
                ? "NULL"
                : '"' + sample.text().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
