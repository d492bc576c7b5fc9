package org.appel.bare;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.NonBlocking;

/** Answers at once, on the thread that read the request. */
@Path("/")
@NonBlocking
public class BareResource {

    private volatile byte[] bytes = new byte[0];

    @GET
    @Path("hello")
    @Produces(MediaType.TEXT_PLAIN)
    public String hello() {
        return "hello";
    }

    /** The bytes that were put here last. */
    @GET
    @Path("bytes")
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] bytes() {
        return bytes;
    }

    @PUT
    @Path("bytes")
    public void bytes(byte[] newBytes) {
        bytes = newBytes;
    }
}
