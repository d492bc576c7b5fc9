package org.appel.testing.wrong.storage;

import org.appel.testing.wrong.messaging.PingV1;

record KnowsMessaging(PingV1 ping) {}
