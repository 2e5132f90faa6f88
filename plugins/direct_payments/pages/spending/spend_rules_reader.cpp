#include "plugins/direct_payments/pages/spending/spend_rules_reader.hpp"

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/records.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/session.hpp"

#include <string_view>
#include <utility>

namespace alongside::direct_payments {
namespace {

constexpr std::string_view kept_rules_key = "direct_payments.rules";

}  // namespace

void SpendRulesReader::begin() {
  if (has_begun_) return;
  has_begun_ = true;
  host_.fetch("/api/direct_payments/rules", [this](const Result<Bytes>& reply) { take(reply); });
}

const SpendRules* SpendRulesReader::rules() {
  keep();
  if (is_read_) return &rules_;
  if (!host_.records().are_drafts_read()) return nullptr;
  const auto kept = host_.records().draft(kept_rules_key);
  auto rules = kept ? wire::decode_frame<SpendRules>(*kept) : Result<SpendRules>(Error{});
  if (!rules.ok()) return nullptr;
  rules_ = std::move(rules).value();
  is_read_ = true;
  return &rules_;
}

void SpendRulesReader::take(const Result<Bytes>& reply) {
  auto rules = reply.ok() ? wire::decode_frame<SpendRules>(reply.value()) : Result<SpendRules>(Error{});
  has_failed_ = !rules.ok();
  if (has_failed_) {
    has_begun_ = false;  // the next page asks again
    return;
  }
  rules_ = std::move(rules).value();
  is_read_ = true;
  fetched_ = reply.value();
}

void SpendRulesReader::keep() {
  if (fetched_.empty() || host_.session().person.is_nil() || !host_.records().are_drafts_read()) return;
  host_.records().keep_draft(kept_rules_key, std::exchange(fetched_, {}), {});
}

}  // namespace alongside::direct_payments
