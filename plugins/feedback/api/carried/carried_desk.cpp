#include "plugins/feedback/api/carried/carried_desk.hpp"

#include "app/server/database.hpp"

#include <algorithm>

namespace alongside::feedback {
namespace {

using server::Step;

// No rowid, which would remember in which order boxes came.
constexpr server::Migration carried_migrations[] = {
    {1, "boxes",
     "CREATE TABLE feedback_carried (id BLOB PRIMARY KEY CHECK (length(id) = 16), until INTEGER NOT NULL, "
     "sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;"}};

Result<void> check_sizes(std::size_t id, std::size_t sealed) {
  if (id != CarriedDesk::id_bytes || sealed < CarriedDesk::least_bytes)
    return Error{ErrorCode::InvalidInput, "this is no sealed box"};
  if (sealed > CarriedDesk::most_bytes) return Error{ErrorCode::TooLarge, "a box holds up to 128 KB"};
  return {};
}

}  // namespace

std::span<const server::Migration> CarriedDesk::migrations() { return carried_migrations; }

Result<void> CarriedDesk::put(std::span<const std::uint8_t> id, std::span<const std::uint8_t> sealed, Date last_day) {
  ALONGSIDE_TRY(check_sizes(id.size(), sealed.size()));
  auto transaction = ALONGSIDE_TRY(server::Transaction::create(database_));
  if (ALONGSIDE_TRY(is_known(id, sealed))) return {};
  if (!ALONGSIDE_TRY(has_room())) return Error{ErrorCode::Unavailable, "There is no room for another box now."};
  auto insert = ALONGSIDE_TRY(database_.prepare("INSERT INTO feedback_carried VALUES(?1, ?2, ?3)"));
  ALONGSIDE_TRY(insert.bind_bytes(1, id).bind(2, last_day.days()).bind_bytes(3, sealed).run());
  return transaction.commit();
}

Result<bool> CarriedDesk::is_known(std::span<const std::uint8_t> id, std::span<const std::uint8_t> sealed) const {
  auto select = ALONGSIDE_TRY(database_.prepare("SELECT sealed FROM feedback_carried WHERE id = ?1"));
  if (ALONGSIDE_TRY(select.bind_bytes(1, id).step()) == Step::Done) return false;
  if (std::ranges::equal(select.column_bytes(0), sealed)) return true;
  return Error{ErrorCode::Conflict, "another box has this id"};
}

Result<bool> CarriedDesk::has_room() const {
  auto count = ALONGSIDE_TRY(database_.prepare("SELECT count(*) FROM feedback_carried"));
  ALONGSIDE_TRY(count.step());
  return count.column_integer(0) < most_boxes;
}

Result<Bytes> CarriedDesk::open(std::span<const std::uint8_t> id, Date today) const {
  auto select = ALONGSIDE_TRY(database_.prepare("SELECT sealed FROM feedback_carried WHERE id = ?1 AND until >= ?2"));
  if (ALONGSIDE_TRY(select.bind_bytes(1, id).bind(2, today.days()).step()) == Step::Done)
    return Error{ErrorCode::NotFound, "This code opens nothing."};
  const auto sealed = select.column_bytes(0);
  return Bytes(sealed.begin(), sealed.end());
}

Result<void> CarriedDesk::take(std::span<const std::uint8_t> id) {
  auto remove = ALONGSIDE_TRY(database_.prepare("DELETE FROM feedback_carried WHERE id = ?1"));
  return remove.bind_bytes(1, id).run();
}

Result<void> CarriedDesk::tidy(Date today) {
  auto remove = ALONGSIDE_TRY(database_.prepare("DELETE FROM feedback_carried WHERE until < ?1"));
  return remove.bind(1, today.days()).run();
}

}  // namespace alongside::feedback
