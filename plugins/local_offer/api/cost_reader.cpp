#include "plugins/local_offer/api/cost_reader.hpp"

#include "app/base/text.hpp"

#include <cmath>
#include <string>

namespace alongside::local_offer {
namespace {

CostOption read_option(RecordReader& reader) {
  CostOption option;
  option.option = reader.line("option");
  option.amount_description = reader.line("amount_description");
  option.valid_from = reader.date("valid_from");
  option.valid_to = reader.date("valid_to");
  const auto amount = reader.number("amount");
  if (!amount) return option;
  if (!(*amount >= 0 && *amount <= 100000)) {
    reader.refuse("amount", "is not an amount from 0 to 100,000 pounds");
    return option;
  }
  const auto money = Money::from_pence(std::llround(*amount * 100));
  if (money.ok()) option.amount = money.value();
  return option;
}

// Nobody names a price and the fees say so in words.
bool says_free(const ServiceDetail& service) {
  const std::string words = search_fold(plain_text(service.fees));
  return service.cost_options.empty() &&
         (words == "free" || words.starts_with("free.") || words.starts_with("free of charge"));
}

CostFrom lowest_cost(const ServiceDetail& service, Date today) {
  CostFrom cost;
  if (says_free(service)) cost.kind = CostKind::Free;
  for (const CostOption& option : service.cost_options) {
    if (!option.amount || (option.valid_to && *option.valid_to < today)) continue;
    const bool is_first = cost.kind == CostKind::Unknown;
    if (is_first || *option.amount < cost.lowest) cost.lowest = *option.amount;
    cost.kind = is_first ? CostKind::OnePrice : CostKind::From;
    cost.option = is_first ? option.option : std::string();
  }
  if (cost.kind == CostKind::OnePrice && cost.lowest.pence() == 0) cost.kind = CostKind::Free;
  return cost;
}

}  // namespace

void read_costs(RecordReader& reader, ServiceDetail& service, Date today) {
  service.fees = reader.rich("fees_description");
  if (service.fees.empty()) service.fees = reader.rich("fees");  // its older name
  for (RecordReader& entry : reader.objects("cost_options")) service.cost_options.push_back(read_option(entry));
  service.summary.cost = lowest_cost(service, today);
}

}  // namespace alongside::local_offer
