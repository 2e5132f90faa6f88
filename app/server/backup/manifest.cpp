#include "app/server/backup/manifest.hpp"

#include "app/server/json_fields.hpp"
#include "app/server/json_tree.hpp"

#include <algorithm>
#include <filesystem>
#include <optional>

namespace alongside::server {

namespace {

constexpr std::string_view format_name = "alongside-backup";
constexpr std::int64_t format_edition = 1;
constexpr std::size_t most_manifest_bytes = 64 * 1024;
constexpr double most_count = 9e15;
constexpr TextRule hex_rule{64, "64 hexadecimal digits"};

std::string path_in(const std::string& folder, std::string_view name) { return folder + "/" + std::string(name); }

// The line that sha256sum writes and checks.
std::string sum_line(const Sha256& sum) { return hex_text(sum) + "  " + std::string(backup_names::manifest) + "\n"; }

JsonValue schema_json(const std::vector<SchemaVersion>& schema) {
  JsonValue all = json_array();
  for (const SchemaVersion& version : schema) {
    JsonValue one = json_object();
    put_member(one, "feature", json_words(version.feature));
    put_member(one, "number", json_whole(version.number));
    all.items.push_back(std::move(one));
  }
  return all;
}

JsonValue file_json(std::string_view name, const FileSum& sum) {
  JsonValue file = json_object();
  put_member(file, "name", json_words(name));
  put_member(file, "bytes", json_whole(static_cast<std::int64_t>(sum.bytes)));
  put_member(file, "sha256", json_words(hex_text(sum.sha256)));
  return file;
}

std::string manifest_text(const BackupManifest& manifest) {
  JsonValue json = json_object();
  put_member(json, "format", json_words(format_name));
  put_member(json, "edition", json_whole(format_edition));
  put_member(json, "council", json_words(manifest.council));
  put_member(json, "made_at", json_words(manifest.made_at));
  put_member(json, "configuration", json_words(manifest.configuration));
  put_member(json, "incarnation", json_words(manifest.incarnation.text()));
  put_member(json, "schema", schema_json(manifest.schema));
  JsonValue watermark = json_object();
  put_member(watermark, "operations", json_whole(manifest.watermark.operations));
  put_member(watermark, "audit", json_whole(manifest.watermark.audit));
  put_member(watermark, "audit_head", json_words(hex_text(manifest.watermark.audit_head)));
  put_member(json, "watermark", std::move(watermark));
  JsonValue files = json_array();
  files.items.push_back(file_json(backup_names::database, manifest.database));
  put_member(json, "files", std::move(files));
  return write_json(json) + "\n";
}

std::vector<SchemaVersion> read_schema(JsonFields& fields, JsonMistakes& mistakes) {
  std::vector<SchemaVersion> schema;
  for (const JsonValue& value : fields.array("schema", 1, 100)) {
    JsonFields one(value, "schema", mistakes);
    SchemaVersion version;
    version.feature = one.text("feature", {50, "the name of a feature"});
    version.number = one.integer("number", {1, 10'000});
    one.finish();
    schema.push_back(std::move(version));
  }
  return schema;
}

// Its name says which file it is, and is never used as a path.
FileSum read_file_sum(JsonFields& fields, JsonMistakes& mistakes) {
  FileSum sum;
  for (const JsonValue& value : fields.array("files", 1, 1)) {
    JsonFields one(value, "files[0]", mistakes);
    if (one.text("name") != backup_names::database) one.mistake("name", "a backup's file is alongside.sqlite");
    sum.bytes = static_cast<std::uint64_t>(one.integer("bytes", {1, most_count}));
    const auto sha256 = sha256_in(one.text("sha256", hex_rule));
    if (!sha256) one.mistake("sha256", hex_rule.what_to_write);
    sum.sha256 = sha256.value_or(Sha256{});
    one.finish();
  }
  return sum;
}

BackupManifest read_members(const JsonValue& json, JsonMistakes& mistakes) {
  JsonFields fields(json, "", mistakes);
  BackupManifest manifest;
  if (fields.text("format") != format_name) fields.mistake("format", "this is no backup of Alongside");
  if (fields.integer("edition", {1, most_count}) != format_edition) {
    fields.mistake("edition", "it was made by a newer council-api: use that one");
  }
  manifest.council = fields.text("council");
  manifest.made_at = fields.text("made_at");
  manifest.configuration = fields.text("configuration", hex_rule);
  const auto incarnation = IncarnationId::parse(fields.text("incarnation"));
  if (!incarnation) fields.mistake("incarnation", "an id");
  if (incarnation) manifest.incarnation = incarnation.value();
  manifest.schema = read_schema(fields, mistakes);
  JsonFields watermark = fields.object("watermark");
  manifest.watermark.operations = watermark.integer("operations", {0, most_count});
  manifest.watermark.audit = watermark.integer("audit", {0, most_count});
  const auto audit_head = sha256_in(watermark.text("audit_head", hex_rule));
  if (!audit_head) watermark.mistake("audit_head", hex_rule.what_to_write);
  manifest.watermark.audit_head = audit_head.value_or(Sha256{});
  watermark.finish();
  manifest.database = read_file_sum(fields, mistakes);
  fields.finish();
  return manifest;
}

// Anything more in the folder was put there by somebody else.
Result<void> check_names(const std::string& folder) {
  std::error_code fault;
  if (!std::filesystem::is_directory(folder, fault)) {
    return Error{ErrorCode::NotFound, folder + ": there is no backup here; a backup is a folder"};
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder, fault)) {
    const std::string name = entry.path().filename().string();
    if (name == backup_names::database || name == backup_names::manifest || name == backup_names::manifest_sum)
      continue;
    return Error{ErrorCode::InvalidInput, folder + ": \"" + name + "\" is no part of a backup"};
  }
  if (fault) return Error{ErrorCode::Storage, folder + ": " + fault.message()};
  return {};
}

}  // namespace

Result<void> write_manifest(const std::string& folder, const BackupManifest& manifest) {
  const std::string text = manifest_text(manifest);
  const Sha256 sum = ALONGSIDE_TRY(sha256_of(text));
  ALONGSIDE_TRY(write_new_file(path_in(folder, backup_names::manifest), text));
  return write_new_file(path_in(folder, backup_names::manifest_sum), sum_line(sum));
}

Result<BackupManifest> read_manifest(const std::string& folder) {
  ALONGSIDE_TRY(check_names(folder));
  const std::string path = path_in(folder, backup_names::manifest);
  const std::string text = ALONGSIDE_TRY(read_small_file(path, most_manifest_bytes));
  const std::string line = ALONGSIDE_TRY(read_small_file(path_in(folder, backup_names::manifest_sum), 1000));
  if (line != sum_line(ALONGSIDE_TRY(sha256_of(text)))) {
    return Error{ErrorCode::InvalidInput, path + ": its checksum is another one: it was damaged or changed"};
  }
  const JsonValue json = ALONGSIDE_TRY(read_json(text, {most_manifest_bytes, 8, 1000}));
  JsonMistakes mistakes;
  BackupManifest manifest = read_members(json, mistakes);
  if (!mistakes.none()) return Error{ErrorCode::InvalidInput, path + ":\n" + mistakes.report()};
  return manifest;
}

}  // namespace alongside::server
