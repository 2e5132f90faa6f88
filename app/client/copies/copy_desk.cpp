#include "app/client/copies/copy_desk.hpp"

#include "app/client/attachments/attachment_box.hpp"
#include "app/client/platform.hpp"
#include "app/client/session/session_service.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/saved_copy.hpp"

#include <algorithm>
#include <utility>

namespace alongside::client {

// One file that is being taken back.
struct CopyDesk::Job {
  PersonId person;
  std::vector<wire::Operation> changes;
  std::vector<KeptFile> files;
  std::vector<DocumentId> kept;  // of the files, those that were put here
  Taken taken;
  std::function<void(Result<Taken>)> done;
};

SavedCopies::Kept CopyDesk::kept() const {
  Kept kept = session_.engine().kept();
  kept.files = attachments_.files();
  return kept;
}

void CopyDesk::save_file(std::string_view name, Bytes content, std::function<void(Result<Place>)> done) {
  platform_.save_file(name, std::move(content), [this, done = std::move(done)](const Result<Bytes>& reply) {
    const bool is_shared = reply.ok() && !reply->empty() && reply->front() == 1;
    done(reply.ok() ? Result<Place>(is_shared ? Place::Shared : Place::Downloads) : Result<Place>(reply.error()));
    platform_.wake();
  });
}

void CopyDesk::take_back(std::vector<wire::Operation> changes, std::vector<KeptFile> files,
                         std::function<void(Result<Taken>)> done) {
  auto job = std::make_shared<Job>();
  job->person = session_.info().person;
  job->done = std::move(done);
  job->files = std::move(files);
  const SyncEngine& engine = session_.engine();
  job->taken.here = std::erase_if(changes, [&](const wire::Operation& made) { return engine.has(made.id); });
  job->changes = std::move(changes);
  std::erase_if(job->files, [this](const KeptFile& file) {
    return attachments_.state(file.id).place != AttachmentPlace::Elsewhere;
  });
  ask_council(std::move(job));
}

// Without an answer all are taken: the council knows each by its id, and applies none a second time.
void CopyDesk::ask_council(std::shared_ptr<Job> job) {
  wire::KnownChanges question;
  for (const wire::Operation& made : job->changes) question.changes.push_back(made.id);
  if (question.changes.empty()) return keep_files(std::move(job));
  platform_.post("/api/sync/known", wire::encode_frame(question), Credentials::Sent,
                 [this, job = std::move(job)](const Result<Bytes>& reply) {
                   const auto answer = reply.ok() ? wire::decode_frame<wire::KnownChanges>(reply.value())
                                                  : Result<wire::KnownChanges>(reply.error());
                   if (answer.ok()) {
                     const auto& known = answer->changes;
                     job->taken.asked = Taken::Asked::Yes;
                     job->taken.known = std::erase_if(job->changes, [&](const wire::Operation& made) {
                       return std::ranges::find(known, made.id) != known.end();
                     });
                   }
                   keep_files(job);
                 });
}

// One after the other, before the changes that name them: a change without its photo would be sent without it.
void CopyDesk::keep_files(std::shared_ptr<Job> job) {
  if (session_.info().person != job->person) return end(*job, Error{ErrorCode::SignedOut, "somebody else is here"});
  if (job->files.empty()) return keep_changes(job);
  const KeptFile file = std::move(job->files.back());
  job->files.pop_back();
  attachments_.keep(file.id, *file.content, [this, job, id = file.id](const Result<void>& kept) {
    if (!kept.ok()) return end(*job, kept.error());
    job->kept.push_back(id);
    keep_files(job);
  });
}

void CopyDesk::keep_changes(const std::shared_ptr<Job>& job) {
  job->taken.taken = job->changes.size();
  job->taken.files = job->kept.size();
  session_.engine().take_back(std::move(job->changes), [this, job](const Result<void>& kept) {
    end(*job, kept.ok() ? Result<Taken>(job->taken) : Result<Taken>(kept.error()));
  });
}

void CopyDesk::end(const Job& job, Result<Taken> how) {
  if (!how.ok()) {
    for (const DocumentId id : job.kept) attachments_.remove(id);
  }
  job.done(std::move(how));
  platform_.wake();
}

}  // namespace alongside::client
