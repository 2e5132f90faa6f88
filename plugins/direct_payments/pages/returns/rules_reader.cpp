#include "plugins/direct_payments/pages/returns/rules_reader.hpp"

#include "app/plugin_api/host.hpp"
#include "app/plugin_api/records.hpp"
#include "app/wire/frame.hpp"
#include "app/wire/messages/session.hpp"

#include <string_view>
#include <utility>

namespace alongside::direct_payments {
namespace {

constexpr std::string_view kept_key = "direct_payments.guide";

}  // namespace

void RulesReader::begin() {
  if (has_begun_) return;
  has_begun_ = true;
  host_.fetch("/api/direct_payments/guide", [this](const Result<Bytes>& reply) { take(reply); });
}

const Guide& RulesReader::guide() {
  keep();
  if (is_read_ || !host_.records().are_drafts_read()) return guide_;
  const auto kept = host_.records().draft(kept_key);
  if (!kept) return guide_;
  auto guide = wire::decode_frame<Guide>(*kept);
  if (guide.ok()) guide_ = std::move(guide).value();
  is_read_ = true;
  return guide_;
}

void RulesReader::take(const Result<Bytes>& reply) {
  if (!reply.ok()) {
    has_begun_ = false;  // the next page asks again
    return;
  }
  auto guide = wire::decode_frame<Guide>(reply.value());
  if (!guide.ok()) return;
  guide_ = std::move(guide).value();
  is_read_ = true;
  fetched_ = reply.value();
}

void RulesReader::keep() {
  if (fetched_.empty() || host_.session().person.is_nil() || !host_.records().are_drafts_read()) return;
  host_.records().keep_draft(kept_key, std::exchange(fetched_, {}), {});
}

}  // namespace alongside::direct_payments
