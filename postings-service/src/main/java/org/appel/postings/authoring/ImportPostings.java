package org.appel.postings.authoring;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.appel.postings.authoring.ImportLineView.Status;
import org.appel.postings.config.PostingsConfig;
import org.appel.postings.config.Problems;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.Refusal;
import org.appel.service.Fault;
import org.appel.service.InvalidBody;
import org.appel.service.StrictJson;

/** Takes in notices by the thousand, one line after the other; a bad one never stops those after it. */
@ApplicationScoped
public class ImportPostings {

    private static final Logger LOG = Logger.getLogger(ImportPostings.class);

    private final StrictJson json;
    private final ImportNotice notices;
    private final long longestLine;

    ImportPostings(StrictJson json, ImportNotice notices, PostingsConfig config) {
        this.json = json;
        this.notices = notices;
        longestLine = config.bulk().longestLine().asLongValue();
    }

    /**
     * How it is to be done.
     *
     * @param rewrites whether a line rewrites a draft of its reference
     * @param dry whether everything is only checked
     */
    record Manner(boolean rewrites, boolean dry) {}

    /** Tells of each line as soon as it is done. */
    void handle(InputStream body, Manner manner, Consumer<ImportLineView> report) throws IOException {
        var lines = new LineReader(body, longestLine);
        var before = new LinesBefore();
        var counts = new HashMap<Status, Integer>();
        for (var line = lines.next(); line != null; line = lines.next()) {
            var outcome = line(line, manner, before);
            counts.merge(outcome.status(), 1, Integer::sum);
            report.accept(outcome);
        }
        LOG.infof("postings imported dry=%s lines=%s", manner.dry(), counts);
    }

    private ImportLineView line(LineReader.Line line, Manner manner, LinesBefore before) {
        int number = line.number();
        var bytes = line.json();
        if (bytes == null) {
            return ImportLineView.refused(
                    number, "line-too-long", List.of(new Fault("", "is longer than " + longestLine + " bytes")));
        }
        try {
            var ad = json.read(bytes, AdBody.class).toAd();
            return manner.dry() ? checked(number, ad, manner, before) : done(number, ad, manner);
        } catch (InvalidBody e) {
            return ImportLineView.refused(number, e);
        } catch (HttpProblem e) {
            return ImportLineView.refused(number, e);
        } catch (PostingRefused e) {
            return ImportLineView.refused(number, Problems.of(e.refusal()));
        } catch (RuntimeException e) {
            LOG.errorf(e, "line not imported line=%d", number);
            return ImportLineView.refused(
                    number, "internal-error", List.of(new Fault("", "Something went wrong here: send it again")));
        }
    }

    private ImportLineView done(int line, JobAd ad, Manner manner) {
        var outcome = notices.handle(ad, manner.rewrites());
        return ImportLineView.of(line, outcome.status(), Objects.requireNonNull(outcome.stored()));
    }

    private ImportLineView checked(int line, JobAd ad, Manner manner, LinesBefore before) {
        var outcome = notices.check(ad, manner.rewrites());
        var status = before.status(ad, manner.rewrites(), outcome.status());
        return ImportLineView.would(line, status, outcome.status() == Status.CREATED ? null : outcome.id());
    }

    /** What earlier lines would have written, had they not only been checked; of each no more than a few bytes. */
    private static final class LinesBefore {

        private record Key(String organisation, @Nullable String reference, int content) {}

        private final Map<Key, Integer> contents = new HashMap<>();

        Status status(JobAd ad, boolean rewrites, Status alone) {
            var reference = ad.reference();
            var key = new Key(ad.organisation(), reference, reference == null ? ad.hashCode() : 0);
            var earlier = contents.get(key);
            if (earlier == null) {
                contents.put(key, ad.hashCode());
                return alone;
            }
            if (earlier == ad.hashCode()) {
                return Status.UNCHANGED;
            }
            if (!rewrites) {
                throw new PostingRefused(new Refusal.ReferenceTaken(ad.organisation(), String.valueOf(reference)));
            }
            contents.put(key, ad.hashCode());
            return Status.UPDATED;
        }
    }
}
