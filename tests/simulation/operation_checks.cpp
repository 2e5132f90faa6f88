#include "app/wire/messages/family.hpp"
#include "app/wire/payload.hpp"
#include "plugins/direct_payments/model/agreement.hpp"
#include "tests/simulation/checks.hpp"
#include "tests/simulation/sim_messages.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace alongside::simulation {

namespace {

std::map<OperationId, std::vector<KeptResult>> by_operation(const CouncilView& council) {
  std::map<OperationId, std::vector<KeptResult>> found;
  for (const KeptResult& result : council.results) found[result.operation].push_back(result);
  return found;
}

// 1, 2, 3 … of each device.
void check_sequences(const CouncilView& council, Violations& violations) {
  const KeptResult* last = nullptr;
  for (const KeptResult& result : council.results) {
    const bool same = last != nullptr && last->person == result.person && last->device == result.device;
    if (result.sequence != (same ? last->sequence + 1 : 1)) {
      violations.push_back("device " + result.device.text() + " has a gap before " + std::to_string(result.sequence));
    }
    last = &result;
  }
}

// Which of the seen operations were applied, by the document they change.
std::map<std::string, std::vector<Seen>> applied_to(const History& history, const CouncilView& council) {
  std::map<std::string, std::vector<Seen>> applied;
  std::set<OperationId> counted;  // the same result may stand under two devices
  for (const KeptResult& result : council.results) {
    if (!counted.insert(result.operation).second) continue;
    const auto seen = history.seen().find(result.operation);
    if (seen == history.seen().end() || result.outcome != wire::Outcome::Applied) continue;
    applied[seen->second.target].push_back(seen->second);
  }
  return applied;
}

void check_list(const wire::Document& document, const std::vector<Seen>& applied, Violations& violations) {
  const auto list = wire::decode_payload<SimList>(document.content);
  if (!list) return violations.push_back("a list cannot be read");
  std::multiset<std::uint64_t> expected;
  for (const Seen& seen : applied) expected.insert(seen.marker);
  const std::multiset<std::uint64_t> found(list->markers.begin(), list->markers.end());
  for (const std::uint64_t marker : found) {
    if (found.count(marker) > 1)
      violations.push_back("doubled: change " + std::to_string(marker) + " is in its list twice");
  }
  for (const std::uint64_t marker : expected) {
    if (!found.contains(marker)) violations.push_back("lost: change " + std::to_string(marker) + " is not in its list");
  }
  if (found.size() > expected.size()) violations.push_back("a list holds what nobody applied");
}

// Whoever changes a fact has seen the version before: nobody's words are written over unseen.
void check_bases(const History& history, const wire::Document& document, std::vector<Seen> applied,
                 Violations& violations) {
  std::ranges::sort(applied, {}, &Seen::base_version);
  std::uint64_t shown = 0;  // whose words were there before
  for (std::uint64_t version = 0; version < applied.size(); ++version) {
    const Seen& change = applied[version];
    const bool is_next = change.base_version == version;
    const bool was_seen = history.intents()[change.marker - 1].built_on == shown;
    if (!is_next || !was_seen) {
      violations.push_back("document " + document.id.text() + " was changed by change " +
                           std::to_string(change.marker) + ", whose author had not seen its last version");
      return;
    }
    shown = change.marker;
  }
}

}  // namespace

void check_operations(const History& history, const CouncilView& council, std::uint64_t restores,
                      Violations& violations) {
  const auto results = by_operation(council);
  for (std::size_t i = 0; i < history.intents().size(); ++i) {
    const Intent& intent = history.intents()[i];
    // A no is not asked for again: the person has been told of it.
    const std::optional<Lost> lost = history.lost(intent.operation);
    if (lost == Lost::Unsent) continue;
    const bool may_be_gone =
        intent.kept == Kept::AtTheCouncil || history.was_refused(intent.operation) || lost == Lost::Sent;
    if (restores > 0 && may_be_gone) continue;
    if (intent.told == Told::Saved && !results.contains(intent.operation)) {
      violations.push_back("lost: change " + std::to_string(i + 1) + " (operation " +
                           intent.operation.text().substr(0, 4) + " of " + intent.person.text().substr(0, 4) +
                           ") was acknowledged and has no result");
    }
  }
  for (const auto& [operation, kept] : results) {
    const auto seen = history.seen().find(operation);
    const std::string name = seen == history.seen().end() ? operation.text() : std::to_string(seen->second.marker);
    // Under another device of the same person it may stand again, when a browser's things were copied: with
    // the same result, and applied once.
    for (const KeptResult& one : kept) {
      const bool same = one.person == kept[0].person && one.outcome == kept[0].outcome;
      const bool twice_in_one = &one != kept.data() && one.device == kept[0].device;
      if (!same || twice_in_one) violations.push_back("doubled: change " + name + " has two results");
    }
    const auto audited = council.audited.find(operation);
    if (audited == council.audited.end() || audited->second != 1) {
      violations.push_back("change " + name + " stands in the audit not exactly once");
    }
    if (seen == history.seen().end() || seen->second.marker == 0) continue;
    if (history.intents()[seen->second.marker - 1].told == Told::Failed) {
      violations.push_back("change " + name + " was said not to be kept, and arrived");
    }
  }
  check_sequences(council, violations);
}

void check_effects(const History& history, const CouncilView& council, Violations& violations) {
  const auto applied = applied_to(history, council);
  for (const wire::Document& document : council.documents) {
    const auto changes = applied.find(target_of(document.kind, document.content, document.id, document.owner));
    const std::vector<Seen> none;
    const std::vector<Seen>& made = changes == applied.end() ? none : changes->second;
    if (document.kind == SimList::schema.id) {
      check_list(document, made, violations);
    } else if (document.kind != direct_payments::Agreement::schema.id && document.version != made.size()) {
      violations.push_back("document " + document.id.text() + " has version " + std::to_string(document.version) +
                           " after " + std::to_string(made.size()) + " applied changes");
    }
    if (document.kind == wire::Fact::schema.id) check_bases(history, document, made, violations);
  }
}

void check_feeds(const CouncilView& council, Violations& violations) {
  for (const auto& [viewer, feed] : council.feeds) {
    const std::set<std::uint64_t> places(feed.places.begin(), feed.places.end());
    if (places.size() != feed.places.size()) violations.push_back("a feed has two documents in one place");
    if (!places.empty() && (*places.begin() < 1 || *places.rbegin() > feed.end)) {
      violations.push_back("a feed goes on after its end");
    }
  }
}

}  // namespace alongside::simulation
