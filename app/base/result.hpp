// Result<T>: a value or an Error. Returned by everything that can fail in a way we expect.
// ALONGSIDE_TRY(expression) yields the value or passes the error to the caller; each error is
// handled once: acted on, or passed on.
#pragma once

#include "app/base/error.hpp"

#include <utility>
#include <variant>

namespace alongside {

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & { return *std::get_if<0>(&state_); }
  const T& value() const& { return *std::get_if<0>(&state_); }
  T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  T* operator->() { return std::get_if<0>(&state_); }
  const T* operator->() const { return std::get_if<0>(&state_); }

  const Error& error() const& { return *std::get_if<1>(&state_); }
  Error&& error() && { return std::move(*std::get_if<1>(&state_)); }

 private:
  std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Error error) : error_(std::move(error)), failed_(true) {}

  bool ok() const { return !failed_; }
  explicit operator bool() const { return ok(); }
  void value() const {}
  const Error& error() const& { return error_; }
  Error&& error() && { return std::move(error_); }

 private:
  Error error_;
  bool failed_ = false;
};

}  // namespace alongside

// A statement expression, which g++, clang and Emscripten all have: `auto x = ALONGSIDE_TRY(read());`
#define ALONGSIDE_TRY(expression)                                                   \
  ({                                                                                \
    auto alongside_try_result = (expression);                                       \
    if (!alongside_try_result.ok()) return std::move(alongside_try_result).error(); \
    std::move(alongside_try_result).value();                                        \
  })
