// The changes a family makes to whom it employs and to their hours, as operations carry them. An entry's and a
// confirmation's document has the id of its operation, so that nothing can be counted twice.
#pragma once

#include "plugins/employing/model/work_entry.hpp"
#include "plugins/employing/model/worker.hpp"

namespace alongside::employing {

// Adds a worker (base version 0) or changes the one the person saw.
struct PutWorker {
  static constexpr wire::SchemaId schema{510, 1};
  DocumentId id;
  Worker worker;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(worker), tail);
  }
};

// `replaces` makes it a correction: then `reason` says why. A correction to no time at all takes the entry away.
struct RecordHours {
  static constexpr wire::SchemaId schema{511, 1};
  DocumentId worker;
  Date day;
  EntryKind kind = EntryKind::Worked;
  std::uint16_t minutes = 0;
  std::uint16_t miles = 0;
  std::string note;
  DocumentId replaces;
  std::string reason;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(worker), CEREAL_NVP(day), CEREAL_NVP(kind), CEREAL_NVP(minutes), CEREAL_NVP(miles),
            CEREAL_NVP(note), wire::appended(CEREAL_NVP(replaces)), wire::appended(CEREAL_NVP(reason)), tail);
  }
};

struct ConfirmHours {
  static constexpr wire::SchemaId schema{512, 1};
  DocumentId worker;
  std::vector<DocumentId> entries;
  WorkerSays says = WorkerSays::Right;
  std::string words;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(worker), CEREAL_NVP(entries), CEREAL_NVP(says), CEREAL_NVP(words), tail);
  }
};

}  // namespace alongside::employing
