// What the command line and the running server say to each other over the admin socket: four bytes
// of length, little-endian, and one frame; a request, then a reply. Bounded like every frame.
#pragma once

#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace alongside::server {

inline constexpr std::size_t most_admin_bytes = 1024 * 1024;

struct AdminRequest {
  static constexpr wire::SchemaId schema{3, 3};
  std::vector<std::string> words;  // "offer", "import", "/srv/feed"
  std::string officer;             // who asks; empty where nobody has to say
  std::string sudo;                // by whom sudo says that it was asked; empty: by nobody
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(words), CEREAL_NVP(officer), CEREAL_NVP(sudo));
  }
};

struct AdminReply {
  static constexpr wire::SchemaId schema{4, 1};
  bool done = false;
  std::string text;  // the verb's report, or what went wrong
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(done), CEREAL_NVP(text));
  }
};

inline std::array<std::uint8_t, 4> length_prefix(std::size_t size) {
  return {static_cast<std::uint8_t>(size), static_cast<std::uint8_t>(size >> 8), static_cast<std::uint8_t>(size >> 16),
          static_cast<std::uint8_t>(size >> 24)};
}

inline std::size_t prefixed_length(const std::array<std::uint8_t, 4>& prefix) {
  return std::size_t{prefix[0]} | std::size_t{prefix[1]} << 8 | std::size_t{prefix[2]} << 16 |
         std::size_t{prefix[3]} << 24;
}

}  // namespace alongside::server
