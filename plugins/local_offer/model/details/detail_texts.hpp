// each_text: calls back with every text of a message, in the order of its fields, through the same serialize() that its
// bytes are made by, so that no field is ever forgotten. A service's summary is passed over: it is in the list.
#pragma once

#include "app/wire/types.hpp"
#include "plugins/local_offer/model/service_summary.hpp"

#include <cereal/cereal.hpp>

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace alongside::local_offer {

template <class Take>
class TextWalk {
 public:
  explicit TextWalk(Take take) : take_(take) {}

  template <class... Values>
  void operator()(Values&&... values) {
    (one(values), ...);
  }

 private:
  void one(std::string& text) { take_(text); }
  void one(ServiceSummary&) {}
  template <class T>
  void one(cereal::NameValuePair<T>& pair) {
    one(pair.value);
  }
  template <class T>
  void one(wire::Appended<T>& appended) {
    one(appended.field);
  }
  template <class T>
  void one(std::vector<T>& items) {
    if constexpr (std::is_class_v<T>) {
      for (T& item : items) one(item);
    }
  }
  template <class T>
  void one(T& value) {
    if constexpr (requires { value.serialize(*this); }) value.serialize(*this);
  }

  Take take_;
};

template <class Message, class Take>
void each_text(Message& message, Take take) {
  TextWalk<Take> walk(take);
  message.serialize(walk);
}

}  // namespace alongside::local_offer
