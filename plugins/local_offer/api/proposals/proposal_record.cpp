#include "plugins/local_offer/api/proposals/proposal_record.hpp"

#include "app/base/text.hpp"
#include "app/server/html_writer.hpp"
#include "app/server/json_tree.hpp"

#include <charconv>
#include <optional>
#include <utility>
#include <vector>

namespace alongside::local_offer {
namespace {

using server::JsonValue;

void put_words(JsonValue& object, std::string_view name, std::string_view words) {
  if (!trim(words).empty()) server::put_member(object, name, server::json_words(trim(words)));
}
// Where feeds have HTML, what was typed is text.
void put_text(JsonValue& object, std::string_view name, std::string_view words) {
  put_words(object, name, server::escape_html(trim(words)));
}

JsonValue with_id(const std::string& id, std::string_view what) {
  JsonValue object = server::json_object();
  put_words(object, "id", id + " " + std::string(what));
  return object;
}

JsonValue list_of(JsonValue one) {
  JsonValue list = server::json_array();
  list.items.push_back(std::move(one));
  return list;
}

// The first two numbers: "5 to 12", "5-12", "5".
void put_ages(JsonValue& record, std::string_view text) {
  std::vector<std::int64_t> numbers;
  for (std::size_t i = 0; i < text.size() && numbers.size() < 2; ++i) {
    if (!is_digit(text[i])) continue;
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data() + i, text.data() + text.size(), number);
    if (read.ec == std::errc() && number <= 120) numbers.push_back(number);
    i = static_cast<std::size_t>(read.ptr - text.data());
  }
  if (!numbers.empty()) server::put_member(record, "minimum_age", server::json_whole(numbers[0]));
  if (numbers.size() > 1) server::put_member(record, "maximum_age", server::json_whole(numbers[1]));
}

JsonValue place_of(const wire::OfferProposal& proposal, const std::string& id) {
  JsonValue address = with_id(id, "address");
  put_words(address, "address_1", proposal.address);
  put_words(address, "city", proposal.town);
  put_words(address, "postal_code", proposal.postcode);
  put_words(address, "country", "GB");
  put_words(address, "address_type", "physical");
  JsonValue location = with_id(id, "location");
  put_words(location, "location_type", "physical");
  put_words(location, "name", proposal.address);
  server::put_member(location, "addresses", list_of(std::move(address)));
  if (!trim(proposal.facilities).empty()) {
    JsonValue access = with_id(id, "access");
    put_words(access, "description", proposal.facilities);
    server::put_member(location, "accessibility", list_of(std::move(access)));
  }
  JsonValue at = with_id(id, "at");
  server::put_member(at, "location", std::move(location));
  return at;
}

JsonValue contact_of(const wire::OfferProposal& proposal, const std::string& id) {
  JsonValue contact = with_id(id, "contact");
  put_words(contact, "email", proposal.email);
  if (!trim(proposal.phone).empty()) {
    JsonValue phone = with_id(id, "phone");
    put_words(phone, "number", proposal.phone);
    server::put_member(contact, "phones", list_of(std::move(phone)));
  }
  return contact;
}

}  // namespace

JsonValue record_of(const wire::OfferProposal& proposal, const std::string& id, Date checked_on,
                    const std::string& checked_by) {
  JsonValue record = server::json_object();
  put_words(record, "id", id);
  put_words(record, "name", proposal.name);
  put_text(record, "description", proposal.what);
  put_words(record, "status", "active");
  put_words(record, "assured_date", checked_on.iso());
  put_words(record, "assurer_email", checked_by);
  put_ages(record, proposal.ages);
  put_text(record, "eligibility_description", proposal.who);
  put_text(record, "application_process", proposal.way_in);
  put_text(record, "fees_description", proposal.cost);
  JsonValue organization = with_id(id, "organization");
  put_words(organization, "name", trim(proposal.provider).empty() ? proposal.name : proposal.provider);
  put_words(organization, "description", trim(proposal.provider).empty() ? proposal.name : proposal.provider);
  server::put_member(record, "organization", std::move(organization));
  if (!trim(proposal.when).empty()) {
    JsonValue schedule = with_id(id, "schedule");
    put_words(schedule, "description", proposal.when);
    server::put_member(record, "schedules", list_of(std::move(schedule)));
  }
  const bool has_place =
      !trim(proposal.address).empty() || !trim(proposal.town).empty() || !trim(proposal.postcode).empty();
  if (has_place) server::put_member(record, "service_at_locations", list_of(place_of(proposal, id)));
  if (!trim(proposal.phone).empty() || !trim(proposal.email).empty())
    server::put_member(record, "contacts", list_of(contact_of(proposal, id)));
  return record;
}

}  // namespace alongside::local_offer
