#include "app/client/sync/letter_box.hpp"

#include "app/client/sync/one_reply.hpp"
#include "app/client/sync/random_id.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/letter.hpp"

#include <cstdlib>
#include <utility>

namespace alongside::client {
namespace {

using LetterId = Id<struct LetterTag>;  // its key on the shelf; never sent

constexpr std::string_view turn = "letters";
constexpr const char* refusals_key = "letters_refused";  // "3 not_allowed"

// What will not become better by sending it again. A missing route or a sign-in is not among them: the
// council's programs may be older for a while.
bool is_final(ErrorCode code) {
  return code == ErrorCode::InvalidInput || code == ErrorCode::NotAllowed || code == ErrorCode::Conflict ||
         code == ErrorCode::TooLarge;
}

StoreStep step(StoreStep::Do what, const std::string& key, Bytes value) {
  return {what, Shelf::Letters, key, std::move(value)};
}

}  // namespace

LetterBox::LetterBox(SyncWorld world, Tokens tokens)
    : world_(world), tokens_(std::move(tokens)), store_(world.store, world.timer), alive_(std::make_shared<int>(0)) {}

LetterBox::~LetterBox() {
  if (holding_) world_.turns.end(turn);
}

void LetterBox::open(std::string_view database, Done done) {
  const auto look = [this, done = std::move(done)](StoreFault fault) {
    if (fault == StoreFault::Unavailable) store_.fall_back({});
    if (fault == StoreFault::Full || fault == StoreFault::Failed) {
      return done(Error{ErrorCode::Storage, "the device's store could not be read"});
    }
    store_.read(Shelf::Meta, [this](ShelfContent meta) { read_refusals(meta); });
    store_.read(Shelf::Letters, [this, done](ShelfContent letters) {
      status_.waiting = letters.entries.size();
      changed();
      done({});
    });
  };
  if (database.empty()) return look(StoreFault::None);
  store_.open(std::string(database), look);
}

void LetterBox::post(std::string_view path, std::string_view purpose, Bytes body, Done kept) {
  LetterEntry entry;
  entry.path = path;
  entry.purpose = purpose;
  entry.body = std::move(body);
  const std::string key = random_id<LetterId>(world_.chance).text();
  Batch batch{Durability::Strict, {step(StoreStep::Do::Put, key, wire::encode_frame(entry))}};
  store_.commit(std::move(batch), [this, key, kept = std::move(kept)](Committed committed) {
    committed_post(key, kept, committed.fault);
  });
}

void LetterBox::committed_post(const std::string& key, const Done& kept, StoreFault fault) {
  if (fault == StoreFault::Full) return kept(Error{ErrorCode::TooLarge, "there is no room on this device"});
  if (fault == StoreFault::Unavailable && !store_.keeps_nothing()) {
    store_.fall_back({});
    return kept(Error{ErrorCode::Storage, "this browser keeps nothing"});
  }
  if (fault != StoreFault::None) return kept(Error{ErrorCode::Storage, "the store did not keep it"});
  ++status_.waiting;
  changed();
  if (store_.keeps_nothing()) held_.emplace(key, kept);
  send();
  if (!store_.keeps_nothing()) kept({});
}

void LetterBox::send() {
  ++wait_;
  if (working_) {
    again_ = true;
    return;
  }
  working_ = true;
  Turns& turns = world_.turns;
  turns.take(turn, [this, alive = std::weak_ptr(alive_), &turns] {
    if (alive.expired()) return turns.end(turn);
    granted();
  });
}

void LetterBox::granted() {
  holding_ = true;
  again_ = false;
  store_.read(Shelf::Letters, [this](ShelfContent letters) { read(std::move(letters)); });
}

void LetterBox::read(ShelfContent letters) {
  if (letters.fault == StoreFault::Unavailable) store_.fall_back({});
  if (letters.fault != StoreFault::None) return finish(After::Retry);
  letters_.clear();
  status_.waiting = letters.entries.size();
  for (const StoreEntry& kept : letters.entries) {
    // One that another edition of the app wrote stays where it is.
    if (auto entry = wire::decode_frame<LetterEntry>(kept.value)) letters_[kept.key] = std::move(entry).value();
  }
  next();
}

void LetterBox::read_refusals(const ShelfContent& meta) {
  for (const StoreEntry& entry : meta.entries) {
    if (entry.key != refusals_key) continue;
    const std::string text(entry.value.begin(), entry.value.end());
    status_.refused = std::strtoul(text.c_str(), nullptr, 10);
    if (const auto space = text.find(' '); space != text.npos) status_.last_refusal = text.substr(space + 1);
  }
}

void LetterBox::next() {
  if (letters_.empty()) return finish(After::Nothing);
  const LetterEntry& letter = letters_.begin()->second;
  if (letter.purpose.empty() || !letter.token.empty()) return deliver();
  tokens_(letter.purpose,
          one_reply(world_.timer, alive_, [this](Result<Bytes> token) { got_token(std::move(token)); }));
}

void LetterBox::got_token(Result<Bytes> token) {
  if (!token && is_final(token.error().code)) return remove(token.error());
  // Only who is signed in is given one: the letter waits until then.
  if (!token) return finish(token.error().code == ErrorCode::SignedOut ? After::Nothing : After::Retry);
  auto& [key, letter] = *letters_.begin();
  letter.token = std::move(token).value();
  Batch batch{Durability::Strict, {step(StoreStep::Do::Put, key, wire::encode_frame(letter))}};
  store_.commit(std::move(batch), [this](Committed committed) {
    if (committed.fault == StoreFault::Unavailable) store_.fall_back({});
    // Sent only when the token is safe with it: nobody gets a second one.
    committed.fault == StoreFault::None ? deliver() : finish(After::Retry);
  });
}

void LetterBox::deliver() {
  const LetterEntry& entry = letters_.begin()->second;
  wire::Letter letter;
  letter.token = entry.token;
  letter.body = entry.body;
  world_.transport.letter(entry.path, wire::encode_frame(letter),
                          one_reply(world_.timer, alive_, [this](const Result<Bytes>& reply) { delivered(reply); }));
}

void LetterBox::delivered(const Result<Bytes>& reply) {
  if (reply) return remove({});
  if (is_final(reply.error().code)) return remove(reply.error());
  finish(After::Retry);
}

void LetterBox::remove(Result<void> outcome) {
  const std::string key = letters_.begin()->first;
  Batch batch{Durability::Strict, {step(StoreStep::Do::Remove, key, {})}};
  if (!outcome) {
    status_.last_refusal = name_of(outcome.error().code);
    const std::string text = std::to_string(++status_.refused) + " " + status_.last_refusal;
    batch.steps.push_back({StoreStep::Do::Put, Shelf::Meta, refusals_key, Bytes(text.begin(), text.end())});
  }
  store_.commit(std::move(batch), [this, key, outcome](Committed committed) {
    if (committed.fault != StoreFault::None) return finish(After::Retry);
    letters_.erase(key);
    if (status_.waiting > 0) --status_.waiting;
    changed();
    const auto held = held_.extract(key);
    next();
    if (held && held.mapped()) held.mapped()(outcome);
  });
}

void LetterBox::finish(After after) {
  holding_ = false;
  working_ = false;
  world_.turns.end(turn);
  changed();
  if (after == After::Nothing) {
    backoff_.reset();
    if (std::exchange(again_, false)) send();
    return;
  }
  if (status_.waiting == 0) return;
  const std::uint64_t wait = ++wait_;
  world_.timer.after(backoff_.next_ms(world_.chance), [this, alive = std::weak_ptr(alive_), wait] {
    if (!alive.expired() && wait == wait_) send();
  });
}

void LetterBox::changed() {
  if (changed_) changed_();
}

}  // namespace alongside::client
