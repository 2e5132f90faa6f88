// How single values look in a frame. Whole numbers are varints (signed ones zigzag) of any C++
// width: the bytes are the same on 32 and 64 bits. bool is one byte, 0 or 1. double is 8 bytes,
// finite. An enum is its number and must pass is_known(E), found beside the enum. There is no
// char, float, pointer or shared ownership here, on purpose: cereal then refuses to compile them.
#pragma once

#include "app/wire/frame_reader.hpp"
#include "app/wire/frame_writer.hpp"

#include <concepts>
#include <limits>
#include <string>
#include <type_traits>

namespace alongside::wire {

template <class T, class... Others>
concept OneOf = (std::same_as<T, Others> || ...);

template <class T>
concept SignedNumber = OneOf<T, signed char, short, int, long, long long>;
template <class T>
concept UnsignedNumber = OneOf<T, unsigned char, unsigned short, unsigned int, unsigned long, unsigned long long>;
template <class T>
concept Enumeration = std::is_enum_v<T>;

template <SignedNumber T>
void save(FrameWriter& writer, const T& value) {
  writer.signed_number(value);
}
template <SignedNumber T>
void load(FrameReader& reader, T& value) {
  value = static_cast<T>(reader.signed_number(std::numeric_limits<T>::min(), std::numeric_limits<T>::max()));
}

template <UnsignedNumber T>
void save(FrameWriter& writer, const T& value) {
  writer.unsigned_number(value);
}
template <UnsignedNumber T>
void load(FrameReader& reader, T& value) {
  value = static_cast<T>(reader.unsigned_number(std::numeric_limits<T>::max()));
}

template <std::same_as<bool> T>
void save(FrameWriter& writer, const T& value) {
  writer.byte(value ? 1 : 0);
}
template <std::same_as<bool> T>
void load(FrameReader& reader, T& value) {
  value = reader.flag();
}

template <std::same_as<double> T>
void save(FrameWriter& writer, const T& value) {
  writer.fraction(value);
}
template <std::same_as<double> T>
void load(FrameReader& reader, T& value) {
  value = reader.fraction();
}

template <Enumeration T>
void save(FrameWriter& writer, const T& value) {
  writer.unsigned_number(static_cast<std::uint64_t>(value));
}
template <Enumeration T>
void load(FrameReader& reader, T& value) {
  static_assert(std::is_unsigned_v<std::underlying_type_t<T>>, "an enum in a message has an unsigned underlying type");
  static_assert(
      requires(T known) {
        { is_known(known) } -> std::same_as<bool>;
      }, "an enum in a message needs `constexpr bool is_known(E)` beside it");
  const std::size_t start = reader.offset();
  const auto number = reader.unsigned_number(std::numeric_limits<std::underlying_type_t<T>>::max());
  value = static_cast<T>(number);
  if (!is_known(value)) reader.fail_at(DecodeCode::UnknownChoice, start);
}

inline void save(FrameWriter& writer, const std::string& value) { writer.text(value); }
inline void load(FrameReader& reader, std::string& value) { value = reader.text(); }

// A field's name matters to JSON only.
template <class T>
void serialize(FrameWriter& writer, cereal::NameValuePair<T>& pair) {
  writer(pair.value);
}
template <class T>
void serialize(FrameReader& reader, cereal::NameValuePair<T>& pair) {
  reader(pair.value);
}

}  // namespace alongside::wire

// cereal has its own way with enums, which takes any number; these make it use ours.
namespace cereal {
template <alongside::wire::Enumeration T>
struct specialize<alongside::wire::FrameWriter, T, specialization::non_member_load_save> : std::true_type {};
template <alongside::wire::Enumeration T>
struct specialize<alongside::wire::FrameReader, T, specialization::non_member_load_save> : std::true_type {};
}  // namespace cereal

CEREAL_SETUP_ARCHIVE_TRAITS(alongside::wire::FrameReader, alongside::wire::FrameWriter)
