// What is in the inbox of whoever is signed in: the council's notices to them, newest first and what
// they have not seen before the rest. Used by the inbox and by the number in the header.
#pragma once

#include "app/plugin_api/records.hpp"
#include "app/wire/messages/notice.hpp"

#include <cstddef>
#include <vector>

namespace alongside::client {

struct InboxItem {
  DocumentId id;
  wire::Subject subject;
  wire::Version version;
  wire::Notice notice;  // `seen` also counts what was read here and is not with the council yet
};

// Reads and counts each notice once, and again only when the records have changed.
class Notices {
 public:
  const std::vector<InboxItem>& items(const Records& records);
  std::size_t unseen(const Records& records);
  void mark_seen(Records& records, DocumentId id);

 private:
  void read(const Records& records);

  const Records* of_ = nullptr;
  std::uint64_t edition_ = 0;
  std::vector<InboxItem> items_;
  std::size_t unseen_ = 0;
};

}  // namespace alongside::client
