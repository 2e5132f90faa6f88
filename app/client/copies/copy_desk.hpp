// CopyDesk: what is unsent, for a copy in a file of the person's own, and what comes back out of one: first what the
// council and this device know already is left out, then the files, then all changes in one commit. Owned by Shell;
// plugins see SavedCopies.
#pragma once

#include "app/plugin_api/saved_copies.hpp"

namespace alongside::client {

class AttachmentBox;
class Platform;
class SessionService;

class CopyDesk final : public SavedCopies {
 public:
  CopyDesk(Platform& platform, SessionService& session, AttachmentBox& attachments)
      : platform_(platform), session_(session), attachments_(attachments) {}

  Kept kept() const override;
  void save_file(std::string_view name, Bytes content, std::function<void(Result<Place>)> done) override;
  void take_back(std::vector<wire::Operation> changes, std::vector<KeptFile> files,
                 std::function<void(Result<Taken>)> done) override;

 private:
  struct Job;
  void ask_council(std::shared_ptr<Job> job);
  void keep_files(std::shared_ptr<Job> job);
  void keep_changes(const std::shared_ptr<Job>& job);
  void end(const Job& job, Result<Taken> how);

  Platform& platform_;
  SessionService& session_;
  AttachmentBox& attachments_;
};

}  // namespace alongside::client
