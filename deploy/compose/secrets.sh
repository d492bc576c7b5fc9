#!/usr/bin/env bash
# Prints .env.example with a fresh random value for every secret that it leaves empty:
#
#   deploy/compose/secrets.sh > .env
#
# Keep that file: the vault's keys are in it, and without them no application can be read again.
set -euo pipefail
cd "$(dirname "$0")/../.."

password() { openssl rand -hex 24; }

# A Tink keyset in JSON with one AES-256-GCM key: what `tinkey create-keyset --key-template AES256_GCM` writes.
keyset() {
  local id value
  id=$((16#$(openssl rand -hex 4) & 0x7fffffff))
  value=$({ printf '\x1a\x20'; openssl rand 32; } | openssl base64 -A)
  printf '{"primaryKeyId":%s,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey","value":"%s","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":%s,"outputPrefixType":"TINK"}]}' \
    "$id" "$value" "$id" | openssl base64 -A
}

while IFS= read -r line; do
  case $line in
    APPEL_VAULT_MASTER_KEYSET= | APPEL_POSTINGS_WEBHOOKS_KEYSET=) echo "$line$(keyset)" ;;
    APPEL_VAULT_INDEX_KEY=) echo "$line$(openssl rand -base64 32)" ;;
    [A-Z]*=) echo "$line$(password)" ;;
    *) echo "$line" ;;
  esac
done < .env.example
