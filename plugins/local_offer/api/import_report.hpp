// ImportReport: what became of every record of a feed, written for the person who runs the import.
// Made by the importer.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace alongside::local_offer {

struct ImportLine {
  std::string id;
  std::string name;
  std::string file;
  std::string reason;
};

struct ImportReport {
  std::size_t page_files = 0;
  std::size_t service_files = 0;
  std::size_t other_files = 0;
  std::size_t copies = 0;  // records that came twice, word for word
  std::size_t added = 0;
  std::size_t changed = 0;
  std::size_t same = 0;
  std::size_t removed = 0;
  std::size_t kept = 0;             // refused now, but an earlier edition of it stays
  std::size_t hidden = 0;           // inactive or defunct: in, and not listed
  std::vector<std::string> visit;   // what there is to say of fetching it, when it was fetched
  std::vector<std::string> unread;  // files
  std::vector<ImportLine> refused;
  std::vector<ImportLine> notes;  // taken, with something left out

  std::size_t taken() const { return added + changed + same; }
  std::string text() const;
};

}  // namespace alongside::local_offer
