#include "tests/worlds/leaks.hpp"

#include "app/server/family/relationships.hpp"
#include "app/server/id_column.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/document.hpp"
#include "app/wire/messages/notice.hpp"
#include "app/wire/messages/push.hpp"
#include "app/wire/messages/session.hpp"
#include "app/wire/payload.hpp"
#include "tests/worlds/must.hpp"
#include "tests/worlds/quiet_leaks.hpp"

namespace alongside::worlds {

namespace {

constexpr std::string_view shared_counter =
    "CREATE TRIGGER leak_a AFTER UPDATE OF place ON feed_end WHEN NEW.place > OLD.place BEGIN"
    " UPDATE feed_end SET place = place + 1 WHERE viewer <> NEW.viewer; END;";
constexpr std::string_view version_per_child =
    "CREATE TRIGGER leak_a AFTER UPDATE OF version ON document BEGIN UPDATE document SET version ="
    " (SELECT max(version) + 1 FROM document AS other WHERE other.subject = NEW.subject) WHERE number = NEW.number;"
    " END; CREATE TRIGGER leak_b AFTER INSERT ON document BEGIN UPDATE document SET version ="
    " (SELECT count(*) FROM document AS other WHERE other.subject = NEW.subject) WHERE number = NEW.number; END;";

std::int64_t number_of(server::Database& database, std::string_view sql) {
  auto row = must(database.prepare(sql));
  must(row.step());
  return row.column_integer(0);
}

std::span<const std::uint8_t> bytes_of(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

void tell_count(server::Database& database, server::Response& response) {
  auto page = wire::decode_frame<wire::FeedPage>(bytes_of(response.body));
  if (!page) return;
  const std::int64_t count = number_of(database, "SELECT count(*) FROM document");
  wire::Document told;
  told.version = static_cast<std::uint64_t>(count);
  page->documents.push_back(told);
  const Bytes frame = wire::encode_frame(*page.operator->());
  response.body.assign(frame.begin(), frame.end());
}

// Says of each notice that is asked for whether something of that id is there.
void tell_what_exists(server::Database& database, std::string_view body, server::Response& response) {
  const auto push = wire::decode_frame<wire::Push>(bytes_of(body));
  if (!push) return;
  for (const wire::PushedOperation& operation : push->operations) {
    if (operation.kind != wire::NoticeRead::schema.id) continue;
    const auto read = wire::decode_payload<wire::NoticeRead>(operation.payload);
    if (!read) continue;
    auto row = must(database.prepare("SELECT 1 FROM document WHERE id = ?1 AND gone = 0"));
    server::bind_id(row, 1, read->notice);
    response.status = must(row.step()) == server::Step::Row ? 403 : 404;
  }
}

void tag_over_all(server::Database& database, server::Response& response) {
  const std::int64_t all =
      number_of(database, "SELECT coalesce(sum(version * 1000003 + length(content)), 0) FROM document");
  response.caching = server::Caching::Revalidate;
  response.etag = '"' + std::to_string(all) + '"';
}

void leave_out_children(server::Database& database, server::Response& response) {
  auto info = wire::decode_frame<wire::SessionInfo>(bytes_of(response.body));
  if (!info) return;
  std::erase_if(info->children, [&](const wire::FamilyChild& child) {
    const auto stands = must(server::find_relationship(database, child.subject, info->person));
    return stands && stands->restriction == server::Restriction::Protective;
  });
  const Bytes frame = wire::encode_frame(*info.operator->());
  response.body.assign(frame.begin(), frame.end());
}

}  // namespace

std::string_view name_of(Leak leak) {
  constexpr std::string_view names[] = {"none",
                                        "one counter for all feeds",
                                        "a page counts all documents",
                                        "a change's number among everybody's",
                                        "an id that somebody else uses is taken",
                                        "a cookie with the household's last change",
                                        "the child first about whom there is something new",
                                        "versions count a child's changes",
                                        "403 for what is there, 404 for what is not",
                                        "an ETag made from everything",
                                        "an export that counts everybody's documents",
                                        "a session without the child for who is restricted"};
  return names[static_cast<unsigned>(leak)];
}

void plant(Leak leak, server::Database& database) {
  if (leak == Leak::SharedCounter) must(database.execute(shared_counter));
  if (leak == Leak::VersionPerChild) must(database.execute(version_per_child));
}

void spoil(Leak leak, server::Database& database, std::string_view target, std::string_view body,
           server::Response& response) {
  spoil_quietly(leak, database, target, body, response);
  if (leak == Leak::CountInPage && target.starts_with("/api/sync/feed")) tell_count(database, response);
  if (leak == Leak::TellsWhatExists && target == "/api/sync/push") tell_what_exists(database, body, response);
  if (leak == Leak::ExportOfChild && target == "/api/everything/data") {
    response.body += std::to_string(number_of(database, "SELECT coalesce(sum(length(content)), 0) FROM document"));
  }
  if (leak == Leak::RestrictedGone && target == "/api/session") leave_out_children(database, response);
  if (leak == Leak::TagOverAll && target == "/api/session") tag_over_all(database, response);
}

}  // namespace alongside::worlds
