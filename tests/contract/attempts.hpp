// Attempts: for each operation that the access table has a row for, one that is good in everything but
// perhaps the right to it. Whoever adds an operation adds it here, or the test that walks the table
// fails. Used by access_operations_test.cpp.
#pragma once

#include "plugins/comments/model/remark.hpp"
#include "plugins/direct_payments/model/changes.hpp"
#include "plugins/employing/model/changes.hpp"
#include "plugins/feedback/model/definition.hpp"
#include "plugins/feedback/model/safety_call.hpp"
#include "plugins/local_offer/model/told_ask.hpp"
#include "plugins/requests/model/changes.hpp"
#include "tests/contract/family_devices.hpp"

#include <map>
#include <optional>
#include <string>

namespace alongside::contract {

// Of whom the thing is that an operation is about.
enum class Whose {
  Own,           // the actor's own, or a new one of theirs
  LentToChange,  // its owner lets them change it
  LentToSee,     // its owner lets them see it
  Kept,          // its owner keeps it from them
  Nobodys,       // there never was such a thing
};
constexpr Whose every_whose[] = {Whose::Own, Whose::LentToChange, Whose::LentToSee, Whose::Kept};

class Attempts {
 public:
  explicit Attempts(FamilyDevices& devices);

  bool knows(const std::string& row) const { return makers_.contains(row); }
  // Makes the thing first, as its owner, where there must be one. Nothing when no such operation can be
  // about such a thing.
  std::optional<Pushed> make(const std::string& row, Who actor, const wire::Subject& subject, Whose whose);
  // Something new in the owner's inbox: they are asked how it was where they spent.
  DocumentId new_notice(Who owner);

 private:
  struct Plan {
    Who actor;
    wire::Subject subject;
    Whose whose;
    std::optional<Who> owner;  // of the thing that is there; none when there is none
  };
  using Maker = std::optional<Pushed> (Attempts::*)(const Plan&);

  std::optional<Pushed> record(const Plan& plan);
  std::optional<Pushed> reverse(const Plan& plan);
  std::optional<Pushed> add_receipt(const Plan& plan);
  std::optional<Pushed> choose_alerts(const Plan& plan);
  std::optional<Pushed> ask_to_spend(const Plan& plan);
  std::optional<Pushed> put_plan(const Plan& plan);
  std::optional<Pushed> remove_plan(const Plan& plan);
  std::optional<Pushed> send_return(const Plan& plan);
  std::optional<Pushed> answer_return(const Plan& plan);
  std::optional<Pushed> fact(const Plan& plan);
  std::optional<Pushed> preference(const Plan& plan);
  std::optional<Pushed> share(const Plan& plan);
  std::optional<Pushed> answer(const Plan& plan);
  std::optional<Pushed> safety(const Plan& plan);
  std::optional<Pushed> visit_note(const Plan& plan);
  std::optional<Pushed> keep_ask(const Plan& plan);
  std::optional<Pushed> notice_read(const Plan& plan);
  std::optional<Pushed> comment(const Plan& plan);
  std::optional<Pushed> ask(const Plan& plan);
  std::optional<Pushed> add_words(const Plan& plan);
  std::optional<Pushed> take_back(const Plan& plan);
  std::optional<Pushed> put_worker(const Plan& plan);
  std::optional<Pushed> record_hours(const Plan& plan);
  std::optional<Pushed> confirm_hours(const Plan& plan);

  // Makes something as its owner, who may; the id of the operation.
  OperationId made_by(Who owner, const Pushed& operation);
  DocumentId fact_of(Who owner, wire::Facet facet);
  std::uint64_t version_of(Who owner, DocumentId id) const;
  DocumentId newest_notice_of(Who owner) const;
  // An agreement whose first period is over, of the owner, if anybody is; nobody's otherwise.
  DocumentId agreement_over(std::optional<Who> owner);
  requests::AskFor new_request();
  DocumentId request_of(const Plan& plan);
  DocumentId worker_of(const Plan& plan);  // one of each owner, made when it is first needed

  FamilyDevices& devices_;
  std::map<std::string, Maker> makers_;
  std::map<std::pair<Who, wire::Facet>, DocumentId> facts_;
  std::map<Who, DocumentId> requests_;
  std::map<Who, DocumentId> workers_;
  feedback::Edition edition_;
  std::uint32_t agreements_ = 0;  // made here
};

}  // namespace alongside::contract
