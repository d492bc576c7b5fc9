package org.appel.applications.storage;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.appel.applications.model.Guess;
import org.appel.applications.model.Judgement;
import org.appel.applications.model.PostingId;

/** What an unsorted mail may be meant for, as JSON. */
@ApplicationScoped
class Guesses {
    private final ObjectMapper json;

    Guesses(ObjectMapper json) {
        this.json = json;
    }

    /** An empty array for a mail that is not unsorted. */
    String json(Judgement judgement) {
        return judgement instanceof Judgement.Unsorted unsorted
                ? text(unsorted.guesses().stream()
                        .map(guess -> new GuessJson(guess.posting().value(), guess.why()))
                        .toList())
                : "[]";
    }

    /** What a list must hold to name that posting. */
    String naming(PostingId posting) {
        return "[{\"posting\": \"" + posting + "\"}]";
    }

    List<Guess> read(String text) {
        try {
            return json.readValue(text, new TypeReference<List<GuessJson>>() {}).stream()
                    .map(guess -> new Guess(new PostingId(guess.posting()), guess.why()))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("message.guesses is no array of guesses", e);
        }
    }

    private String text(List<GuessJson> guesses) {
        try {
            return json.writeValueAsString(guesses);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private record GuessJson(UUID posting, String why) {}
}
