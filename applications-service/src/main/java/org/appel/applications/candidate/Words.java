package org.appel.applications.candidate;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every word of the page; each stands in {@code messages/page_fr.properties} and {@code page_en.properties}. */
@MessageBundle("page")
public interface Words {
    @Message
    String title();

    @Message
    String stateTitle();

    @Message
    String stateReceived();

    @Message
    String stateReceivedMore();

    @Message
    String stateInSelection();

    @Message
    String stateInSelectionMore();

    @Message
    String stateConcluded();

    @Message
    String stateConcludedMore();

    @Message
    String stateWithdrawn();

    @Message
    String stateWithdrawnMore();

    @Message
    String receivedOn();

    @Message
    String updatedOn();

    @Message
    String reference();

    @Message
    String fileNumber();

    @Message
    String missingTitle(int count);

    @Message
    String missingUntil(String moment);

    @Message
    String missingWhileOpen();

    @Message
    String missingLate();

    @Message
    String documents();

    @Message
    String noDocuments();

    @Message
    String replaceUntil(String moment);

    @Message
    String replaceWhileOpen();

    @Message
    String replaceNoMore();

    @Message
    String documentMissing();

    @Message
    String documentDetails(String type, String size, String day);

    @Message
    String replaceDocument(String label);

    @Message
    String send();

    @Message
    String sendDocument(String label);

    @Message
    String sendAnother();

    @Message
    String severalFiles();

    @Message
    String documentKind();

    @Message
    String file();

    @Message
    String fileHint(long mebibytes);

    @Message
    String takesThePlace(int count);

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
    String kindMessage();

    @Message
    String kindOther();

    @Message
    String kindNamed(String name);

    @Message
    String plainText();

    @Message
    String kilobytes(String number);

    @Message
    String megabytes(String number);

    @Message
    String refusedTitle();

    @Message
    String refusedReason();

    @Message
    String refusedLate();

    @Message
    String refusedBusy();

    @Message
    String aboutYou();

    @Message
    String name();

    @Message
    String email();

    @Message
    String phone();

    @Message
    String source();

    @Message
    String consent();

    @Message
    String consentGiven(String moment);

    @Message
    String export();

    @Message
    String exportMore();

    @Message
    String withdraw();

    @Message
    String withdrawMore();

    @Message
    String withdrawTitle();

    @Message
    String withdrawExplained();

    @Message
    String withdrawAgain();

    @Message
    String withdrawKept();

    @Message
    String withdrawYes();

    @Message
    String withdrawnNotice();

    @Message
    String settledNotice();

    @Message
    String replacedNotice();

    @Message
    String erase();

    @Message
    String eraseMore();

    @Message
    String eraseTitle();

    @Message
    String eraseExplained();

    @Message
    String eraseForGood();

    @Message
    String eraseExportFirst();

    @Message
    String eraseYes();

    @Message
    String erasedTitle();

    @Message
    String erasedMore();

    @Message
    String back();

    @Message
    String backToIt();

    @Message
    String leaveTitle();

    @Message
    String expiredTitle();

    @Message
    String expiredMore();

    @Message
    String expiredAsk();

    @Message
    String linkSentTitle();

    @Message
    String linkSentMore();

    @Message
    String staleFormTitle();

    @Message
    String staleFormMore();

    @Message
    String openingTitle();

    @Message
    String openingMore();

    @Message
    String troubleTitle();

    @Message
    String troubleMore();

    @Message
    String footer();
}
