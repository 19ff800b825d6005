package io.github.pgtwo.verify.live;

import io.github.pgtwo.client.PgConnection;
import io.github.pgtwo.client.Pipeline;

/** Sends texts, keeps some ahead of their answers, and prints what these add up to. */
final class PipelineManyTexts {
    private static final int AHEAD = 500;

    private PipelineManyTexts() {}

    public static void main(String[] args) {
        int texts = Integer.parseInt(args[2]);
        long sum = 0;
        try (PgConnection connection = StreamManyRows.connect(args);
                Pipeline pipeline = connection.pipeline()) {
            for (int i = 1; i <= texts; i++) {
                pipeline.send("select " + i);
                if (i > AHEAD) {
                    sum += next(pipeline);
                }
            }
            while (pipeline.hasNext()) {
                sum += next(pipeline);
            }
        }
        System.out.println("sum " + sum);
    }

    private static long next(Pipeline pipeline) {
        return Long.parseLong(pipeline.next().rows().get(0).text(0));
    }
}
