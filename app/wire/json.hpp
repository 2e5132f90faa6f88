// to_json: a message as JSON, for a person with a terminal or another council's program. Output
// only: nothing reads JSON back. For the server. Field names are the members' names. A Date is
// "2026-11-22", an Id a UUID, Money its pence, GeoPoint degrees, Bytes an array of numbers, what
// is absent null, a variant {kind, value}; an enum is its name_of(E) when there is one, else its
// number. A map with text for keys is an object, any other an array of {key, value}.
#pragma once

#include "app/wire/json_writer.hpp"
#include "app/wire/types.hpp"

#include <concepts>
#include <string>
#include <string_view>

namespace alongside::wire {

template <class T>
std::string to_json(const T& message) {
  std::string out;
  JsonWriter writer(out);
  writer(message);
  return out;
}

template <SignedNumber T>
void save(JsonWriter& writer, const T& value) {
  writer.signed_number(value);
}
template <UnsignedNumber T>
void save(JsonWriter& writer, const T& value) {
  writer.unsigned_number(value);
}
template <std::same_as<bool> T>
void save(JsonWriter& writer, const T& value) {
  writer.truth(value);
}
template <std::same_as<double> T>
void save(JsonWriter& writer, const T& value) {
  writer.fraction(value);
}
template <Enumeration T>
void save(JsonWriter& writer, const T& value) {
  if constexpr (requires {
                  { name_of(value) } -> std::convertible_to<std::string_view>;
                }) {
    writer.text(name_of(value));
  } else {
    writer.unsigned_number(static_cast<std::uint64_t>(value));
  }
}
inline void save(JsonWriter& writer, const std::string& value) { writer.text(value); }

inline void save(JsonWriter& writer, const Date& date) { writer.text(date.iso()); }
inline void save(JsonWriter& writer, const Money& money) { writer.signed_number(money.pence()); }
template <class Tag>
void save(JsonWriter& writer, const Id<Tag>& id) {
  writer.text(id.text());
}
inline void save(JsonWriter& writer, const GeoPoint& point) {
  writer.open('{');
  writer(cereal::make_nvp("latitude", point.latitude()), cereal::make_nvp("longitude", point.longitude()));
  writer.close('}');
}

template <Record T>
void prologue(JsonWriter& writer, const T&) {
  writer.open('{');
}
template <Record T>
void epilogue(JsonWriter& writer, const T&) {
  writer.close('}');
}
template <class T>
void save(JsonWriter& writer, const cereal::NameValuePair<T>& pair) {
  writer.key(pair.name);
  writer(pair.value);
}
template <class T>
void save(JsonWriter& writer, const Appended<T>& appended) {
  writer(appended.field);
}
// What a newer edition added is bytes we cannot name, so JSON leaves it out.
inline void save(JsonWriter&, const Tail&) {}

template <class Items>
void save_array(JsonWriter& writer, const Items& items) {
  writer.open('[');
  for (const auto& item : items) writer(item);
  writer.close(']');
}
template <class T>
void save(JsonWriter& writer, const std::vector<T>& items) {
  save_array(writer, items);
}
template <class T>
void save(JsonWriter& writer, const std::set<T>& items) {
  save_array(writer, items);
}
template <class T, std::size_t size>
void save(JsonWriter& writer, const std::array<T, size>& items) {
  save_array(writer, items);
}

template <class V>
void save(JsonWriter& writer, const std::map<std::string, V>& items) {
  writer.open('{');
  for (const auto& [key, value] : items) {
    writer.key(key);
    writer(value);
  }
  writer.close('}');
}
template <class K, class V>
void save(JsonWriter& writer, const std::map<K, V>& items) {
  writer.open('[');
  for (const auto& [key, value] : items) {
    writer.open('{');
    writer(cereal::make_nvp("key", key), cereal::make_nvp("value", value));
    writer.close('}');
  }
  writer.close(']');
}

template <class T>
void save(JsonWriter& writer, const std::optional<T>& value) {
  if (value) {
    writer(*value);
  } else {
    writer.null();
  }
}
template <class... Types>
void save(JsonWriter& writer, const std::variant<Types...>& value) {
  writer.open('{');
  writer(cereal::make_nvp("kind", static_cast<std::uint32_t>(value.index())));
  writer.key("value");
  std::visit([&writer](const auto& alternative) { writer(alternative); }, value);
  writer.close('}');
}
inline void save(JsonWriter& writer, const std::monostate&) { writer.null(); }

}  // namespace alongside::wire

namespace cereal {
template <alongside::wire::Enumeration T>
struct specialize<alongside::wire::JsonWriter, T, specialization::non_member_load_save> : std::true_type {};
}  // namespace cereal
