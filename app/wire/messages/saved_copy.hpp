// SavedCopy: what a device has not sent, as its person takes it along in a file of their own, so that the same or
// another device of theirs can take it in again. Each change keeps its id: whoever sends it, the council applies it
// once. Never sent by itself. KnownChanges: asks the council which of a person's own changes it has answered already.
// Written and read by plugins/unsent; asked by client/copies; answered by server/sync at POST /api/sync/known.
#pragma once

#include "app/wire/limits.hpp"
#include "app/wire/messages/operation.hpp"

#include <cstddef>
#include <vector>

namespace alongside::wire {

namespace saved_copy_limits {
inline constexpr std::size_t changes = 1000;
inline constexpr std::size_t change_bytes = std::size_t{64} << 10;  // of one payload, as a device keeps it
inline constexpr std::size_t all_change_bytes = std::size_t{3} << 20;
inline constexpr std::size_t files = 12;
inline constexpr std::size_t all_file_bytes = std::size_t{12} << 20;
inline constexpr std::size_t frame_bytes = std::size_t{16} << 20;
inline constexpr std::size_t paper_bytes = std::size_t{24} << 20;  // of the whole file, with what people read
}  // namespace saved_copy_limits

// A photo or paper that is joined to one of them, or that the council still waits for.
struct SavedFile {
  DocumentId id;
  Bytes content;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(content), tail);
  }
};

struct SavedCopy {
  static constexpr SchemaId schema{81, 1};
  static constexpr Limits limits{saved_copy_limits::frame_bytes, 2 * saved_copy_limits::frame_bytes};

  PersonId person;  // whose they are: nobody else can take them in
  std::int64_t made_at_ms = 0;
  std::vector<Operation> changes;  // oldest first
  std::vector<SavedFile> files;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(person), CEREAL_NVP(made_at_ms), CEREAL_NVP(changes), CEREAL_NVP(files), tail);
  }
};

// As a question: the changes that somebody would send. As the answer: those of them that the council has answered.
struct KnownChanges {
  static constexpr SchemaId schema{45, 1};
  static constexpr Limits limits{std::size_t{64} << 10, std::size_t{256} << 10};
  std::vector<OperationId> changes;
  Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(changes), tail);
  }
};

}  // namespace alongside::wire
