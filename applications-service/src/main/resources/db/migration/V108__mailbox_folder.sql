-- The folders that are read: who reads, how far, and since when it has been going well or not. One row for each folder,
-- shared by all replicas. The lease is measured by the database's real time, what people see by Appel's clock.
CREATE TABLE mailbox_folder (
    mailbox    text        NOT NULL,
    folder     text        NOT NULL,
    holder     uuid,
    held_until timestamptz,
    connected  boolean     NOT NULL DEFAULT false,
    since      timestamptz NOT NULL,
    trouble    text,
    read_at    timestamptz,
    drained_at timestamptz,
    stuck      integer     NOT NULL DEFAULT 0,
    PRIMARY KEY (mailbox, folder)
);
COMMENT ON COLUMN mailbox_folder.drained_at IS 'what arrived before this moment has been judged';
COMMENT ON COLUMN mailbox_folder.stuck IS 'messages that could not be judged yet, and are tried again';
