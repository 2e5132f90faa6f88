// SyncEngine: keeps one person's changes on this device and exchanges them with the council, each
// exactly once. Owned by the shell's session; plugins see it as Records. Pure: all it has of the
// world is SyncWorld, so tests and the simulator run it with a world of their own. One thread;
// every callback comes later, never before the call returns.
#pragma once

#include "app/client/sync/sync_status.hpp"
#include "app/client/sync/sync_world.hpp"
#include "app/plugin_api/records.hpp"
#include "app/plugin_api/saved_copies.hpp"

#include <functional>
#include <memory>
#include <utility>

namespace alongside::client {

class Drafts;
enum class Elsewhere : std::uint8_t;
class Replica;
class SaveQueue;
class SyncRounds;

// Asked once on each device.
enum class Keep : std::uint8_t {
  Everything,
  UnsentOnly,  // documents are held in memory only, and a change leaves the device once the council has it
};

enum class SyncReason : std::uint8_t { Started, Saved, Seen, Online, Returned, Asked, OtherTab };

enum class Unsent : std::uint8_t { Keep, Discard };

class SyncEngine final : public Records {
 public:
  explicit SyncEngine(SyncWorld world);
  ~SyncEngine();
  SyncEngine(const SyncEngine&) = delete;
  SyncEngine& operator=(const SyncEngine&) = delete;

  // Reads what the device has of this person and makes the device's id at its first use. Fails with
  // Storage only if what is there could not be read now; a device that can keep nothing is opened all the
  // same (SyncState::KeepsNothing), and so is one whose drafts could not be read (SyncState::Unreadable). The caller
  // then says sync(Started). What could not be read is tried again with each sync().
  void open(PersonId person, Keep keep, Done done);
  // Lets go of the person: nothing of theirs stays in memory, no callback of theirs comes any more.
  void close();

  // Sends what is unsent, then fetches what is new. While that is at work, another call makes it
  // begin once more when it has finished. Does nothing when nobody is open.
  void sync(SyncReason reason);

  SyncStatus status() const;
  // Called after something of status() or edition() changed: once for all that changed together.
  void on_change(std::function<void()> changed);

  // Deletes this person's things from the device. Conflict: something is unsent and Unsent::Keep was said.
  // The engine is closed after success.
  void forget(Unsent unsent, Done done);
  // Signing out: what the council tells again goes from the device. What only this device has, which is changes that
  // were not sent, drafts and, with `files`, files, stays there sealed until its person comes back; with none of it all
  // goes. The engine is closed after success.
  enum class OwnFiles : bool { None, Some };
  void leave(OwnFiles files, Done done);
  // Changes and unreadable: for the person to take along in a file, before anything of it goes.
  SavedCopies::Kept kept() const;
  // Out of such a file of the same person: all of them are in the outbox, at its end, when `done` says so, or none is.
  // Errors: InvalidInput (somebody else's), TooLarge (no room), Storage.
  void take_back(std::vector<wire::Operation> made, Done done);
  bool has(OperationId made) const;

  DeviceId device() const;
  PersonId person() const;
  // The place in this viewer's feed that documents() show.
  std::uint64_t cursor() const;

  // Records. save() answers when the change is on this device's disk. Its errors: TooLarge (no room, or
  // a payload over 64 KiB) and Storage, after which nothing was kept and the caller still has what was typed.
  // While this browser keeps nothing, it answers when the council has the change.
  std::uint64_t edition() const override;
  std::vector<const wire::Document*> documents(std::uint32_t kind) const override;
  std::vector<const PendingChange*> changes(std::span<const std::uint32_t> kinds) const override;
  void save(Change change, Saved saved) override;
  void dismiss(OperationId change) override;
  DocumentId new_document() override;
  bool are_drafts_read() const override;
  std::optional<Bytes> draft(std::string_view key) const override;
  void keep_draft(std::string_view key, Bytes value, Done done) override;
  void drop_draft(std::string_view key) override;
  bool are_drafts_unreadable() const override;
  void keep_draft_with_others(std::string_view key, Bytes value, Done done) override;

 private:
  enum class Unread : std::uint8_t { Nothing, Drafts, All };  // what lies on the device and could not be read

  void keep_draft(std::string_view key, Bytes value, Elsewhere elsewhere, Done done);
  std::function<void(StoreFault)> closing(Done done, std::function<void()> finish);
  void take_back(std::vector<wire::Operation> made, Done done, int tries);
  void read(Done done);
  void read_drafts(Done done);
  void read_again();
  void announce();
  void other_tab();

  SyncWorld world_;
  std::function<void()> changed_;
  std::shared_ptr<int> alive_;  // callbacks hold it weakly: gone after close()
  std::unique_ptr<Replica> replica_;
  std::unique_ptr<Drafts> drafts_;
  std::unique_ptr<SaveQueue> saves_;
  std::unique_ptr<SyncRounds> rounds_;
  Unread unread_ = Unread::Nothing;
  enum class Told : std::uint8_t { No, Soon };
  Told told_ = Told::No;  // of the next change
  std::pair<std::uint64_t, SyncStatus> last_told_;
  std::uint64_t editions_before_ = 0;  // edition() goes on from one person to the next
};

}  // namespace alongside::client
