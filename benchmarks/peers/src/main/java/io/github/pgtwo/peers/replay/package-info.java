/** What a real server has said, said again without a server. */
package io.github.pgtwo.peers.replay;
