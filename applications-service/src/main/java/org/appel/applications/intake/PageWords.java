package org.appel.applications.intake;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every word of the pages; each stands in {@code messages/apply_fr.properties} and {@code apply_en.properties}. */
@MessageBundle("apply")
public interface PageWords {
    @Message
    String skip();

    @Message
    String vacancies();

    @Message
    String backToPosting();

    @Message
    String backToForm();

    @Message
    String applyFor();

    @Message
    String formMust();

    @Message
    String faultTitle(int count);

    @Message
    String errorTitle(String title);

    @Message
    String aboutYou();

    @Message
    String fieldName();

    @Message
    String fieldEmail();

    @Message
    String fieldPhone();

    @Message
    String optional();

    @Message
    String fieldLanguage();

    @Message
    String yourDocuments();

    @Message
    String filesAgain();

    @Message
    String fileHint(long mebibytes);

    @Message
    String otherDocuments();

    @Message
    String consentTitle();

    @Message
    String retention(int months);

    @Message
    String send();

    @Message
    String kindCv();

    @Message
    String kindCoverLetter();

    @Message
    String kindCertificate();

    @Message
    String kindReference();

    @Message
    String kindWritingSample();

    @Message
    String kindNamed(String name);

    @Message
    String faultName();

    @Message
    String faultEmail();

    @Message
    String faultPhone();

    @Message
    String faultLanguage();

    @Message
    String faultConsent();

    @Message
    String faultMissing(String label);

    @Message
    String faultDocument(String label);

    @Message
    String faultOther();

    @Message
    String closedTitle();

    @Message
    String closedMore();

    @Message
    String notYetTitle();

    @Message
    String notYetMore();

    @Message
    String elsewhereTitle();

    @Message
    String elsewhereMore();

    @Message
    String withdrawnTitle();

    @Message
    String withdrawnMore();

    @Message
    String unknownTitle();

    @Message
    String unknownMore();

    @Message
    String sentTitle();

    @Message
    String sentMore();

    @Message
    String staleTitle();

    @Message
    String staleMore();

    @Message
    String largeTitle();

    @Message
    String largeMore(long mebibytes);

    @Message
    String slowTitle();

    @Message
    String slowMore();

    @Message
    String busyTitle();

    @Message
    String busyMore();

    @Message
    String erasedTitle();

    @Message
    String erasedMore();

    @Message
    String troubleTitle();

    @Message
    String troubleMore();
}
