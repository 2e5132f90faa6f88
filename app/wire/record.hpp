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
//  - a record that says `using NeverGrows = void;` has no length in front and can have neither Tail nor
//    appended fields: for small things of which there are very many. Its message's version grows instead.
//  - fields are never removed, reordered or given another type; that needs a new schema version.
#pragma once

#include "app/wire/containers.hpp"
#include "app/wire/values.hpp"

#include <concepts>

namespace alongside::wire {

struct Tail {
  Bytes bytes;
  bool operator==(const Tail&) const = default;
};

// Whether a value equals T{}; values.hpp has a quicker one, which must be known before this is used.
template <std::equality_comparable T>
bool is_default(const T& value) {
  return value == T{};
}

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

template <class T>
concept FixedRecord = Record<T> && requires { typename T::NeverGrows; };

// cereal calls these around every value; they matter for records alone.
template <Record T>
void prologue(FrameWriter& writer, const T&) {
  if constexpr (!FixedRecord<T>) writer.begin_record();
}
template <Record T>
void epilogue(FrameWriter& writer, const T&) {
  if constexpr (!FixedRecord<T>) writer.end_record();
}
template <Record T>
void prologue(FrameReader& reader, const T&) {
  if constexpr (FixedRecord<T>) {
    reader.begin_container();
  } else {
    reader.begin_record();
  }
}
template <Record T>
void epilogue(FrameReader& reader, const T&) {
  if constexpr (FixedRecord<T>) {
    reader.end_container();
  } else {
    reader.end_record();
  }
}

template <class T>
inline constexpr bool is_name_value_pair = false;
template <class T>
inline constexpr bool is_name_value_pair<cereal::NameValuePair<T>> = true;

// What a field is without its name, which is for JSON.
template <class T>
auto& bare(T& value) {
  if constexpr (is_name_value_pair<std::remove_const_t<T>>) {
    return bare(value.value);
  } else {
    return value;
  }
}
template <class T>
using Bare = std::remove_cvref_t<decltype(bare(std::declval<T&>()))>;

// How any value is written and read: a record by its fields, everything else by its own save and load.
template <class T>
void write_value(FrameWriter& writer, const T& value) {
  if constexpr (Record<T>) {
    prologue(writer, value);
    const_cast<T&>(value).serialize(writer);  // cereal's members are not const; writing changes nothing
    epilogue(writer, value);
  } else {
    save(writer, value);
  }
}
template <class T>
void read_value(FrameReader& reader, T& value) {
  if constexpr (Record<T>) {
    prologue(reader, value);
    value.serialize(reader);
    epilogue(reader, value);
  } else {
    load(reader, value);
  }
}

template <class T>
constexpr std::size_t small_room() {
  if constexpr (SmallValue<Bare<T>>) {
    return Small<Bare<T>>::room;
  } else {
    return 0;
  }
}

// The fields of one archive(…). Each time there is room for all of its small ones, so that none of them
// asks, and where the next byte goes stays in a register between them.
template <class... Fields>
void write_values(FrameWriter& writer, const Fields&... fields) {
  constexpr std::size_t room = (small_room<Fields>() + ... + 0);
  std::uint8_t* to = writer.room(room);
  const auto write = [&](const auto& value) {
    using Value = std::remove_cvref_t<decltype(value)>;
    if constexpr (SmallValue<Value>) {
      to = Small<Value>::write(to, value);
    } else {
      writer.wrote_to(to);
      write_value(writer, value);
      to = writer.room(room);
    }
  };
  (write(bare(fields)), ...);
  writer.wrote_to(to);
}
template <class... Fields>
void read_values(FrameReader& reader, Fields&... fields) {
  const std::uint8_t* at = reader.at();
  const auto read = [&](auto& value) {
    using Value = std::remove_cvref_t<decltype(value)>;
    if constexpr (SmallValue<Value>) {
      at = Small<Value>::read(reader, at, value);
    } else {
      reader.read_to(at);
      read_value(reader, value);
      at = reader.at();
    }
  };
  (read(bare(fields)), ...);
  reader.read_to(at);
}

inline void save(FrameWriter& writer, const Tail& tail) { writer.tail(tail.bytes); }
inline void load(FrameReader& reader, Tail& tail) {
  tail.bytes.clear();
  if (reader.at_record_end()) return;
  const std::span<const std::uint8_t> unknown = reader.rest_of_record();
  tail.bytes.assign(unknown.begin(), unknown.end());
}

template <class T>
void save(FrameWriter& writer, const Appended<T>& appended) {
  using Value = std::remove_cvref_t<T>;
  const std::size_t start = writer.size();
  writer(appended.field.value);
  if constexpr (std::equality_comparable<Value>) {
    writer.settle_appended(start, is_default(appended.field.value) ? IsDefault::Yes : IsDefault::No);
  } else {
    const std::size_t default_from = writer.size();
    writer(Value{});
    writer.settle_appended(start, default_from);
  }
}

template <class T>
void load(FrameReader& reader, Appended<T>& appended) {
  using Value = std::remove_cvref_t<T>;
  if (reader.at_record_end()) {
    appended.field.value = Value{};
    return;
  }
  const std::uint8_t* const start = reader.at();
  reader(appended.field.value);
  if (!reader.at_record_end()) return;
  FrameWriter writer;
  writer.begin_record();  // so that a record in it has its length, as it has in the frame
  writer(Value{});
  if (std::ranges::equal(writer.bytes(), reader.since(start))) reader.fail_at(DecodeCode::NotCanonical, start);
}

}  // namespace alongside::wire
