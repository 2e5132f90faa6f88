#include "plugins/local_offer/api/service_reader.hpp"

#include "app/base/id.hpp"
#include "plugins/local_offer/api/attribute_reader.hpp"
#include "plugins/local_offer/api/cost_reader.hpp"
#include "plugins/local_offer/api/location_reader.hpp"
#include "plugins/local_offer/api/place_point.hpp"
#include "plugins/local_offer/api/schedule_reader.hpp"
#include "plugins/local_offer/api/summary_words.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace alongside::local_offer {
namespace {

void read_identity(RecordReader& reader, ServiceSummary& summary) {
  const auto uuid = parse_uuid(reader.line("id"));
  if (uuid.ok())
    summary.id = uuid_text(uuid.value());
  else
    reader.refuse("id", "is missing, or is not a UUID");
  summary.name = reader.line("name");
  if (summary.name.empty()) reader.refuse("name", "is missing");
  const auto status = status_named(reader.line("status"));
  if (status)
    summary.status = *status;
  else
    reader.refuse("status", "is not active, inactive, defunct or temporarily closed");
}

std::optional<std::uint8_t> read_age(RecordReader& reader, std::string_view name) {
  const auto age = reader.number(name);
  if (!age) return std::nullopt;
  if (*age >= 0 && *age <= 130) return static_cast<std::uint8_t>(*age);
  reader.refuse(name, "is not an age from 0 to 130");
  return std::nullopt;
}

void read_ages(RecordReader& reader, ServiceSummary& summary) {
  summary.minimum_age = read_age(reader, "minimum_age");
  summary.maximum_age = read_age(reader, "maximum_age");
  if (summary.minimum_age && summary.maximum_age && *summary.minimum_age > *summary.maximum_age) {
    reader.refuse("minimum_age", "is more than maximum_age");
  }
}

void read_assured(RecordReader& reader, Date today, ServiceDetail& service) {
  service.assurer_email = reader.email("assurer_email");
  service.summary.assured_date = reader.date("assured_date");
  if (!service.summary.assured_date || *service.summary.assured_date <= today) return;
  service.summary.assured_date.reset();
  reader.note("assured_date", "lies in the future; left out");
}

void read_organisation(RecordReader& reader, ServiceDetail& service) {
  auto organisation = reader.object("organization");
  if (!organisation) return;
  service.organisation.name = organisation->line("name");
  service.organisation.description = organisation->line("description");
  service.organisation.email = organisation->email("email");
  service.organisation.website = organisation->address("website");
  service.summary.organisation = service.organisation.name;
}

std::string read_phone(RecordReader& reader) {
  std::string number = reader.line("number");
  if (is_phone_number(number)) return number;
  if (!number.empty()) reader.note("number", "is not a phone number; left out");
  return {};
}

void read_contacts(RecordReader& reader, ServiceDetail& service) {
  for (RecordReader& entry : reader.objects("contacts")) {
    ServiceContact contact;
    contact.name = entry.line("name");
    contact.title = entry.line("title");
    contact.email = entry.email("email");
    for (RecordReader& phone : entry.objects("phones")) {
      std::string number = read_phone(phone);
      if (!number.empty()) contact.phones.push_back(std::move(number));
    }
    const bool is_empty =
        contact.name.empty() && contact.title.empty() && contact.email.empty() && contact.phones.empty();
    if (!is_empty) service.contacts.push_back(std::move(contact));
  }
}

void read_languages(RecordReader& reader, ServiceDetail& service) {
  for (RecordReader& entry : reader.objects("languages")) {
    std::string name = entry.line("name");
    if (!name.empty()) service.languages.push_back(std::move(name));
  }
}

// What providers answer to the questions about special needs, as Outpost's feeds have it beside the profile's members.
void read_send_answers(RecordReader& reader, ServiceDetail& service) {
  auto offer = reader.object("local_offer");
  if (!offer) return;
  for (RecordReader& entry : offer->objects("survey_answers")) {
    const auto number = entry.number("id");
    std::string answer = entry.line("answer");
    if (answer.empty()) continue;
    const auto question = static_cast<SendQuestion>(number && *number >= 1 && *number <= 7 ? *number : 0);
    if (!is_known(question)) {
      entry.note("id", "is not the number of a question from 1 to 7; left out");
      continue;
    }
    service.send_answers.push_back({question, std::move(answer)});
  }
  std::stable_sort(service.send_answers.begin(), service.send_answers.end(),
                   [](const SendAnswer& a, const SendAnswer& b) { return a.question < b.question; });
  const auto is_same = [](const SendAnswer& a, const SendAnswer& b) { return a.question == b.question; };
  service.send_answers.erase(std::unique(service.send_answers.begin(), service.send_answers.end(), is_same),
                             service.send_answers.end());
}

void read_texts(RecordReader& reader, ServiceDetail& service) {
  service.description = reader.rich("description");
  service.eligibility = reader.rich("eligibility_description");
  service.application = reader.rich("application_process");
  service.alert = reader.line("alert");
  service.accreditations = reader.line("accreditations");
  service.url = reader.address("url");
  service.email = reader.email("email");
}

}  // namespace

ServiceDetail read_service(const server::JsonValue& record, Date today, RecordFaults& faults) {
  RecordReader reader(record, "", faults);
  ServiceDetail service;
  read_identity(reader, service.summary);
  read_ages(reader, service.summary);
  read_assured(reader, today, service);
  read_texts(reader, service);
  read_send_answers(reader, service);
  read_organisation(reader, service);
  read_contacts(reader, service);
  read_languages(reader, service);
  service.schedules = read_schedules(reader);
  service.locations = read_locations(reader);
  read_costs(reader, service, today);
  read_attributes(reader, service);
  service.summary.days = days_of(service.schedules, today);
  service.summary.parts_of_day = parts_of_day_of(service.schedules, today);
  service.summary.languages = service.languages;
  read_registrations(service);
  for (const Location& location : service.locations) {
    if (location.location_type == LocationType::Physical)
      service.summary.spots.push_back({location.city, location.point});
  }
  service.summary.summary = first_sentences(service.description);
  service.summary.words = search_words_of(service);
  return service;
}

}  // namespace alongside::local_offer
