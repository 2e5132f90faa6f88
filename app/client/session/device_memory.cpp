#include "app/client/session/device_memory.hpp"

#include "app/client/sync/device_state.hpp"
#include "app/wire/frame.hpp"

#include <string_view>
#include <utility>

namespace alongside::client {
namespace {

constexpr std::string_view person_key = "person";
constexpr std::string_view keep_key = "keep";
constexpr std::string_view ending_key = "ending";
constexpr std::string_view turn_key = "turn";
constexpr std::string_view session_key = meta::session;

constexpr std::string_view everything = "everything";
constexpr std::string_view unsent_only = "unsent";

StoreStep put(std::string_view key, std::string_view value) {
  return {StoreStep::Do::Put, Shelf::Meta, std::string(key), Bytes(value.begin(), value.end())};
}

StoreStep put_or_remove(std::string_view key, std::string_view value) {
  StoreStep step = put(key, value);
  if (value.empty()) step.what = StoreStep::Do::Remove;
  return step;
}

void read_note(DeviceNotes& notes, const StoreEntry& entry) {
  const std::string value(entry.value.begin(), entry.value.end());
  if (entry.key == keep_key && value == everything) notes.keep = KeepChoice::Everything;
  if (entry.key == keep_key && value == unsent_only) notes.keep = KeepChoice::UnsentOnly;
  if (entry.key == ending_key) notes.ending = Ending::Unheard;
  if (entry.key == turn_key) notes.turn = value;
  if (entry.key != person_key) return;
  const Result<PersonId> person = PersonId::parse(value);
  if (person.ok()) notes.person = person.value();
}

std::string_view name_of(KeepChoice keep) {
  switch (keep) {
    case KeepChoice::Unasked: return {};
    case KeepChoice::Everything: return everything;
    case KeepChoice::UnsentOnly: return unsent_only;
  }
  return {};
}

}  // namespace

void DeviceMemory::read(std::function<void(DeviceNotes)> done) {
  common_.read(Shelf::Meta, [done = std::move(done)](ShelfContent content) {
    DeviceNotes notes;
    for (const StoreEntry& entry : content.entries) read_note(notes, entry);
    done(std::move(notes));
  });
}

void DeviceMemory::write(const DeviceNotes& notes, std::function<void()> done) {
  const std::string person = notes.person.is_nil() ? std::string() : notes.person.text();
  Batch batch;
  batch.steps = {put_or_remove(person_key, person), put_or_remove(keep_key, name_of(notes.keep)),
                 put_or_remove(ending_key, notes.ending == Ending::Unheard ? "1" : ""),
                 put_or_remove(turn_key, notes.turn)};
  common_.commit(std::move(batch), [done = std::move(done)](const Committed&) { done(); });
}

void DeviceMemory::read_session(std::function<void(std::optional<wire::SessionInfo>)> done) {
  personal_.read(Shelf::Meta, [done = std::move(done)](ShelfContent content) {
    for (const StoreEntry& entry : content.entries) {
      if (entry.key != session_key) continue;
      Result<wire::SessionInfo> session = wire::decode_frame<wire::SessionInfo>(entry.value);
      if (session.ok()) return done(std::move(session).value());
    }
    done(std::nullopt);
  });
}

void DeviceMemory::keep_session(const wire::SessionInfo& session) {
  Batch batch;
  batch.durability = Durability::Relaxed;  // the council tells it again
  batch.steps = {{StoreStep::Do::Put, Shelf::Meta, std::string(session_key), wire::encode_frame(session)}};
  personal_.commit(std::move(batch), [](const Committed&) {});
}

}  // namespace alongside::client
