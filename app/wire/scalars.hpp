// How single values look in a frame. Whole numbers are varints (signed ones zigzag) of any C++
// width: the bytes are the same on 32 and 64 bits. bool is one byte, 0 or 1. double is 8 bytes,
// finite. An enum is its number and must pass is_known(E), found beside the enum. There is no
// char, float, pointer or shared ownership here, on purpose: cereal then refuses to compile them.
#pragma once

#include "app/wire/small.hpp"

#include <bit>
#include <cmath>
#include <concepts>
#include <cstring>
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
struct Small<T> : SmallNumber {
  static std::uint8_t* write(std::uint8_t* to, T value) { return put_number(to, zigzag(value)); }
  static const std::uint8_t* read(const FrameReader& reader, const std::uint8_t* at, T& value) {
    std::int64_t wide = 0;
    at = SmallNumber::read(reader, at, wide, std::numeric_limits<T>::min(), std::numeric_limits<T>::max());
    value = static_cast<T>(wide);
    return at;
  }
};

template <UnsignedNumber T>
struct Small<T> : SmallNumber {
  static std::uint8_t* write(std::uint8_t* to, T value) { return put_number(to, value); }
  static const std::uint8_t* read(const FrameReader& reader, const std::uint8_t* at, T& value) {
    const FrameReader::Number number = reader.number_at(at, std::numeric_limits<T>::max());
    value = static_cast<T>(number.value);
    return number.next;
  }
};

template <>
struct Small<bool> {
  static constexpr std::size_t room = 1;
  static std::uint8_t* write(std::uint8_t* to, bool value) {
    *to = value ? 1 : 0;
    return to + 1;
  }
  static const std::uint8_t* read(const FrameReader& reader, const std::uint8_t* at, bool& value) {
    if (reader.bytes_from(at) == 0) reader.fail_at(DecodeCode::Truncated, at);
    if (*at > 1) reader.fail_at(DecodeCode::BadBool, at);
    value = *at == 1;
    return at + 1;
  }
};

// IEEE 754; minus zero becomes zero when written, and is refused when read.
template <>
struct Small<double> {
  static constexpr std::size_t room = sizeof(double);
  static std::uint8_t* write(std::uint8_t* to, double value) {
    if (value == 0) value = 0;
    std::memcpy(to, &value, sizeof value);
    return to + sizeof value;
  }
  static const std::uint8_t* read(const FrameReader& reader, const std::uint8_t* at, double& value) {
    if (reader.bytes_from(at) < sizeof value) reader.fail_at(DecodeCode::Truncated, at + reader.bytes_from(at));
    std::memcpy(&value, at, sizeof value);
    if (!std::isfinite(value) || (value == 0 && std::signbit(value))) reader.fail_at(DecodeCode::BadNumber, at);
    return at + sizeof value;
  }
};

template <Enumeration T>
struct Small<T> : SmallNumber {
  using Number = std::underlying_type_t<T>;
  static std::uint8_t* write(std::uint8_t* to, T value) { return put_number(to, static_cast<std::uint64_t>(value)); }
  static const std::uint8_t* read(const FrameReader& reader, const std::uint8_t* at, T& value) {
    static_assert(std::is_unsigned_v<Number>, "an enum in a message has an unsigned underlying type");
    static_assert(
        requires(T known) {
          { is_known(known) } -> std::same_as<bool>;
        }, "an enum in a message needs `constexpr bool is_known(E)` beside it");
    const FrameReader::Number number = reader.number_at(at, std::numeric_limits<Number>::max());
    value = static_cast<T>(number.value);
    if (!is_known(value)) reader.fail_at(DecodeCode::UnknownChoice, at);
    return number.next;
  }
};

inline void save(FrameWriter& writer, const std::string& value) { writer.text(value); }
inline void load(FrameReader& reader, std::string& value) { reader.text(value); }

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
