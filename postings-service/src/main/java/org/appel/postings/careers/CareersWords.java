package org.appel.postings.careers;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every word of the pages; each stands in {@code messages/careers_fr.properties} and {@code careers_en.properties}. */
@MessageBundle("careers")
public interface CareersWords {
    @Message
    String feedAtom();

    @Message
    String feedJson();

    @Message
    String skip();

    @Message
    String languages();

    @Message
    String footer();

    @Message
    String allPostings();

    @Message
    String colon();

    @Message
    String listTitle();

    @Message
    String listHeading();

    @Message
    String listLead();

    @Message
    String organisationLead();

    @Message
    String organisationTitle(String name);

    @Message
    String searchLabel();

    @Message
    String search();

    @Message
    String filters();

    @Message
    String applyFilters();

    @Message
    String filterOrganisation();

    @Message
    String filterCountry();

    @Message
    String filterContract();

    @Message
    String filterWorkload();

    @Message
    String filterLanguage();

    @Message
    String filterClosing();

    @Message
    String any();

    @Message
    String workloadFull();

    @Message
    String workloadAtLeast(int percent);

    @Message
    String closingSoon();

    @Message
    String count(int count);

    @Message
    String countMany(int count);

    @Message
    String sortBy();

    @Message
    String sortNewest();

    @Message
    String sortDeadline();

    @Message
    String activeFilters();

    @Message
    String removeFilter();

    @Message
    String chipWords(String words);

    @Message
    String clearFilters();

    @Message
    String nothingTitle();

    @Message
    String nothingFiltered();

    @Message
    String nothingAtAll();

    @Message
    String showAll();

    @Message
    String paging();

    @Message
    String firstPage();

    @Message
    String nextPage();

    @Message
    String allOfOrganisation();

    @Message
    String place();

    @Message
    String workload();

    @Message
    String contract();

    @Message
    String deadline();

    @Message
    String start();

    @Message
    String pay();

    @Message
    String languagesOfWork();

    @Message
    String experience();

    @Message
    String grade();

    @Message
    String workPermit();

    @Message
    String reference();

    @Message
    String until();

    @Message
    String untilFilled();

    @Message
    String writtenIn(String language);

    @Message
    String closesToday(String time, String zone);

    @Message
    String closesTomorrow(String time, String zone);

    @Message
    String closesInDays(long days);

    @Message
    String closedPill();

    @Message
    String atTheLatest(String moment);

    @Message
    String applyBy(String moment);

    @Message
    String applyUntilFilled();

    @Message
    String asInNotice();

    @Message
    String closedTitle();

    @Message
    String closedSince(String moment);

    @Message
    String facts();

    @Message
    String percent(int percent);

    @Message
    String fullTime();

    @Message
    String contractPermanent();

    @Message
    String contractFixedTerm();

    @Message
    String contractTemporary();

    @Message
    String contractConsultancy();

    @Message
    String contractInternship();

    @Message
    String contractVolunteer();

    @Message
    String months(int months);

    @Message
    String renewable();

    @Message
    String notRenewable();

    @Message
    String onSite();

    @Message
    String hybrid();

    @Message
    String remote();

    @Message
    String anywhere();

    @Message
    String startAsap();

    @Message
    String provisional();

    @Message
    String perHour();

    @Message
    String perDay();

    @Message
    String perMonth();

    @Message
    String perYear();

    @Message
    String perTotal();

    @Message
    String gross();

    @Message
    String net();

    @Message
    String payFrom(String amount);

    @Message
    String payTo(String amount);

    @Message
    String payForWorkload(int percent);

    @Message
    String payFullTime(String amount);

    @Message
    String payments(int count);

    @Message
    String required();

    @Message
    String asset();

    @Message
    String years(String years);

    @Message
    String yearsFrom(int years);

    @Message
    String yearsTo(int years);

    @Message
    String share(int percent);

    @Message
    String stepsTitle();

    @Message
    String stepWrittenTest();

    @Message
    String stepPanelInterview();

    @Message
    String howTitle();

    @Message
    String documentsTitle();

    @Message
    String online();

    @Message
    String onlineMore();

    @Message
    String apply();

    @Message
    String byEmail();

    @Message
    String byEmailTo();

    @Message
    String byEmailSubject();

    @Message
    String elsewhere();

    @Message
    String elsewhereMore();

    @Message
    String backToPosting();

    @Message
    String applyFor();

    @Message
    String applyTitle(String title);

    @Message
    String formMust();

    @Message
    String aboutYou();

    @Message
    String fieldName();

    @Message
    String fieldEmail();

    @Message
    String fieldEmailHint();

    @Message
    String fieldPhone();

    @Message
    String optional();

    @Message
    String fieldLanguage();

    @Message
    String yourDocuments();

    @Message
    String fileHint(long mebibytes);

    @Message
    String otherDocuments();

    @Message
    String consentTitle();

    @Message
    String retention(String months);

    @Message
    String send();

    @Message
    String sendMore();

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
    String thanksTitle();

    @Message
    String thanksFor();

    @Message
    String thanksMailTitle();

    @Message
    String thanksMail();

    @Message
    String thanksLinkTitle();

    @Message
    String thanksLink();

    @Message
    String thanksAnswerTitle();

    @Message
    String thanksAnswer();

    @Message
    String morePostings();

    @Message
    String withdrawnTitle();

    @Message
    String withdrawnOn(String title, String organisation, String day);

    @Message
    String unknownTitle();

    @Message
    String unknownMore();

    @Message
    String notOpenTitle();

    @Message
    String notByForm();

    @Message
    String noMoreApplications();

    @Message
    String troubleTitle();

    @Message
    String troubleMore();

    @Message
    String previewRibbon(String state);

    @Message
    String previewDraft();

    @Message
    String previewOpen();

    @Message
    String previewClosed();

    @Message
    String previewWithdrawn();

    @Message
    String previewEndedTitle();

    @Message
    String previewEndedMore();

    @Message
    String untitled();
}
