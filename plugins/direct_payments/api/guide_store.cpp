#include "plugins/direct_payments/api/guide_store.hpp"

#include "app/server/database.hpp"
#include "app/wire/frame.hpp"

namespace alongside::direct_payments {

Result<std::optional<Guide>> read_guide(server::Database& database) {
  auto select = ALONGSIDE_TRY(database.prepare("SELECT frame FROM direct_payments_guide"));
  if (ALONGSIDE_TRY(select.step()) == server::Step::Done) return std::optional<Guide>();
  return std::optional<Guide>(ALONGSIDE_TRY(wire::decode_frame<Guide>(select.column_bytes(0))));
}

Result<void> keep_guide(server::Database& database, const Guide& guide) {
  auto insert =
      ALONGSIDE_TRY(database.prepare("INSERT INTO direct_payments_guide(one, frame) VALUES(1, ?1)"
                                     " ON CONFLICT (one) DO UPDATE SET frame = excluded.frame"));
  return insert.bind_bytes(1, wire::encode_frame(guide)).run();
}

}  // namespace alongside::direct_payments
