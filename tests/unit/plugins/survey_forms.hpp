// Definitions as forms, and why one is refused, for the tests of the survey engine.
#pragma once

#include "app/server/json_reader.hpp"
#include "plugins/feedback/api/form_file.hpp"

#include <doctest/doctest.h>

#include <string>

namespace alongside::testing {

inline feedback::Form form_of(const std::string& json) {
  const auto read = server::read_json(json);
  REQUIRE(read.ok());
  auto form = feedback::read_form(read.value());
  CAPTURE((form.ok() ? "" : form.error().detail));
  REQUIRE(form.ok());
  return std::move(form.value());
}

// Empty: it is not refused.
inline std::string refusal_of(const std::string& json) {
  const auto read = server::read_json(json);
  REQUIRE(read.ok());
  const auto form = feedback::read_form(read.value());
  return form.ok() ? "" : form.error().detail;
}

}  // namespace alongside::testing
