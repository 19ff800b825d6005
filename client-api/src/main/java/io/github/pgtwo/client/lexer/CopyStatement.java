package io.github.pgtwo.client.lexer;

import io.github.pgtwo.client.profile.ServerProfile;

/** What the text of a COPY tells ahead of the server's answer. */
public final class CopyStatement {
    private CopyStatement() {}

    /** Whether a text has a COPY BINARY in the form of old servers. */
    public static boolean isBinary(String sql, ServerProfile profile) {
        SqlScanner scanner = new SqlScanner(sql, profile);
        boolean behindCopy = false;
        SqlScanner.Token token = scanner.next();
        while (token != SqlScanner.Token.END) {
            String text = token == SqlScanner.Token.WORD ? scanner.text() : "";
            if (behindCopy && text.equalsIgnoreCase("BINARY")) {
                return true;
            }
            behindCopy = text.equalsIgnoreCase("COPY");
            token = scanner.next();
        }
        return false;
    }
}
