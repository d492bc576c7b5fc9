#!/usr/bin/env bash
# Run once by the PostgreSQL image, on an empty data directory: a database and a user for each service.
set -euo pipefail

for service in postings applications notifications; do
  password_variable="APPEL_${service^^}_DB_PASSWORD"
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
    -v service="$service" -v password="${!password_variable:?}" <<'SQL'
CREATE USER :"service" PASSWORD :'password';
CREATE DATABASE :"service" OWNER :"service";
REVOKE CONNECT ON DATABASE :"service" FROM PUBLIC;
ALTER USER :"service" SET idle_in_transaction_session_timeout = '2min';
SQL
done
