// Response: what one person answered, how, and to which frozen edition. It leaves the device either
// without a name (AnonymousAnswers, a letter to POST /api/feedback/answers) or with one (NamedAnswers,
// an operation). VisitNote: how a visit was, kept by name for the family.
#pragma once

#include "app/wire/messages/operation.hpp"
#include "app/wire/schema.hpp"
#include "plugins/feedback/model/edition.hpp"
#include "plugins/feedback/model/value.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace alongside::feedback {

using AnswerId = Id<struct AnswerTag>;

// Who gave the answers. Asked kindly, and never mixed in results without saying so.
enum class HowAnswered : std::uint8_t {
  NotSaid,
  Self,
  Assisted,  // somebody helped to read, type or talk it over
  Proxy,     // somebody answered for them, as they think the person would
  Observed,  // somebody wrote down what they saw
};
constexpr bool is_known(HowAnswered how) { return how <= HowAnswered::Observed; }
constexpr std::string_view name_of(HowAnswered how) {
  constexpr std::string_view names[] = {"not said", "self", "assisted", "proxy", "observed"};
  return names[static_cast<unsigned>(how)];
}

// A question that was passed by on purpose; also allowed where an answer is required.
enum class Passed : std::uint8_t { Skipped, DoesNotKnow, DoesNotUnderstand };
constexpr bool is_known(Passed passed) { return passed <= Passed::DoesNotUnderstand; }
constexpr std::string_view name_of(Passed passed) {
  constexpr std::string_view names[] = {"skipped", "does not know", "does not understand"};
  return names[static_cast<unsigned>(passed)];
}

using PassedQuestions = std::map<std::string, Passed>;

struct Response {
  Edition edition;
  HowAnswered how = HowAnswered::NotSaid;
  Answers answers;
  PassedQuestions passed;
  std::string about_service;  // a survey about a visit: the service's id and name, never the day
  std::string about_service_name;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(edition), CEREAL_NVP(how), CEREAL_NVP(answers), CEREAL_NVP(passed), CEREAL_NVP(about_service),
            CEREAL_NVP(about_service_name), tail);
  }
};

struct AnonymousAnswers {
  static constexpr wire::SchemaId schema{301, 1};
  static constexpr wire::Limits limits{64 * 1024, 1024 * 1024, 24};
  AnswerId id;  // random, made for this letter alone: sending it again changes nothing
  Response response;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(id), CEREAL_NVP(response), tail);
  }
};

// A document of facet Own: a person's own named answers, as the council has them.
struct KeptAnswers {
  static constexpr wire::SchemaId schema{302, 1};
  Date day;
  Response response;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(day), CEREAL_NVP(response), tail);
  }
};

struct NamedAnswers {
  static constexpr wire::SchemaId schema{303, 1};
  static constexpr wire::Limits limits{64 * 1024, 1024 * 1024, 24};
  DocumentId document;
  Response response;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(document), CEREAL_NVP(response), tail);
  }
};

// A document of facet Visits; also, with its id in front, the operation that makes it.
struct VisitNote {
  static constexpr wire::SchemaId schema{305, 1};
  std::string service;
  std::string service_name;
  Date day;
  std::string words;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(service), CEREAL_NVP(service_name), CEREAL_NVP(day), CEREAL_NVP(words), tail);
  }
};

struct PutVisitNote {
  static constexpr wire::SchemaId schema{304, 1};
  DocumentId document;
  VisitNote note;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(document), CEREAL_NVP(note), tail);
  }
};

}  // namespace alongside::feedback
