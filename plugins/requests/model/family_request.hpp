// FamilyRequest: something a family asks the council for, and all that became of it: a short break, an
// assessment, or something else. One document of facet Own: only whoever asked sees it, since why somebody needs a
// break may be what another adult must not read. Made and changed by model/changes.hpp and by the council's verbs.
#pragma once

#include "app/base/date.hpp"
#include "app/base/ids.hpp"
#include "app/wire/messages/council.hpp"
#include "app/wire/schema.hpp"
#include "app/wire/types.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace alongside::requests {

enum class RequestKind : std::uint8_t {
  ShortBreak,
  Assessment,       // of what the child needs (Children Act 1989 s17)
  CarerAssessment,  // of what the parent needs to go on caring (Children Act 1989 s17ZD)
  SomethingElse,
};
constexpr bool is_known(RequestKind kind) { return kind <= RequestKind::SomethingElse; }

enum class RequestStatus : std::uint8_t {
  Asked,
  LookedAt,  // somebody at the council is on it
  Question,  // the council needs to know something first
  Waiting,   // agreed, and there is no place yet
  Yes,
  No,
  TakenBack,
};
constexpr bool is_known(RequestStatus status) { return status <= RequestStatus::TakenBack; }
// Whether somebody still has to do something.
constexpr bool is_open(RequestStatus status) { return status <= RequestStatus::Waiting; }

constexpr std::string_view name_of(RequestKind kind) {
  constexpr std::string_view names[] = {"short_break", "assessment", "carer_assessment", "something_else"};
  return names[static_cast<unsigned>(kind)];
}
constexpr std::string_view name_of(RequestStatus status) {
  constexpr std::string_view names[] = {"asked", "looked_at", "question", "waiting", "yes", "no", "taken_back"};
  return names[static_cast<unsigned>(status)];
}

enum class StepBy : std::uint8_t { Family, Council };
constexpr bool is_known(StepBy by) { return by <= StepBy::Council; }

// One thing that happened, in order.
struct RequestStep {
  Date day;
  StepBy by = StepBy::Family;
  RequestStatus status = RequestStatus::Asked;  // from then on
  wire::Bilingual words;                        // a family's stand in en, in whatever language they wrote
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(day), CEREAL_NVP(by), CEREAL_NVP(status), CEREAL_NVP(words), tail);
  }
};

struct FamilyRequest {
  static constexpr wire::SchemaId schema{400, 1};
  static constexpr std::size_t most_words = 4000;  // bytes of what one of them says at a time
  static constexpr std::size_t most_line = 400;    // bytes of a line
  static constexpr std::size_t most_steps = 100;

  RequestKind kind = RequestKind::ShortBreak;
  ServiceId service;  // nil: none was named
  std::string service_name;
  std::string needs;    // what would help
  std::string when;     // when it is needed; may be empty
  std::string contact;  // how to reach them beside the app; may be empty
  Date asked_on;
  Date answer_by;  // when the council means to have answered first
  std::vector<RequestStep> steps;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(kind), CEREAL_NVP(service), CEREAL_NVP(service_name), CEREAL_NVP(needs), CEREAL_NVP(when),
            CEREAL_NVP(contact), CEREAL_NVP(asked_on), CEREAL_NVP(answer_by), CEREAL_NVP(steps), tail);
  }

  RequestStatus status() const { return steps.empty() ? RequestStatus::Asked : steps.back().status; }
};

}  // namespace alongside::requests
