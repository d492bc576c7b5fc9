package org.appel.notification.letters;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every word of the letters; each stands in {@code messages/mail_fr.properties} and {@code mail_en.properties}. */
@MessageBundle("mail")
public interface Words {

    @Message
    String row(String label, String value);

    @Message
    String count(String label, int value);

    @Message
    String automatic();

    @Message
    String posting();

    @Message
    String reference();

    @Message
    String organisation();

    @Message
    String receivedOn();

    @Message
    String fileNumber();

    @Message
    String ackSubject(String title);

    @Message
    String ackSubjectUpdated(String title);

    @Message
    String greeting();

    @Message
    String greetingTo(String name);

    @Message
    String ackReceived(String title);

    @Message
    String ackUpdated(String title);

    @Message
    String documentsReceived(int count);

    @Message
    String next();

    @Message
    String nextReview();

    @Message
    String nextSteps();

    @Message
    String replace();

    @Message
    String replaceUntil(String deadline);

    @Message
    String replaceWhileOpen();

    @Message
    String replyTo(String organisation);

    @Message
    String documentCv();

    @Message
    String documentCoverLetter();

    @Message
    String documentOther(String kind);

    @Message
    String stepWrittenTest();

    @Message
    String stepPanelInterview();

    @Message
    String noticeSubject(int number, String title);

    @Message
    String noticeSubjectUpdated(int number, String title);

    @Message
    String noticeArrived();

    @Message
    String noticeUpdated();

    @Message
    String number();

    @Message
    String door();

    @Message
    String doorApi();

    @Message
    String doorEmail();

    @Message
    String seeApplication();

    @Message
    String noPersonalData();

    @Message
    String summarySubject(int count, String title);

    @Message
    String summaryIntro(String deadline);

    @Message
    String applications(int count);

    @Message
    String arrivals();

    @Message
    String accepted();

    @Message
    String updated();

    @Message
    String duplicate();

    @Message
    String refused();

    @Message
    String unsorted();

    @Message
    String total();

    @Message
    String acknowledgements();

    @Message
    String acknowledgementsAt(String moment);

    @Message
    String ackSent();

    @Message
    String ackFailed();

    @Message
    String ackSuppressed();

    @Message
    String ackPending();

    @Message
    String reasonDeadlinePassed();

    @Message
    String reasonNotOpenYet();

    @Message
    String reasonPostingWithdrawn();

    @Message
    String reasonInvalidApplication();

    @Message
    String reasonTooLarge();

    @Message
    String reasonUploadTimeout();

    @Message
    String reasonUnsupportedMediaType();

    @Message
    String reasonAppliesElsewhere();

    @Message
    String reasonIdempotencyKey();

    @Message
    String ackSubjectIncomplete(String title);

    @Message
    String missing(int count);

    @Message
    String missingUntil(int count, String deadline, boolean linked);

    @Message
    String missingWhileOpen(int count, boolean linked);

    @Message
    String yourView();

    @Message
    String yourViewUntil(String deadline);

    @Message
    String yourViewWhileOpen();

    @Message
    String yourViewClosed();

    @Message
    String openYourView();

    @Message
    String linkIsPersonal();

    @Message
    String documentMessage();

    @Message
    String takenSubject(String title);

    @Message
    String takenReceived(String title);

    @Message
    String takenNothingMore();

    @Message
    String takenNotYou();

    @Message
    String messageOf(String moment);

    @Message
    String arrivedOn();

    @Message
    String lateSubject(String title);

    @Message
    String lateReceived(String title);

    @Message
    String lateDeadline();

    @Message
    String lateNotTaken();

    @Message
    String thanks();

    @Message
    String unknownSubject();

    @Message
    String unknownReceived();

    @Message
    String unknownNotTaken();

    @Message
    String unknownAgain();

    @Message
    String notOpenSubject(String title);

    @Message
    String notOpenReceived(String title);

    @Message
    String notOpenNotTaken();

    @Message
    String withdrawnSubject(String title);

    @Message
    String withdrawnReceived(String title);

    @Message
    String withdrawnNotTaken();

    @Message
    String unusableSubject(String title);

    @Message
    String unusableReceived(String title);

    @Message
    String unusableFormats();

    @Message
    String unusableUntil(String deadline);

    @Message
    String unusableWhileOpen();

    @Message
    String erasedSubject(String title);

    @Message
    String erasedReceived(String title);

    @Message
    String erasedNotTaken();

    @Message
    String declinedSubject();

    @Message
    String declinedReceived();

    @Message
    String answerSubject();

    @Message
    String answerSubjectAbout(String title);

    @Message
    String writtenBy(String organisation);

    @Message
    String withdrawalSubject(String title);

    @Message
    String withdrawalDone(String title);

    @Message
    String withdrawnOn();

    @Message
    String withdrawalView();

    @Message
    String withdrawalNotYou();

    @Message
    String linkSubject(String title);

    @Message
    String linkAsked(String title);

    @Message
    String linkNotYou();

    @Message
    String retentionSubject(String day, String title);

    @Message
    String retentionEnding(String title, String day);

    @Message
    String retentionMeaning();

    @Message
    String erasedOn();

    @Message
    String retentionExport();

    @Message
    String unusableDocuments(int count);

    @Message
    String unusable(String name, String why);

    @Message
    String documentUnnamed();

    @Message
    String unusablePassword();

    @Message
    String unusableVirus();

    @Message
    String unusableTooLarge();

    @Message
    String unusableEmpty();

    @Message
    String unusableUnreadable();

    @Message
    String webhookSubject(String board);

    @Message
    String webhookGone();

    @Message
    String webhookFailing();

    @Message
    String webhookBoard();

    @Message
    String webhookUrl();

    @Message
    String webhookFailingSince();

    @Message
    String webhookDisabledAt();

    @Message
    String webhookNumber();

    @Message
    String webhookNothingLost();

    @Message
    String webhookActivate(String webhook);

    @Message
    String webhookRead(String webhook);
}
