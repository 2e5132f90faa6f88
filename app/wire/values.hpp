// How Alongside's own small values look in a frame, and in JSON (output only): Date is its days as
// a number, Money its pence, GeoPoint two numbers, Id its 16 bytes. Each range is checked.
#pragma once

#include "app/base/date.hpp"
#include "app/base/geo_point.hpp"
#include "app/base/id.hpp"
#include "app/base/money.hpp"
#include "app/wire/scalars.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace alongside::wire {

inline void save(FrameWriter& writer, const Date& date) { writer.signed_number(date.days()); }
inline void load(FrameReader& reader, Date& date) {
  date = Date(static_cast<std::int32_t>(reader.signed_number(first_date.days(), last_date.days())));
}

inline void save(FrameWriter& writer, const Money& money) { writer.signed_number(money.pence()); }
inline void load(FrameReader& reader, Money& money) {
  money = Money::of_known(reader.signed_number(-Money::limit, Money::limit));
}

inline void save(FrameWriter& writer, const GeoPoint& point) {
  writer.signed_number(point.latitude_e7());
  writer.signed_number(point.longitude_e7());
}
inline void load(FrameReader& reader, GeoPoint& point) {
  const auto latitude = reader.signed_number(-GeoPoint::latitude_limit_e7, GeoPoint::latitude_limit_e7);
  const auto longitude = reader.signed_number(-GeoPoint::longitude_limit_e7, GeoPoint::longitude_limit_e7);
  point = GeoPoint::from_e7(latitude, longitude).value();
}

template <class Tag>
void save(FrameWriter& writer, const Id<Tag>& id) {
  writer.raw(id.bytes());
}
template <class Tag>
bool is_default(const Id<Tag>& id) {
  std::array<std::uint64_t, 2> halves{};
  std::memcpy(halves.data(), id.bytes().data(), sizeof halves);
  return (halves[0] | halves[1]) == 0;
}
template <class Tag>
void load(FrameReader& reader, Id<Tag>& id) {
  IdBytes bytes{};
  std::ranges::copy(reader.raw(bytes.size()), bytes.begin());
  id = Id<Tag>(bytes);
}

}  // namespace alongside::wire
