import com.example.pgtwo.HmacAuth;
import com.example.pgtwo.LoopbackTransport;
import io.github.pgtwo.spi.AuthProvider;
import io.github.pgtwo.spi.Transport;

/** A login method and a transport as somebody else would write them. */
module com.example.pgtwo {
    requires transitive io.github.pgtwo.spi;
    requires static com.google.guice;

    exports com.example.pgtwo;
    exports com.example.pgtwo.guice;

    provides AuthProvider with
            HmacAuth;
    provides Transport with
            LoopbackTransport;
}
