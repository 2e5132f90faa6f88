// The guard's rules, one function each: it looks at the head, notes what it learnt in `accepted`,
// and returns why the request is refused, if it is. Called by guard() only.
#pragma once

#include "app/server/guard.hpp"

#include <optional>
#include <string_view>

namespace alongside::server {

std::optional<Refusal> check_version(const RequestHead& head, Accepted& accepted);
std::optional<Refusal> check_framing(const RequestHead& head, Accepted& accepted);
std::optional<Refusal> check_length(const RequestHead& head, Accepted& accepted);
std::optional<Refusal> check_host(const RequestHead& head, Accepted& accepted);
std::optional<Refusal> check_method(const RequestHead& head, Accepted& accepted);
std::optional<Refusal> check_target(const RequestHead& head, Accepted& accepted);
std::optional<Refusal> check_body(const RequestHead& head, Accepted& accepted);
// Against requests that another site makes a person's browser send, whether or not they are signed in.
std::optional<Refusal> check_origin(const RequestHead& head, Accepted& accepted, OwnOrigins own_origins);

bool equal_ignoring_case(std::string_view a, std::string_view b);

}  // namespace alongside::server
