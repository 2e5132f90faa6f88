// Id<Tag>: a 128-bit identifier, written as a UUID ("8d6d4f0e-…"). The tag keeps a service's id
// from being passed where an organisation's is meant. Ids come from feeds and the server.
#pragma once

#include "app/base/result.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace alongside {

using IdBytes = std::array<std::uint8_t, 16>;

// Accepts the 36-character form, in either case; writes lower case.
Result<IdBytes> parse_uuid(std::string_view text);
std::string uuid_text(const IdBytes& bytes);

template <class Tag>
class Id {
 public:
  constexpr Id() = default;
  constexpr explicit Id(const IdBytes& bytes) : bytes_(bytes) {}
  static Result<Id> parse(std::string_view text) { return Id(ALONGSIDE_TRY(parse_uuid(text))); }

  const IdBytes& bytes() const { return bytes_; }
  std::string text() const { return uuid_text(bytes_); }
  bool is_nil() const { return bytes_ == IdBytes{}; }

  constexpr auto operator<=>(const Id&) const = default;

 private:
  IdBytes bytes_{};
};

}  // namespace alongside
