package org.appel.testing.wrong.messaging;

import org.appel.testing.wrong.storage.PingRow;

record KnowsStorage(PingRow row) {}
