// How records (structs with a cereal `serialize`) look in a frame, and how they grow.
//
// A record inside another is its length in bytes, then its fields; the outermost has no length of
// its own. A record grows only at its end:
//   archive(CEREAL_NVP(name), CEREAL_NVP(phone), wire::appended(CEREAL_NVP(text_number)), tail);
//  - `Tail tail{}`, the last member, keeps what a newer edition wrote after the fields we know, and
//    writes it back unchanged: an older program never erases a newer one's words. A record without
//    a Tail can never grow; unknown bytes in it are refused.
//  - an `appended` field comes after all first-edition fields. Missing bytes mean T{}; and so that
//    there is one form only, trailing fields that equal T{} are not written, and are refused when read.
//  - fields are never removed, reordered or given another type; that needs a new schema version.
#pragma once

#include "app/wire/containers.hpp"

#include <concepts>

namespace alongside::wire {

struct Tail {
  Bytes bytes;
  bool operator==(const Tail&) const = default;
};

template <class T>
struct Appended {
  cereal::NameValuePair<T> field;
};

template <class T>
Appended<T> appended(cereal::NameValuePair<T> field) {
  return {field};
}

template <class T>
concept Record = std::is_class_v<T> && cereal::traits::has_member_serialize<T, FrameWriter>::value;

// cereal calls these around every value; they matter for records alone.
template <Record T>
void prologue(FrameWriter& writer, const T&) {
  writer.begin_record();
}
template <Record T>
void epilogue(FrameWriter& writer, const T&) {
  writer.end_record();
}
template <Record T>
void prologue(FrameReader& reader, const T&) {
  reader.begin_record();
}
template <Record T>
void epilogue(FrameReader& reader, const T&) {
  reader.end_record();
}

inline void save(FrameWriter& writer, const Tail& tail) { writer.tail(tail.bytes); }
inline void load(FrameReader& reader, Tail& tail) {
  const std::span<const std::uint8_t> unknown = reader.rest_of_record();
  tail.bytes.assign(unknown.begin(), unknown.end());
}

template <class T>
void save(FrameWriter& writer, const Appended<T>& appended) {
  const std::size_t start = writer.size();
  writer(appended.field.value);
  const std::size_t default_from = writer.size();
  writer(std::remove_cvref_t<T>{});
  writer.settle_appended(start, default_from);
}

template <class T>
void load(FrameReader& reader, Appended<T>& appended) {
  using Value = std::remove_cvref_t<T>;
  if (reader.at_record_end()) {
    appended.field.value = Value{};
    return;
  }
  const std::size_t start = reader.offset();
  reader(appended.field.value);
  if (!reader.at_record_end()) return;
  FrameWriter writer;
  writer.begin_record();  // so that a record in it has its length, as it has in the frame
  writer(Value{});
  if (std::ranges::equal(writer.bytes(), reader.since(start))) reader.fail_at(DecodeCode::NotCanonical, start);
}

}  // namespace alongside::wire
