// JoinedBox: the files that are joined to what is begun on this device (plugin_api/joined_files.hpp), as drafts of
// their own beside the drafts that name them; and the pieces in which they go behind a letter without a name. Owned by
// the shell; plugins see JoinedFiles.
#pragma once

#include "app/base/bytes.hpp"
#include "app/client/platform.hpp"
#include "app/plugin_api/attachments.hpp"
#include "app/plugin_api/joined_files.hpp"

#include <map>
#include <vector>

namespace alongside::client {

class JoinedBox final : public JoinedFiles {
 public:
  JoinedBox(Platform& platform, Attachments& attachments) : platform_(platform), attachments_(attachments) {}

  void add(Records& beside, std::string_view token, Kind kind, Added added) override;
  bool has(Records& beside, DocumentId id) const override { return !content(beside, id).empty(); }
  void remove(Records& beside, DocumentId id) override;
  void show(Records& beside, DocumentId id) override { platform_.show_file(content(beside, id)); }
  void save_with(Records& beside, std::vector<DocumentId> files, Change change, Records::Saved saved) override;

  // wire::FilePiece frames of all of them, in order.
  std::vector<Bytes> pieces(Records& beside, const std::vector<DocumentId>& files) const;

 private:
  Bytes content(Records& beside, DocumentId id) const;  // empty: it is not here
  void keep(Records& beside, Bytes bytes, const Added& added);

  Platform& platform_;
  Attachments& attachments_;
  std::map<DocumentId, Bytes> in_memory_;
};

}  // namespace alongside::client
