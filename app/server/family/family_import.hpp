// import_family: puts what a family file says into the tables, all of it or nothing. What the file
// does not name stays; a share that is there already stays as its owner has it now. Run by the verb
// `household import`.
#pragma once

#include "app/base/result.hpp"
#include "app/server/family/family_file.hpp"

#include <cstddef>
#include <string>

namespace alongside {
class Chance;
}  // namespace alongside

namespace alongside::server {

class Database;
class Documents;

struct FamilyImport {
  std::size_t households = 0;
  std::size_t people = 0;
  std::size_t children = 0;
  std::size_t changed = 0;  // rows of any table that were made or are not as they were

  std::string text() const;  // for the terminal; counts, no names
};

// `chance` makes the ids of the documents by which owners see what they share.
Result<FamilyImport> import_family(Database& database, Documents& documents, Chance& chance, const FamilyFile& file);

}  // namespace alongside::server
