// BackupManifest: what a backup says of itself: whose, of which moment, of which life of the database, and the sum of
// every file. Written as manifest.json, with manifest.sha256 beside it for `sha256sum --check` and for us.
#pragma once

#include "app/base/ids.hpp"
#include "app/base/result.hpp"
#include "app/server/file_sum.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::server {

namespace backup_names {
inline constexpr std::string_view database = "alongside.sqlite";
inline constexpr std::string_view manifest = "manifest.json";
inline constexpr std::string_view manifest_sum = "manifest.sha256";
}  // namespace backup_names

// Which tables the database has: the newest migration of each feature.
struct SchemaVersion {
  std::string feature;
  std::int64_t number = 0;
  bool operator==(const SchemaVersion&) const = default;
};

// How far the database had come; numbers that only grow within one incarnation.
struct Watermark {
  std::int64_t operations = 0;  // results that are kept
  std::int64_t audit = 0;       // the last row of the audit
  Sha256 audit_head{};          // and its link in the chain; noughts: there is none yet
  bool operator==(const Watermark&) const = default;
};

struct BackupManifest {
  std::string council;        // its id, "northmere"
  std::string made_at;        // "2026-11-29T18:45:00Z"
  std::string configuration;  // SHA-256 of the configuration file it ran with, hexadecimal
  IncarnationId incarnation;
  std::vector<SchemaVersion> schema;  // by feature
  Watermark watermark;
  FileSum database;
  bool operator==(const BackupManifest&) const = default;
};

// Both files, on the disk when this returns.
Result<void> write_manifest(const std::string& folder, const BackupManifest& manifest);
// InvalidInput with what is wrong: no sum or another one, unknown or missing members, a file with any name but ours.
Result<BackupManifest> read_manifest(const std::string& folder);

}  // namespace alongside::server
