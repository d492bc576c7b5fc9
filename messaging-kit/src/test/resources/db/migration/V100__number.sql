CREATE TABLE number (series text NOT NULL, number integer NOT NULL CHECK (number < 1000000),
                     effect bigint GENERATED ALWAYS AS IDENTITY);
CREATE TABLE trouble (series text PRIMARY KEY);
