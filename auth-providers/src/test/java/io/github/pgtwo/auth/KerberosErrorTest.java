package io.github.pgtwo.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KerberosErrorTest {
    private static final byte[] WHOLE = HexFormat.of()
            .parseHex("7e3f303d" + "a003020105" + "a10302011e" + "a411180f32303236303130313030303030305a" + "a50302010c"
                    + "a603020123" + "a90d1b0b4558414d504c452e434f4d" + "ab0b1b09" + "6e6f7420666f7220");

    @Test
    void knowsTheCodesThatServersSend() {
        assertThat(describe(31)).contains("not for this server");
        assertThat(describe(32)).contains("expired");
        assertThat(describe(34)).contains("replay");
        assertThat(describe(35)).contains("not for this server").contains("krb5.servicePrincipal");
        assertThat(describe(37)).contains("clocks");
        assertThat(describe(44)).contains("key of that version");
        assertThat(describe(60)).isEqualTo("the server does not accept the ticket (KRB-ERROR 60)");
    }

    private static String describe(int code) {
        return KerberosError.describe(new byte[] {0x7e, 7, 0x30, 5, (byte) 0xa6, 3, 2, 1, (byte) code});
    }

    @Test
    void controlCharactersAndFloodsStayOut() {
        byte[] text = new byte[4000];
        Arrays.fill(text, (byte) '\n');
        byte[] error = ByteBuffer.allocate(4016)
                .put((byte) 0x7e)
                .put((byte) 0x82)
                .putShort((short) 4012)
                .put((byte) 0x30)
                .put((byte) 0x82)
                .putShort((short) 4008)
                .put((byte) 0xab)
                .put((byte) 0x82)
                .putShort((short) 4004)
                .put((byte) 0x1b)
                .put((byte) 0x82)
                .putShort((short) 4000)
                .array();
        System.arraycopy(text, 0, error, 16, 4000);
        assertThat(KerberosError.describe(error))
                .hasSizeLessThan(400)
                .doesNotContain("\n")
                .contains("KRB-ERROR 0:  ");
    }

    /** Which would take seconds. */
    @Test
    void aFloodOfElementsIsNotGoneThrough() {
        byte[] flood = new byte[65_536];
        byte[] begin = HexFormat.of().parseHex("7e8300fffb" + "308300fff6");
        byte[] code = HexFormat.of().parseHex("a603020125");
        for (int i = begin.length; i < flood.length - code.length; i += 2) {
            flood[i] = (byte) 0xaa;
        }
        System.arraycopy(begin, 0, flood, 0, begin.length);
        System.arraycopy(code, 0, flood, 65_530, code.length);
        assertThat(KerberosError.describe(flood)).endsWith("(KRB-ERROR 0)");
    }

    /** Whatever comes, the worst is a message that says little. */
    @Test
    void anythingCanBeDescribed() {
        for (int length = 0; length <= WHOLE.length; length++) {
            assertThat(KerberosError.describe(Arrays.copyOf(WHOLE, length))).contains("KRB-ERROR");
        }
        Random random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            byte[] broken = WHOLE.clone();
            for (int change = 0; change < 3; change++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            assertThat(KerberosError.describe(broken)).contains("KRB-ERROR");
        }
    }
}
