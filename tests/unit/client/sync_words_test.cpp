// The one sentence about where a person's changes are.
#include "app/client/session/sync_words.hpp"

#include "shell_words.hpp"

#include <doctest/doctest.h>

namespace {

using namespace alongside;
using namespace alongside::client;

std::string sentence(const SyncStatus& status, Network network = Network::Online) {
  ui::Words words;
  words.add(shell_words);
  return sync_sentence(words, {Standing::SignedIn, status, {}, network});
}

}  // namespace

TEST_CASE("what is not on the disk yet is never called saved, with or without a network") {
  for (const SyncState state : {SyncState::Working, SyncState::Idle, SyncState::Offline}) {
    CHECK(sentence({state, 1, 1, 0}) == "Saving on this device.");
    CHECK(sentence({state, 3, 1, 0}, Network::Offline) == "Saving on this device.");
  }
}

TEST_CASE("what is on the disk is called saved, and then with the council") {
  CHECK(sentence({SyncState::Working, 1, 0, 0}) == "Saved on this device. We are sending it now.");
  CHECK(sentence({SyncState::Offline, 1, 0, 0}) ==
        "Saved on this device. 1 change will be sent when there is a network.");
  CHECK(sentence({SyncState::Idle, 0, 0, 0}) == "Everything is with the council.");
}

TEST_CASE("an answer that cannot go yet is never called sent, nor said to go soon") {
  ui::Words words;
  words.add(shell_words);
  const LetterFacts letters = letters_of({1, 1, 0, 0, 0, {}});
  const std::string kept = "1 answer cannot go yet. It is safe on this device, and we will keep trying.";
  CHECK(sync_sentence(words, {Standing::SignedIn, {}, letters, Network::Online}) == kept);
  CHECK(sync_sentence(words, {Standing::Nobody, {}, letters, Network::Online}) == kept);
  CHECK(sync_sentence(words, {Standing::SignedIn, {SyncState::Idle, 1, 0, 0}, letters, Network::Online}) ==
        "Saved on this device. We are sending it now.");
}
