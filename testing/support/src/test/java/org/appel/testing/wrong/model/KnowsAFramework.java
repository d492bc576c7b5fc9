package org.appel.testing.wrong.model;

import com.fasterxml.jackson.databind.JsonNode;

record KnowsAFramework(JsonNode json) {}
