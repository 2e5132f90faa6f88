// Small<T>: how a value of at most a few bytes is written and read: numbers, flags, enums and
// Alongside's own values, each of which says here what it looks like. Small fields beside each other are
// written at one place that had room for all of them, and read from one that stays in a register
// (write_values and read_values in record.hpp).
#pragma once

#include "app/wire/frame_reader.hpp"
#include "app/wire/frame_writer.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>

namespace alongside::wire {

//   static constexpr std::size_t room;  // how many bytes write() may touch
//   static std::uint8_t* write(std::uint8_t* to, const T& value);  // where the next thing goes
//   static const std::uint8_t* read(const FrameReader& reader, const std::uint8_t* at, T& value);
template <class T>
struct Small;

template <class T>
concept SmallValue = requires {
  { Small<T>::room } -> std::convertible_to<std::size_t>;
};

template <SmallValue T>
void save(FrameWriter& writer, const T& value) {
  writer.wrote_to(Small<T>::write(writer.room(Small<T>::room), value));
}
template <SmallValue T>
void load(FrameReader& reader, T& value) {
  reader.read_to(Small<T>::read(reader, reader.at(), value));
}

// A whole number that lies between two, as a varint: signed ones zigzag.
struct SmallNumber {
  static constexpr std::size_t room = longest_number;

  static const std::uint8_t* read(const FrameReader& reader, const std::uint8_t* at, std::int64_t& value,
                                  std::int64_t lowest, std::int64_t highest) {
    const FrameReader::Number number = reader.number_at(at, UINT64_MAX);
    value = unzigzag(number.value);
    if (value < lowest || value > highest) reader.fail_at(DecodeCode::OutOfRange, at);
    return number.next;
  }
};

}  // namespace alongside::wire
