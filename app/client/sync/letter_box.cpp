#include "app/client/sync/letter_box.hpp"

#include "app/base/chance.hpp"
#include "app/client/sync/one_reply.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/letter.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace alongside::client {
namespace {

using LetterId = Id<struct LetterTag>;  // its key on the shelf; never sent

constexpr std::string_view turn = "letters";
// What goes after a letter lies behind it in the order of keys.
constexpr const char* after_mark = " ";
constexpr std::size_t first_after = 1000;
constexpr const char* refusals_key = "letters_refused";   // "3 not_allowed"
constexpr const char* seen_key = "letters_refused_seen";  // "2"

std::size_t number_in(const std::string& text) { return std::strtoul(text.c_str(), nullptr, 10); }

// What will not become better by sending it again.
bool is_final(ErrorCode code) {
  return code == ErrorCode::InvalidInput || code == ErrorCode::NotAllowed || code == ErrorCode::Conflict ||
         code == ErrorCode::TooLarge;
}

// The council was reached and cannot take this letter now: its programs may be older for a while, or
// whoever wrote it must sign in first. Others may go before it.
bool is_not_yet(ErrorCode code) {
  return code == ErrorCode::NotFound || code == ErrorCode::Incompatible || code == ErrorCode::SignedOut;
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

void LetterBox::post(NewLetter letter, Done kept) {
  LetterEntry entry;
  entry.path = std::move(letter.path);
  entry.body = std::move(letter.body);
  entry.purpose = std::move(letter.purpose);
  if (!entry.purpose.empty()) entry.writer = std::move(letter.writer);
  std::string key = random_id<LetterId>(world_.chance).text();
  Batch batch{Durability::Strict, {step(StoreStep::Do::Put, key, wire::encode_frame(entry))}};
  const std::string first = key;
  LetterEntry next;
  next.path = std::move(letter.after_path);
  for (Bytes& body : letter.after) {
    next.body = std::move(body);
    key = first + after_mark + std::to_string(first_after + batch.steps.size());
    batch.steps.push_back(step(StoreStep::Do::Put, key, wire::encode_frame(next)));
  }
  const std::size_t letters = batch.steps.size();
  store_.commit(std::move(batch), [this, key, letters, kept = std::move(kept)](Committed committed) {
    committed_post(key, letters, kept, committed.fault);
  });
}

void LetterBox::committed_post(const std::string& key, std::size_t letters, const Done& kept, StoreFault fault) {
  if (fault == StoreFault::Full) return kept(Error{ErrorCode::TooLarge, "there is no room on this device"});
  if (fault == StoreFault::Unavailable && !store_.keeps_nothing()) {
    store_.fall_back({});
    return kept(Error{ErrorCode::Storage, "this browser keeps nothing"});
  }
  if (fault != StoreFault::None) return kept(Error{ErrorCode::Storage, "the store did not keep it"});
  status_.waiting += letters;
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
  after_ = After::Nothing;
  status_.waiting = letters.entries.size();
  std::set<std::string> there;
  for (const StoreEntry& kept : letters.entries) {
    there.insert(kept.key);
    // One that another edition of the app wrote stays where it is.
    if (auto entry = wire::decode_frame<LetterEntry>(kept.value))
      letters_.push_back({kept.key, std::move(entry).value()});
  }
  std::erase_if(aside_, [&there](const std::string& key) { return !there.contains(key); });
  // Whichever held up the last round goes to the back, and what goes after it.
  const std::string followers = tried_last_ + after_mark;
  const auto behind = std::ranges::find_if(
      letters_, [&](const Waiting& it) { return it.key > tried_last_ && !it.key.starts_with(followers); });
  std::rotate(letters_.begin(), behind, letters_.end());
  next();
}

void LetterBox::read_refusals(const ShelfContent& meta) {
  for (const StoreEntry& entry : meta.entries) {
    const std::string text(entry.value.begin(), entry.value.end());
    if (entry.key == seen_key) status_.refusals_seen = number_in(text);
    if (entry.key != refusals_key) continue;
    status_.refused = number_in(text);
    if (const auto space = text.find(' '); space != text.npos) status_.last_refusal = text.substr(space + 1);
  }
}

void LetterBox::see_refusals() {
  status_.refusals_seen = status_.refused;
  const std::string text = std::to_string(status_.refused);
  const Bytes value(text.begin(), text.end());
  store_.commit({Durability::Relaxed, {{StoreStep::Do::Put, Shelf::Meta, seen_key, value}}}, [](Committed) {});
  changed();
}

void LetterBox::next() {
  if (letters_.empty()) return finish(after_);
  const LetterEntry& letter = letters_.front().entry;
  if (letter.purpose.empty() || !letter.token.empty()) return deliver();
  tokens_(letter.purpose, letter.writer,
          one_reply(world_.timer, alive_, [this](Result<Bytes> token) { got_token(std::move(token)); }));
}

void LetterBox::got_token(Result<Bytes> token) {
  // Only its writer is given one. Asking again would not help until they have signed in.
  if (!token)
    return not_taken(token.error(), token.error().code == ErrorCode::SignedOut ? After::Nothing : After::Retry);
  auto& [key, letter] = letters_.front();
  letter.token = std::move(token).value();
  letter.writer.clear();  // nobody has to be found again for it
  Batch batch{Durability::Strict, {step(StoreStep::Do::Put, key, wire::encode_frame(letter))}};
  store_.commit(std::move(batch), [this](Committed committed) {
    if (committed.fault == StoreFault::Unavailable) store_.fall_back({});
    // Sent only when the token is safe with it: nobody gets a second one.
    committed.fault == StoreFault::None ? deliver() : finish(After::Retry);
  });
}

void LetterBox::deliver() {
  const LetterEntry& entry = letters_.front().entry;
  wire::Letter letter;
  letter.token = entry.token;
  letter.body = entry.body;
  world_.transport.letter(entry.path, wire::encode_frame(letter),
                          one_reply(world_.timer, alive_, [this](const Result<Bytes>& reply) { delivered(reply); }));
}

void LetterBox::delivered(const Result<Bytes>& reply) {
  if (reply) return remove({});
  // Another letter with its id came first: what was carried to another device went from there.
  is_repeat_ = reply.error().code == ErrorCode::Conflict;
  not_taken(reply.error(), After::Retry);
}

// What was written is not let go of while another try may help, and it does not hold up the rest.
void LetterBox::not_taken(const Error& error, After after) {
  // In memory only there is no later: it goes back to the form it was written in.
  const bool is_not_for_now = is_not_yet(error.code);
  if (is_final(error.code) || (is_not_for_now && store_.keeps_nothing())) return remove(error);
  tried_last_ = letters_.front().key;
  if (!is_not_for_now) return finish(After::Retry);
  aside_.insert(tried_last_);
  if (after == After::Retry) after_ = After::Retry;
  letters_.pop_front();
  next();
}

void LetterBox::remove(Result<void> outcome) {
  const std::string key = letters_.front().key;
  Batch batch{Durability::Strict, {step(StoreStep::Do::Remove, key, {})}};
  if (std::exchange(is_repeat_, false)) {
    ++status_.repeated;
  } else if (!outcome && is_final(outcome.error().code)) {
    status_.last_refusal = name_of(outcome.error().code);
    const std::string text = std::to_string(++status_.refused) + " " + status_.last_refusal;
    batch.steps.push_back({StoreStep::Do::Put, Shelf::Meta, refusals_key, Bytes(text.begin(), text.end())});
  }
  std::set<std::string> gone = {key};
  if (!outcome) add_followers(key, gone);
  for (const std::string& other : gone) {
    if (other != key) batch.steps.push_back(step(StoreStep::Do::Remove, other, {}));
  }
  store_.commit(std::move(batch), [this, gone, outcome](Committed committed) {
    if (committed.fault != StoreFault::None) return finish(After::Retry);
    const auto is_gone = [&gone](const std::string& other) { return gone.contains(other); };
    std::erase_if(letters_, [&](const Waiting& it) { return is_gone(it.key); });
    std::erase_if(aside_, is_gone);
    status_.waiting -= std::min(status_.waiting, gone.size());
    changed();
    const auto held = held_.extract(*gone.rbegin());
    next();
    if (held && held.mapped()) held.mapped()(outcome);
  });
}

// What goes after a letter that was not taken: nobody will ever wait for it.
void LetterBox::add_followers(const std::string& key, std::set<std::string>& gone) const {
  const std::string beginning = key + after_mark;
  for (const Waiting& other : letters_) {
    if (other.key.starts_with(beginning)) gone.insert(other.key);
  }
  for (const std::string& other : aside_) {
    if (other.starts_with(beginning)) gone.insert(other);
  }
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
  status_.set_aside = aside_.size();
  if (changed_) changed_();
}

}  // namespace alongside::client
