// WorkerForm: whom somebody is about to add or change, as they are typing it. Kept as a draft exactly as typed.
#pragma once

#include "plugins/employing/model/work_rules.hpp"

#include <string>
#include <variant>
#include <vector>

namespace alongside::employing {

struct WorkerForm {
  static constexpr wire::SchemaId schema{520, 1};
  std::string child;  // a subject's id
  std::string name;
  std::string rate;
  std::string mile_rate;
  std::string period;  // by name
  std::string starts;
  std::string ends;
  std::string age;  // by name
  std::string birth;
  bool apprentice = false;
  bool with_pay = false;
  std::string pension;  // "by_rule", "joined", "left_out"
  bool allowance = false;
  wire::Tail tail{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(CEREAL_NVP(child), CEREAL_NVP(name), CEREAL_NVP(rate), CEREAL_NVP(mile_rate), CEREAL_NVP(period),
            CEREAL_NVP(starts), CEREAL_NVP(ends), CEREAL_NVP(age), CEREAL_NVP(birth), CEREAL_NVP(apprentice),
            CEREAL_NVP(with_pay), CEREAL_NVP(pension), CEREAL_NVP(allowance), tail);
  }
};

enum class WorkerField : std::uint8_t { Name, Rate, MileRate, Starts, Ends, Birth };
struct WorkerMistake {
  WorkerField field;
  WorkFault fault;
};

// As it stands before anybody types, and for a worker who is to be changed.
WorkerForm empty_form(Date today);
WorkerForm form_of(const Worker& worker);
// The worker, or each field to put right.
std::variant<Worker, std::vector<WorkerMistake>> read_form(const WorkerForm& form, Date today);

}  // namespace alongside::employing
