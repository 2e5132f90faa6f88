// The PostgreSQL that with_postgres.sh started: databases of its own for each test, and its administrator. Everything
// here does nothing useful where there is none: ask postgres_socket() first.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace alongside::testing {

// The folder of its socket; empty: these tests run on SQLite.
inline std::string postgres_socket() {
  const char* socket = std::getenv("ALONGSIDE_TEST_POSTGRES");
  return socket == nullptr ? "" : socket;
}

inline bool run_quietly(const std::string& command) { return std::system((command + " >/dev/null 2>&1").c_str()) == 0; }

// As its administrator. `sql` has no double quotes in it.
inline bool ask_postgres(const std::string& database, const std::string& sql) {
  return run_quietly("psql -q -h '" + postgres_socket() + "' -U postgres -d '" + database + "' -c \"" + sql + "\"");
}

inline bool make_postgres_database(const std::string& name, const std::string& more = "") {
  return run_quietly("createdb -h '" + postgres_socket() + "' -U postgres -O alongside " + more + " '" + name + "'");
}

inline void drop_postgres_database(const std::string& name) {
  run_quietly("dropdb --force --if-exists -h '" + postgres_socket() + "' -U postgres '" + name + "'");
}

// One a data folder; PostgreSQL's names have at most 63 bytes.
inline std::string postgres_name_of(const std::string& data_folder) {
  std::string name = data_folder;
  for (char& c : name) c = c == '/' ? '_' : c;
  return name.substr(name.size() > 60 ? name.size() - 60 : 0);
}

// A copy of a council's configuration whose database is the PostgreSQL one that belongs to this data folder, which is
// made if need be. Beside the original, where that is a test's own; else in `folder`, with links to all that stands
// beside it.
inline std::string council_on_postgres(const std::string& council, const std::string& data_folder,
                                       const std::string& folder) {
  namespace files = std::filesystem;
  std::ifstream in(council, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  const auto first = text.find('{');
  if (first == text.npos || text.find("\"database\"") != text.npos) return council;
  const std::string name = postgres_name_of(data_folder);
  text.insert(first + 1, "\"database\": {\"kind\": \"postgres\", \"host\": \"" + postgres_socket() +
                             "\", \"name\": \"" + name + "\", \"user\": \"alongside\", \"password_file\": \"" +
                             postgres_socket() + "/password\"},");
  std::error_code ignored;
  if (files::create_directories(folder, ignored)) make_postgres_database(name);
  std::string path = council + "." + name + ".json";
  if (!council.starts_with(files::temp_directory_path().string())) {
    const auto beside = files::absolute(council).parent_path();
    for (const auto& file : files::directory_iterator(beside, ignored)) {
      files::create_symlink(file.path(), folder + "/" + file.path().filename().string(), ignored);
    }
    path = folder + "/on_postgres.json";
  }
  std::ofstream(path, std::ios::binary) << text;
  return path;
}

}  // namespace alongside::testing
