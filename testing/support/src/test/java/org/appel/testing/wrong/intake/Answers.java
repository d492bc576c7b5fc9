package org.appel.testing.wrong.intake;

import jakarta.ws.rs.Path;

@Path("answers")
class Answers {}
