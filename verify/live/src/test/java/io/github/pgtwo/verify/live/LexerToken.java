package io.github.pgtwo.verify.live;

/** What a lexer hands to the parser. */
record LexerToken(LexerRules.Kind kind, String value) {}
