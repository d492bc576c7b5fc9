-- The export goes through an organisation's postings in the order of their ids.
CREATE INDEX posting_of_organisation ON posting (organisation, id);

-- The import asks whether a notice without reference is there already, word for word.
CREATE INDEX posting_content ON posting (organisation, md5(ad::text)) WHERE reference IS NULL;
