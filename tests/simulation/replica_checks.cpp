#include "app/client/sync/outbox_entry.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/family.hpp"
#include "plugins/direct_payments/model/agreement.hpp"
#include "plugins/direct_payments/model/transaction.hpp"
#include "tests/simulation/checks.hpp"
#include "tests/simulation/sim_messages.hpp"

#include <map>

namespace alongside::simulation {

namespace {

using client::Shelf;
using Replica = std::map<DocumentId, Bytes>;

Replica expected_of(PersonId viewer, const CouncilView& council) {
  Replica replica;
  for (const auto& [id, document] : council.of(viewer)) replica[id] = wire::encode_frame(document);
  return replica;
}

// What the engine shows to the screens.
Replica shown_by(const client::SyncEngine& engine) {
  Replica replica;
  for (const std::uint32_t kind :
       {SimList::schema.id, wire::Fact::schema.id, wire::Preference::schema.id, wire::Share::schema.id,
        direct_payments::Agreement::schema.id, direct_payments::Transaction::schema.id}) {
    for (const wire::Document* document : engine.documents(kind)) replica[document->id] = wire::encode_frame(*document);
  }
  return replica;
}

Replica kept_in(const client::MemoryDatabase& database) {
  Replica replica;
  for (const auto& [key, value] : database[static_cast<std::size_t>(Shelf::Documents)]) {
    if (const auto document = wire::decode_frame<wire::Document>(value)) replica[document->id] = value;
  }
  return replica;
}

std::string difference(const Replica& found, const Replica& expected) {
  std::size_t missing = 0;
  std::size_t other = 0;
  for (const auto& [id, bytes] : expected) {
    const auto there = found.find(id);
    if (there == found.end()) {
      ++missing;
    } else if (there->second != bytes) {
      ++other;
    }
  }
  return std::to_string(found.size()) + " documents for " + std::to_string(expected.size()) + ", " +
         std::to_string(missing) + " missing, " + std::to_string(other) + " different";
}

void check_outbox(const client::MemoryDatabase& database, Violations& violations) {
  for (const auto& [key, value] : database[static_cast<std::size_t>(Shelf::Outbox)]) {
    const auto entry = wire::decode_frame<client::OutboxEntry>(value);
    if (!entry) {
      violations.push_back("an outbox holds what cannot be read, under " + key);
    } else if (entry->state == client::SentState::Unsent) {
      violations.push_back("unsent at rest: " + key);
    }
  }
}

void check_device(const Device& device, const Replica& expected, Violations& violations) {
  for (const auto& [name, database] : device.storage().databases) {
    // A page that found no room, or no storage, goes on in memory until it is closed.
    if (!device.is_fresh()) continue;
    if (kept_in(database.now()) != expected) {
      violations.push_back("unequal: the disk of a device of " + device.line().person.text() + " has " +
                           difference(kept_in(database.now()), expected));
    }
    check_outbox(database.now(), violations);
  }
  for (const auto& tab : device.tabs()) {
    if (!tab->is_open()) {
      violations.push_back("a tab did not open");
    } else if (const Replica shown = shown_by(tab->engine()); shown != expected) {
      violations.push_back("unequal: a tab of " + device.line().person.text() + " shows " +
                           difference(shown, expected));
    } else if (tab->engine().status().unsent != 0) {
      violations.push_back("unsent at rest: a tab says so");
    }
  }
}

}  // namespace

void check_replicas(const std::vector<std::unique_ptr<Device>>& devices, const CouncilView& council,
                    Violations& violations) {
  for (const auto& device : devices) check_device(*device, expected_of(device->line().person, council), violations);
}

}  // namespace alongside::simulation
