// What a person is told of where their changes are: one quiet sentence. Used by the header, where it
// is spoken once when it changes, and by the account page.
#pragma once

#include "app/client/environment.hpp"
#include "app/client/session/session_service.hpp"
#include "app/ui/words.hpp"

#include <cstddef>
#include <string>

namespace alongside::client {

// Of what goes without a name.
struct LetterFacts {
  std::size_t on_their_way = 0;
  std::size_t set_aside = 0;
};
LetterFacts letters_of(const LetterStatus& status);

struct SyncFacts {
  Standing standing = Standing::Nobody;
  SyncStatus status;
  LetterFacts letters;
  Network network = Network::Online;
  std::size_t files = 0;  // that the council waits for: photos of receipts
  bool is_begun = false;  // something that whoever came with a code has begun is kept here
};

std::string sync_sentence(const ui::Words& words, const SyncFacts& facts);

}  // namespace alongside::client
