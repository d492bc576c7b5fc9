CREATE TABLE number (series text NOT NULL, number integer NOT NULL CHECK (number < 1000000));
CREATE TABLE trouble (series text PRIMARY KEY);
