#!/usr/bin/env bash
# Creates the topics of contracts/asyncapi.yaml; topics that exist are left as they are.
#
#   topics.sh BOOTSTRAP_SERVERS [REPLICATION_FACTOR]
set -euo pipefail

bootstrap=${1:?the broker, as host:port}
replicas=${2:-1}
forever=-1
ninety_days=7776000000

create() { # NAME PARTITIONS RETENTION_IN_MILLISECONDS
  "${KAFKA_HOME:-/opt/kafka}/bin/kafka-topics.sh" --bootstrap-server "$bootstrap" --create --if-not-exists \
    --topic "$1" --partitions "$2" --replication-factor "$replicas" --config "retention.ms=$3"
}

create postings 8 "$forever"
create applications 8 "$ninety_days"
create notifications 8 "$ninety_days"
create postings-service.dead-letters 1 "$forever"
create applications-service.dead-letters 1 "$forever"
create notification-service.dead-letters 1 "$forever"
