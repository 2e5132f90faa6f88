// How Alongside's own small values look in a frame, and in JSON (output only): Date is its days as
// a number, Money its pence, GeoPoint two numbers, Id its 16 bytes. Each range is checked.
#pragma once

#include "app/base/date.hpp"
#include "app/base/geo_point.hpp"
#include "app/base/id.hpp"
#include "app/base/money.hpp"
#include "app/wire/scalars.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace alongside::wire {

template <>
struct Small<Date> : SmallNumber {
  static std::uint8_t* write(std::uint8_t* to, Date date) { return put_number(to, zigzag(date.days())); }
  static const std::uint8_t* read(const FrameReader& reader, const std::uint8_t* at, Date& date) {
    std::int64_t days = 0;
    at = SmallNumber::read(reader, at, days, first_date.days(), last_date.days());
    date = Date(static_cast<std::int32_t>(days));
    return at;
  }
};

template <>
struct Small<Money> : SmallNumber {
  static std::uint8_t* write(std::uint8_t* to, Money money) { return put_number(to, zigzag(money.pence())); }
  static const std::uint8_t* read(const FrameReader& reader, const std::uint8_t* at, Money& money) {
    std::int64_t pence = 0;
    at = SmallNumber::read(reader, at, pence, -Money::limit, Money::limit);
    money = Money::of_known(pence);
    return at;
  }
};

template <>
struct Small<GeoPoint> {
  static constexpr std::size_t room = 2 * longest_number;
  static std::uint8_t* write(std::uint8_t* to, GeoPoint point) {
    return put_number(put_number(to, zigzag(point.latitude_e7())), zigzag(point.longitude_e7()));
  }
  static const std::uint8_t* read(const FrameReader& reader, const std::uint8_t* at, GeoPoint& point) {
    std::int64_t latitude = 0;
    std::int64_t longitude = 0;
    at = SmallNumber::read(reader, at, latitude, -GeoPoint::latitude_limit_e7, GeoPoint::latitude_limit_e7);
    at = SmallNumber::read(reader, at, longitude, -GeoPoint::longitude_limit_e7, GeoPoint::longitude_limit_e7);
    point = GeoPoint::from_e7(latitude, longitude).value();
    return at;
  }
};

template <class Tag>
struct Small<Id<Tag>> {
  static constexpr std::size_t room = sizeof(IdBytes);
  static std::uint8_t* write(std::uint8_t* to, const Id<Tag>& id) {
    std::memcpy(to, id.bytes().data(), sizeof(IdBytes));
    return to + sizeof(IdBytes);
  }
  static const std::uint8_t* read(const FrameReader& reader, const std::uint8_t* at, Id<Tag>& id) {
    if (reader.bytes_from(at) < sizeof(IdBytes)) reader.fail_at(DecodeCode::Truncated, at);
    IdBytes bytes;
    std::memcpy(bytes.data(), at, sizeof bytes);
    id = Id<Tag>(bytes);
    return at + sizeof bytes;
  }
};

template <class Tag>
bool is_default(const Id<Tag>& id) {
  std::array<std::uint64_t, 2> halves{};
  std::memcpy(halves.data(), id.bytes().data(), sizeof halves);
  return (halves[0] | halves[1]) == 0;
}

}  // namespace alongside::wire
