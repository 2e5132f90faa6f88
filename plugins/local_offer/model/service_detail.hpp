// ServiceDetail: everything a parent reads about one service. Made by the importer, stored and
// sent as one message; read by the service screen and by the API's plain page.
#pragma once

#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"
#include "plugins/local_offer/model/contact.hpp"
#include "plugins/local_offer/model/location.hpp"
#include "plugins/local_offer/model/rich_text.hpp"
#include "plugins/local_offer/model/schedule.hpp"
#include "plugins/local_offer/model/service_summary.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

// A term of a taxonomy that Alongside does not know by meaning: kept and shown as it is.
struct Attribute {
  std::string taxonomy;
  std::string term;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(taxonomy), CEREAL_NVP(term));
  }
};

struct Organisation {
  std::string name;
  std::string description;
  std::string email;
  std::string website;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(name), CEREAL_NVP(description), CEREAL_NVP(email), CEREAL_NVP(website));
  }
};

// The seven questions that councils put to each provider about special needs, in the order in which their feeds number
// them (local_offer.survey_answers).
enum class SendQuestion : std::uint8_t { Outcomes = 1, Training, Parents, Progress, Access, Start, Plans };
constexpr bool is_known(SendQuestion question) {
  return question >= SendQuestion::Outcomes && question <= SendQuestion::Plans;
}
constexpr std::string_view name_of(SendQuestion question) {
  constexpr std::string_view names[] = {"", "outcomes", "training", "parents", "progress", "access", "start", "plans"};
  return names[static_cast<unsigned>(question)];
}

struct SendAnswer {
  SendQuestion question = SendQuestion::Outcomes;
  std::string answer;
  bool operator==(const SendAnswer&) const = default;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(question), CEREAL_NVP(answer));
  }
};

struct ServiceDetail {
  static constexpr wire::SchemaId schema{11, 1};

  ServiceSummary summary;
  RichText description;
  RichText eligibility;  // HSDS eligibility_description
  RichText application;  // HSDS application_process
  RichText fees;         // HSDS fees_description
  std::string alert;
  std::string accreditations;
  std::string url;
  std::string email;
  std::string assurer_email;
  Organisation organisation;
  std::vector<Schedule> schedules;
  std::vector<Location> locations;
  std::vector<CostOption> cost_options;
  std::vector<ServiceContact> contacts;
  std::vector<std::string> languages;
  std::vector<Attribute> attributes;
  std::vector<SendAnswer> send_answers;  // each question once, in order
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(summary), CEREAL_NVP(description), CEREAL_NVP(eligibility), CEREAL_NVP(application),
            CEREAL_NVP(fees), CEREAL_NVP(alert), CEREAL_NVP(accreditations), CEREAL_NVP(url), CEREAL_NVP(email),
            CEREAL_NVP(assurer_email), CEREAL_NVP(organisation), CEREAL_NVP(schedules), CEREAL_NVP(locations),
            CEREAL_NVP(cost_options), CEREAL_NVP(contacts), CEREAL_NVP(languages), CEREAL_NVP(attributes),
            wire::appended(CEREAL_NVP(send_answers)), tail);
  }
};

}  // namespace alongside::local_offer
