#include "app/server/storage/database_config.hpp"

#include "app/server/database.hpp"
#include "app/server/json_fields.hpp"

#include <fstream>
#include <iterator>
#include <string_view>

namespace alongside::server {

namespace {

constexpr std::string_view database_kind_rule = "write \"sqlite\" or \"postgres\"";
constexpr std::string_view database_host_rule =
    "write the server's name or the folder of its socket, like \"/run/postgresql\"";
constexpr std::string_view database_ca_rule =
    "another machine's server is only trusted by its certificate: write the path of its authority's";
constexpr std::string_view database_password_rule = "write the path of a file with the password, or take this key out";
constexpr std::size_t longest_database_password = 1000;

}  // namespace

DatabaseConfig read_database(JsonFields& parent) {
  DatabaseConfig config;
  const JsonValue* section = parent.optional("database");
  if (section == nullptr) return config;
  JsonFields fields = parent.object("database");
  const std::string kind = fields.text("kind", {20, database_kind_rule});
  if (kind != "sqlite" && kind != "postgres") fields.mistake("kind", database_kind_rule);
  if (kind == "postgres") {
    config.kind = DatabaseKind::Postgres;
    PostgresPlace& place = config.postgres;
    place.host = fields.text("host", {200, database_host_rule});
    if (section->find("port") != nullptr) place.port = static_cast<int>(fields.integer("port", {1, 65535}));
    place.name = fields.text("name", {63, "write the database's name"});
    place.user = fields.text("user", {63, "write the name of the user who owns the database"});
    config.password_file = fields.optional_text("password_file", {500, database_password_rule});
    place.ca_file = fields.optional_text("ca_file", {500, database_ca_rule});
    if (!is_this_machine(place.host) && place.ca_file.empty()) fields.mistake("ca_file", database_ca_rule);
  }
  fields.finish();
  return config;
}

Result<PostgresPlace> postgres_place(const DatabaseConfig& config) {
  PostgresPlace place = config.postgres;
  if (config.password_file.empty()) return place;
  const std::string where = "database.password_file: " + config.password_file;
  std::ifstream in(config.password_file, std::ios::binary);
  if (!in) return Error{ErrorCode::Unavailable, where + " cannot be read"};
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  place.password = text.substr(0, text.find_last_not_of("\r\n") + 1);
  if (place.password.empty()) return Error{ErrorCode::InvalidInput, "there is no password in " + where};
  if (place.password.size() > longest_database_password) return Error{ErrorCode::InvalidInput, where + " is too long"};
  return place;
}

Result<void> open_database(Database& database, const DatabaseConfig& config, const std::string& path) {
  if (config.kind == DatabaseKind::Sqlite) return database.open(path);
  return database.open(ALONGSIDE_TRY(postgres_place(config)));
}

}  // namespace alongside::server
