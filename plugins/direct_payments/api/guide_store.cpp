#include "plugins/direct_payments/api/guide_store.hpp"

#include "app/server/database.hpp"
#include "app/wire/frame.hpp"

namespace alongside::direct_payments {
namespace {

void add_sentences(const std::vector<wire::Bilingual>& sentences, SpendVerdict verdict, SpendRules& rules) {
  for (const wire::Bilingual& words : sentences) rules.rules.push_back({verdict, words, {}, {}, {}});
}

SpendRules sentences_of(const Guide& guide) {
  SpendRules rules;
  rules.source = guide.source.title;
  rules.source_date = guide.source.date;
  add_sentences(guide.may_buy, SpendVerdict::Yes, rules);
  add_sentences(guide.ask_first, SpendVerdict::AskFirst, rules);
  add_sentences(guide.may_not, SpendVerdict::No, rules);
  return rules;
}

}  // namespace

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

Result<SpendRules> read_spend_rules(server::Database& database) {
  auto select = ALONGSIDE_TRY(database.prepare("SELECT frame FROM direct_payments_rules"));
  if (ALONGSIDE_TRY(select.step()) == server::Step::Row) return wire::decode_frame<SpendRules>(select.column_bytes(0));
  const auto guide = ALONGSIDE_TRY(read_guide(database));
  return guide ? sentences_of(*guide) : SpendRules();
}

Result<void> keep_spend_rules(server::Database& database, const SpendRules& rules) {
  auto insert =
      ALONGSIDE_TRY(database.prepare("INSERT INTO direct_payments_rules(one, frame) VALUES(1, ?1)"
                                     " ON CONFLICT (one) DO UPDATE SET frame = excluded.frame"));
  return insert.bind_bytes(1, wire::encode_frame(rules)).run();
}

}  // namespace alongside::direct_payments
