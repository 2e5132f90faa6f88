// LetterBox: keeps what is sent without a name until the council has it, and posts it without
// credentials. Owned by the shell. Nothing in a letter names a person, except in one that has no token
// yet: who is to be given it. Each letter has a random id of its own inside its body, so a repeat is
// harmless; its token is kept with it, since one is given once.
#pragma once

#include "app/client/sync/backoff.hpp"
#include "app/client/sync/device_store.hpp"
#include "app/client/sync/letter_entry.hpp"
#include "app/client/sync/sync_world.hpp"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::client {

struct LetterStatus {
  std::size_t waiting = 0;        // all that are here
  std::size_t set_aside = 0;      // of them, those the council cannot take yet, or whose writer must sign in
  std::size_t refused = 0;        // by the council, finally; kept on the device
  std::size_t repeated = 0;       // the council had them already, from another device: since this one was opened
  std::size_t refusals_seen = 0;  // of them, those somebody has read of
  std::string last_refusal;       // an error's name: "not_allowed"
};

// An empty purpose needs no token, and then nobody's name.
struct NewLetter {
  std::string path;
  std::string purpose;
  std::string writer;  // who is to be given the token: never leaves this device; or "/api/…", where a code buys it
  Bytes body;
  // What goes after it, to an address of its own, once this one is there; kept with it or not at all, and let go of
  // when the council does not take it.
  std::string after_path = {};
  std::vector<Bytes> after = {};
};

class LetterBox {
 public:
  using Done = std::function<void(Result<void>)>;
  using Reply = std::function<void(Result<Bytes>)>;
  // Asks for this writer's one token of this purpose. SignedOut: the writer is not who is signed in now,
  // and nobody else may ask for it.
  using Tokens = std::function<void(std::string_view purpose, std::string_view writer, Reply reply)>;

  LetterBox(SyncWorld world, Tokens tokens);
  ~LetterBox();
  LetterBox(const LetterBox&) = delete;
  LetterBox& operator=(const LetterBox&) = delete;

  // "public", in a store that the sync engine does not use: a store has one database open. An empty
  // name: letters lie in whichever database somebody else has open in this store.
  void open(std::string_view database, Done done);
  // Keeps the letter, then sends it by itself. TooLarge or Storage: it was not kept. Where the browser
  // keeps nothing, `kept` is answered when the council has it, or with why it cannot take it.
  void post(NewLetter letter, Done kept);
  // At start, when the network is back, when the page is seen again.
  void send();

  // The person has read that some were refused.
  void see_refusals();

  const LetterStatus& status() const { return status_; }
  void on_change(std::function<void()> changed) { changed_ = std::move(changed); }

 private:
  struct Waiting {
    std::string key;  // on the shelf
    LetterEntry entry;
  };
  enum class After : std::uint8_t { Nothing, Retry };

  void committed_post(const std::string& last, std::size_t letters, const Done& kept, StoreFault fault);
  void granted();
  void read(ShelfContent letters);
  void read_refusals(const ShelfContent& meta);
  void next();
  void got_token(Result<Bytes> token);
  void deliver();
  void delivered(const Result<Bytes>& reply);
  void not_taken(const Error& error, After after);
  void remove(Result<void> outcome);
  void add_followers(const std::string& key, std::set<std::string>& gone) const;
  void finish(After after);
  void changed();

  SyncWorld world_;
  Tokens tokens_;
  std::function<void()> changed_;
  DeviceStore store_;
  std::deque<Waiting> letters_;       // to be sent in this turn; the first is on its way
  After after_ = After::Nothing;      // this turn
  std::string tried_last_;            // the key of the last that was not taken
  std::set<std::string> aside_;       // keys of those that wait while others go
  std::map<std::string, Done> held_;  // in memory only: answered when they are there
  LetterStatus status_;
  Backoff backoff_;
  std::uint64_t wait_ = 0;
  bool is_repeat_ = false;  // the one that is being removed
  bool working_ = false;
  bool holding_ = false;
  bool again_ = false;
  std::shared_ptr<int> alive_;
};

}  // namespace alongside::client
