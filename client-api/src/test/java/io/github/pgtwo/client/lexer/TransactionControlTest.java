package io.github.pgtwo.client.lexer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pgtwo.client.profile.ServerProfile;
import io.github.pgtwo.client.profile.ServerVersion;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionControlTest {
    private static List<TransactionControl> of(String sql, int release) {
        return TransactionControl.of(sql, ServerProfile.of(new ServerVersion(release, "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select 1 | NONE",
                "begin | BEGIN",
                "Start transaction isolation level serializable | BEGIN",
                "commit | COMMIT",
                "end work; | COMMIT",
                "rollback transaction | ROLLBACK",
                "abort | ROLLBACK",
                "rollback to a | ROLLBACK_TO",
                "rollback work to savepoint a | ROLLBACK_TO",
                "rollback /* not */ to a | ROLLBACK_TO",
                "rollback -- not | ROLLBACK",
                "commit and chain | COMMIT_AND_CHAIN",
                "commit and no chain | COMMIT",
                "rollback and chain | ROLLBACK_AND_CHAIN",
                "prepare transaction 'x' | PREPARE",
                "prepare x as select 1 | NONE",
                "commit prepared 'x' | NONE",
                "rollback prepared 'x' | NONE",
                "/* commit */ select 1 | NONE",
                "/* a /* b */ c */ commit | COMMIT",
                "begin; select 'commit;'; end | BEGIN NONE COMMIT",
                "select 'it''s; over'; commit | NONE COMMIT",
                "select \"a;b\"; rollback to x; commit | NONE ROLLBACK_TO COMMIT",
                "select e'\\'; commit; --'; rollback | NONE ROLLBACK",
                "select $$; commit; $$; rollback | NONE ROLLBACK",
                "select $a$ $$; commit $a$; rollback | NONE ROLLBACK",
                "select $1; commit | NONE COMMIT",
                "create rule r as on insert to t do (select 1; commit); end | NONE COMMIT",
                ";; commit ;; | COMMIT",
                "select 'open; commit | NONE",
                "select $x$ open; commit | NONE",
                "/* open; commit | ''"
            })
    void statementsOfAText(String sql, String controls) {
        List<TransactionControl> expected = controls.isEmpty()
                ? List.of()
                : Arrays.stream(controls.split(" ", -1))
                        .map(TransactionControl::valueOf)
                        .toList();
        assertThat(of(sql, 1300)).isEqualTo(expected);
    }

    @Test
    void backslashesCountWhereTheServerSaysSo() {
        String sql = "select '\\'; commit; --'; rollback";
        assertThat(of(sql, 1300)).containsExactly(TransactionControl.NONE, TransactionControl.COMMIT);
        assertThat(of(sql, 800)).containsExactly(TransactionControl.NONE, TransactionControl.ROLLBACK);
    }

    @Test
    void whatOldServersDoNotKnow() {
        assertThat(of("select $$; commit; $$", 704)).hasSize(3);
        assertThat(of("/* a /* b */ commit", 700)).containsExactly(TransactionControl.COMMIT);
        assertThat(of("/* a /* b */ commit", 701)).isEmpty();
    }
}
