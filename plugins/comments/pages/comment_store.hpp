// CommentStore: the comments that everybody may read, fetched once, and what this person has said themselves, for
// the screens. Owned by the plugin, shared by its pages.
#pragma once

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/records.hpp"
#include "plugins/comments/model/comment_list.hpp"
#include "plugins/comments/model/remark_record.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace alongside::comments {

enum class Load : std::uint8_t { Idle, Waiting, Ready, Offline, Failed };
// How far one's own remark has come. A refused one was not taken; it stays until dismissed.
enum class Progress : std::uint8_t { WithCouncil, Saving, OnDevice, Received, Refused };

struct OwnRemark {
  DocumentId id;
  RemarkRecord record;
  Progress progress = Progress::WithCouncil;
  OperationId change;  // of one that the council does not show yet
};

class CommentStore {
 public:
  explicit CommentStore(Host& host) : host_(host) {}

  void want();  // asks for the list, unless it has been asked for
  void fetch_again();
  Load load() const { return slot_ ? slot_->load : Load::Idle; }
  const CommentList& list() const { return slot_->list; }  // only when Ready

  bool is_signed_in() const;
  const std::vector<OwnRemark>& own();  // the newest first
  const OwnRemark* find(DocumentId id);

 private:
  struct Slot {
    Load load = Load::Waiting;
    CommentList list;
    void take(Result<Bytes> reply);
  };

  Host& host_;
  std::shared_ptr<Slot> slot_;
  std::uint64_t edition_ = 0;
  bool is_fresh_ = false;
  std::vector<OwnRemark> own_;
};

}  // namespace alongside::comments
