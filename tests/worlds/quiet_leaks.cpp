#include "tests/worlds/quiet_leaks.hpp"

#include "app/server/id_column.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/document.hpp"
#include "app/wire/messages/family.hpp"
#include "app/wire/messages/push.hpp"
#include "app/wire/payload.hpp"
#include "tests/worlds/must.hpp"

#include <algorithm>

namespace alongside::worlds {

namespace {

std::span<const std::uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

template <class Message>
void answer_with(const Message& message, server::Response& response) {
  const Bytes frame = wire::encode_frame(message);
  response.body.assign(frame.begin(), frame.end());
}

std::int64_t number_of(server::Database& database, std::string_view sql) {
  auto row = must(database.prepare(sql));
  must(row.step());
  return row.column_integer(0);
}

// One sequence for everybody's changes is enough, and the reply has room for a number.
void tell_sequence(server::Database& database, server::Response& response) {
  auto reply = wire::decode_frame<wire::PushReply>(bytes_of(response.body));
  if (!reply) return;
  reply->backed_up = static_cast<std::uint64_t>(number_of(database, "SELECT coalesce(max(number), 0) FROM audit"));
  answer_with(reply.value(), response);
}

bool is_used(server::Database& database, DocumentId id) {
  auto row = must(database.prepare("SELECT 1 FROM document WHERE id = ?1"));
  server::bind_id(row, 1, id);
  return must(row.step()) == server::Step::Row;
}

// As a UNIQUE constraint over ids alone would say it.
void refuse_taken(server::Database& database, std::string_view body, server::Response& response) {
  const auto push = wire::decode_frame<wire::Push>(bytes_of(body));
  auto reply = wire::decode_frame<wire::PushReply>(bytes_of(response.body));
  if (!push || !reply) return;
  for (std::size_t i = 0; i < reply->results.size(); ++i) {
    const wire::PushedOperation& pushed = push->operations[i];
    if (pushed.kind != wire::Fact::schema.id || reply->results[i].outcome == wire::Outcome::Applied) continue;
    const auto fact = wire::decode_payload<wire::Fact>(pushed.payload);
    if (fact && is_used(database, fact->id)) reply->results[i].code = "taken";
  }
  answer_with(reply.value(), response);
}

void tell_last_change(server::Database& database, server::Response& response) {
  const std::int64_t last = number_of(database, "SELECT coalesce(max(at_ms), 0) FROM audit");
  response.more_cookies.push_back("changed=" + std::to_string(last));
}

std::int64_t last_change_about(server::Database& database, const wire::Document& document) {
  auto row = must(database.prepare("SELECT coalesce(max(number), 0) FROM audit WHERE subject = ?1"));
  server::bind_id(row, 1, document.subject.id);
  must(row.step());
  return row.column_integer(0);
}

void put_latest_child_first(server::Database& database, server::Response& response) {
  auto page = wire::decode_frame<wire::FeedPage>(bytes_of(response.body));
  if (!page) return;
  std::ranges::stable_sort(page->documents, std::ranges::greater{},
                           [&](const wire::Document& one) { return last_change_about(database, one); });
  answer_with(page.value(), response);
}

}  // namespace

void spoil_quietly(Leak leak, server::Database& database, std::string_view target, std::string_view body,
                   server::Response& response) {
  const bool is_push = target == "/api/sync/push";
  if (leak == Leak::SharedSequence && is_push) tell_sequence(database, response);
  if (leak == Leak::IdTaken && is_push) refuse_taken(database, body, response);
  if (leak == Leak::LastChanged && target == "/api/session") tell_last_change(database, response);
  if (leak == Leak::LastChildFirst && target.starts_with("/api/sync/feed")) put_latest_child_first(database, response);
}

}  // namespace alongside::worlds
