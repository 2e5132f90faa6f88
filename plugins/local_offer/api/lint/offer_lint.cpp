#include "plugins/local_offer/api/lint/offer_lint.hpp"

#include "app/server/json_tree.hpp"

#include <algorithm>
#include <utility>

namespace alongside::local_offer {
namespace {

constexpr std::size_t most_named = 10;  // in the text; the JSON has all
constexpr int stale_days = 365, ageing_days = 182;

struct RuleWords {
  std::string_view name;
  std::string_view sentence;
};
constexpr RuleWords rules[lint_rule_count] = {
    {"never_checked", "nobody has said when it was checked (assured_date)"},
    {"stale", "checked more than 12 months ago"},
    {"ageing", "checked more than 6 months ago"},
    {"no_access", "a place to go to, and nothing about how to get in (accessibility)"},
    {"no_who", "nothing about who it is for (ages, needs or eligibility)"},
    {"no_way_in", "nothing about how to get a place (application_process)"},
    {"no_when", "nothing about when it is (schedules)"},
    {"no_cost", "nothing about what it costs (cost_options)"},
    {"no_contact", "no phone number and no email"},
    {"no_where", "no place (service_at_locations)"},
};

bool is_somewhere(const ServiceDetail& service) {
  return std::any_of(service.locations.begin(), service.locations.end(),
                     [](const Location& place) { return place.location_type == LocationType::Physical; });
}

bool tells_access(const ServiceDetail& service) {
  return !service.summary.support.empty() ||
         std::any_of(service.locations.begin(), service.locations.end(),
                     [](const Location& place) { return !place.accessibility.empty(); });
}

bool has_contact(const ServiceDetail& service) {
  return !service.email.empty() || !service.organisation.email.empty() ||
         std::any_of(service.contacts.begin(), service.contacts.end(),
                     [](const ServiceContact& contact) { return !contact.email.empty() || !contact.phones.empty(); });
}

bool tells_who(const ServiceDetail& service) {
  const ServiceSummary& summary = service.summary;
  return summary.minimum_age || summary.maximum_age || !summary.needs.empty() || !service.eligibility.empty();
}

std::vector<LintRule> broken_rules(const ServiceDetail& service, Date today) {
  const ServiceSummary& summary = service.summary;
  std::vector<LintRule> broken;
  const int age = summary.assured_date ? days_between(*summary.assured_date, today) : 0;
  if (!summary.assured_date)
    broken.push_back(LintRule::NeverChecked);
  else if (age > ageing_days)
    broken.push_back(age > stale_days ? LintRule::Stale : LintRule::Ageing);
  if (is_somewhere(service) && !tells_access(service)) broken.push_back(LintRule::NoAccess);
  if (!tells_who(service)) broken.push_back(LintRule::NoWho);
  if (service.application.empty() && summary.way_in == WayIn::Unknown) broken.push_back(LintRule::NoWayIn);
  if (service.schedules.empty()) broken.push_back(LintRule::NoWhen);
  if (summary.cost.kind == CostKind::Unknown && service.fees.empty()) broken.push_back(LintRule::NoCost);
  if (!has_contact(service)) broken.push_back(LintRule::NoContact);
  if (service.locations.empty()) broken.push_back(LintRule::NoWhere);
  return broken;
}

}  // namespace

std::string_view name_of(LintRule rule) { return rules[static_cast<std::size_t>(rule)].name; }

void OfferLint::look_at(const ServiceDetail& service) {
  ++services_;
  for (const LintRule rule : broken_rules(service, today_))
    found_[static_cast<std::size_t>(rule)].push_back({service.summary.id, service.summary.name});
}

void OfferLint::look_at_all(const OfferList& offer, bool has_statement) {
  duties_ = look_for_duties(offer);
  has_statement_ = has_statement;
}

std::string OfferLint::text() const {
  std::string text =
      std::to_string(services_) + " services.\n\nWhat the local offer must hold (SI 2014/1530 Schedule 2):\n";
  for (const DutyFound& duty : duties_) {
    text += duty.services == 0 ? "  MISSING  " : "  " + std::to_string(duty.services) + " tell of  ";
    text += std::string(duty.what) + "\n";
  }
  text += has_statement_ ? "  there    the short breaks services statement (SI 2011/707)\n"
                         : "  MISSING  the short breaks services statement (SI 2011/707): pages/short-breaks.json\n";
  text += "\nServices:\n";
  for (std::size_t i = 0; i < lint_rule_count; ++i) {
    const std::vector<LintService>& services = found_[i];
    if (services.empty()) continue;
    text += "  " + std::to_string(services.size()) + "  " + std::string(rules[i].sentence) + "\n";
    for (std::size_t j = 0; j < std::min(services.size(), most_named); ++j)
      text += "      " + services[j].id + "  " + services[j].name + "\n";
    if (services.size() > most_named)
      text += "      and " + std::to_string(services.size() - most_named) + " more; --json names all\n";
  }
  return text;
}

std::string OfferLint::json() const {
  using server::json_array, server::json_object, server::json_truth, server::json_whole, server::json_words;
  server::JsonValue report = json_object();
  server::put_member(report, "services", json_whole(static_cast<std::int64_t>(services_)));
  server::JsonValue duties = json_array();
  for (const DutyFound& duty : duties_) {
    server::JsonValue one = json_object();
    server::put_member(one, "what", json_words(duty.what));
    server::put_member(one, "services", json_whole(static_cast<std::int64_t>(duty.services)));
    duties.items.push_back(std::move(one));
  }
  server::put_member(report, "schedule_2", std::move(duties));
  server::put_member(report, "short_breaks_statement", json_truth(has_statement_));
  server::JsonValue found = json_object();
  for (std::size_t i = 0; i < lint_rule_count; ++i) {
    server::JsonValue services = json_array();
    for (const LintService& service : found_[i]) {
      server::JsonValue one = json_object();
      server::put_member(one, "id", json_words(service.id));
      server::put_member(one, "name", json_words(service.name));
      services.items.push_back(std::move(one));
    }
    server::put_member(found, rules[i].name, std::move(services));
  }
  server::put_member(report, "found", std::move(found));
  return server::write_json(report) + "\n";
}

}  // namespace alongside::local_offer
