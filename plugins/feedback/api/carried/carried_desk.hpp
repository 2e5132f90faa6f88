// CarriedDesk: locked boxes in which people carry what they have begun to another device. A device seals its box under
// a code that the council never sees; the box's id is made from that code too, so nobody can find one or open it
// without. Of a box is kept what is in it, as nobody can read it, and its last day. Used by the carried feature; owns
// nothing.
#pragma once

#include "app/base/bytes.hpp"
#include "app/base/date.hpp"
#include "app/base/result.hpp"
#include "app/server/migration.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace alongside::server {
class Database;
}

namespace alongside::feedback {

class CarriedDesk {
 public:
  static constexpr std::size_t id_bytes = 16;
  static constexpr std::size_t least_bytes = 29;  // a version, a nonce and a tag: shorter is no box
  static constexpr std::size_t most_bytes = 128 * 1024;
  static constexpr std::int64_t most_boxes = 2000;  // all together: 256 MB

  explicit CarriedDesk(server::Database& database) : database_(database) {}

  // The same bytes again change nothing, since a reply may be lost. Conflict: another box has this id. TooLarge or
  // InvalidInput: its size is no box's. Unavailable: there are too many.
  Result<void> put(std::span<const std::uint8_t> id, std::span<const std::uint8_t> sealed, Date last_day);
  // NotFound: there never was one, it is over, or it was taken; nobody is told which.
  Result<Bytes> open(std::span<const std::uint8_t> id, Date today) const;
  // What was in it is kept on the other device: it opens no second time. One that is not there was taken already.
  Result<void> take(std::span<const std::uint8_t> id);
  Result<void> tidy(Date today);

  static std::span<const server::Migration> migrations();

 private:
  Result<bool> is_known(std::span<const std::uint8_t> id, std::span<const std::uint8_t> sealed) const;
  Result<bool> has_room() const;

  server::Database& database_;
};

}  // namespace alongside::feedback
