#include "app/client/session/sync_words.hpp"

namespace alongside::client {

using namespace ui::literals;

namespace {

std::string of_nobody(const ui::Words& words, const SyncFacts& facts) {
  const auto letters = static_cast<std::int64_t>(facts.letters);
  if (letters > 0) return words.plural("shell.sync.will_go"_t, letters);
  const bool offline = facts.network == Network::Offline;
  return words.get(offline ? "shell.where.offline"_t : "shell.where.here"_t);
}

std::string of_somebody(const ui::Words& words, const SyncFacts& facts) {
  const auto unsent = static_cast<std::int64_t>(facts.status.unsent + facts.letters);
  switch (facts.status.state) {
    case SyncState::SignedOut: break;
    case SyncState::Incompatible: return words.get("shell.sync.incompatible"_t);
    case SyncState::KeepsNothing: return words.get("shell.sync.keeps_nothing"_t);
    case SyncState::Full: return words.get("shell.sync.full"_t);
    case SyncState::Offline:
      if (facts.status.saving > 0) return words.get("shell.sync.saving"_t);
      return unsent > 0 ? words.plural("shell.sync.will_go"_t, unsent) : words.get("shell.where.offline"_t);
    case SyncState::Working:
    case SyncState::Idle:
      if (facts.status.saving > 0) return words.get("shell.sync.saving"_t);
      if (unsent == 0) return words.get("shell.sync.with_council"_t);
      // Offline by the browser's word, before a request has found out.
      if (facts.network == Network::Offline) return words.plural("shell.sync.will_go"_t, unsent);
      return words.get("shell.sync.sending"_t);
  }
  return unsent > 0 ? words.plural("shell.sync.sign_in_to_send"_t, unsent) : words.get("shell.sync.sign_in"_t);
}

}  // namespace

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
