#include "app/client/session/sync_words.hpp"

#include <algorithm>

namespace alongside::client {

using namespace ui::literals;

namespace {

// What is said when nothing else is: unless something lies here that cannot go yet.
std::string at_rest(const ui::Words& words, const SyncFacts& facts, ui::TextKey sentence) {
  const auto set_aside = static_cast<std::int64_t>(facts.letters.set_aside);
  return set_aside > 0 ? words.plural("shell.sync.set_aside"_t, set_aside) : words.get(sentence);
}

std::string of_nobody(const ui::Words& words, const SyncFacts& facts) {
  const auto letters = static_cast<std::int64_t>(facts.letters.on_their_way);
  if (letters > 0) return words.plural("shell.sync.will_go"_t, letters);
  if (facts.is_begun) return at_rest(words, facts, "shell.where.begun"_t);
  const bool offline = facts.network == Network::Offline;
  return at_rest(words, facts, offline ? "shell.where.offline"_t : "shell.where.here"_t);
}

std::string of_somebody(const ui::Words& words, const SyncFacts& facts) {
  const auto unsent = static_cast<std::int64_t>(facts.status.unsent + facts.letters.on_their_way + facts.files);
  switch (facts.status.state) {
    case SyncState::SignedOut: break;
    case SyncState::Incompatible: return words.get("shell.sync.incompatible"_t);
    case SyncState::Unreadable: return words.get("shell.sync.unreadable"_t);
    case SyncState::KeepsNothing: return words.get("shell.sync.keeps_nothing"_t);
    case SyncState::Full: return words.get("shell.sync.full"_t);
    case SyncState::Offline:
      if (facts.status.saving > 0) return words.get("shell.sync.saving"_t);
      return unsent > 0 ? words.plural("shell.sync.will_go"_t, unsent) : at_rest(words, facts, "shell.where.offline"_t);
    case SyncState::Working:
    case SyncState::Idle:
      if (facts.status.saving > 0) return words.get("shell.sync.saving"_t);
      if (unsent == 0) return at_rest(words, facts, "shell.sync.with_council"_t);
      // Offline by the browser's word, before a request has found out.
      if (facts.network == Network::Offline) return words.plural("shell.sync.will_go"_t, unsent);
      return words.get("shell.sync.sending"_t);
  }
  return unsent > 0 ? words.plural("shell.sync.sign_in_to_send"_t, unsent) : words.get("shell.sync.sign_in"_t);
}

}  // namespace

LetterFacts letters_of(const LetterStatus& status) {
  return {status.waiting - std::min(status.set_aside, status.waiting), status.set_aside};
}

std::string sync_sentence(const ui::Words& words, const SyncFacts& facts) {
  switch (facts.standing) {
    case Standing::Starting:
    case Standing::Nobody: return of_nobody(words, facts);
    case Standing::SignedIn: return of_somebody(words, facts);
    case Standing::Expired: break;
  }
  SyncFacts expired = facts;
  expired.status.state = SyncState::SignedOut;
  return of_somebody(words, expired);
}

}  // namespace alongside::client
