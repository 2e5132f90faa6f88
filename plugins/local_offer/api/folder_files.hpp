// The JSON files of a feed's folder and of its services/ folder, in order of their names, within
// limits that are checked before anything is read. Used by feed_folder.
#pragma once

#include "app/base/result.hpp"

#include <string>
#include <vector>

namespace alongside::local_offer {

struct FolderFile {
  std::string path;
  std::string name;  // for the report: "services/x.json"
  std::string stem;  // "x"
  bool is_in_services = false;
};

Result<std::vector<FolderFile>> list_json_files(const std::string& folder);

}  // namespace alongside::local_offer
