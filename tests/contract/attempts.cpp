#include "tests/contract/attempts.hpp"

#include "app/wire/messages/family.hpp"
#include "app/wire/messages/notice.hpp"
#include "plugins/direct_payments/model/returns/changes.hpp"
#include "plugins/direct_payments/model/returns/return_period.hpp"
#include "plugins/feedback/model/response.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>

namespace alongside::contract {

namespace {

using namespace direct_payments;

const std::string survey_id = "74a1c6e8-3d09-4b52-8e1f-a06b5c92d7f3";
const Date day = Date::parse("2026-11-20").value();
constexpr AgreementMark nobodys_mark = 0xDEADBEEF;

// Of everybody who may have one; see fixtures/family/agreements.json.
DocumentId agreement_of(Who owner) {
  const std::string digit = std::to_string(static_cast<int>(owner));
  return DocumentId::parse("a" + digit + "000000-0000-4000-8000-00000000000" + digit).value();
}

bool may_own(Who who) { return who <= Who::YoungPerson || who == Who::Sharer; }

std::optional<Who> owner_of(Who actor, Whose whose) {
  switch (whose) {
    case Whose::Own: return may_own(actor) ? std::optional(actor) : std::nullopt;
    case Whose::LentToChange:
    case Whose::LentToSee: return Who::Sharer;
    case Whose::Kept: return actor == Who::Parent ? Who::Carer : Who::Parent;
    case Whose::Nobodys: break;
  }
  return std::nullopt;
}

RecordTransaction spend(AgreementMark agreement) {
  RecordTransaction spend;
  spend.agreement = agreement;
  spend.day = day;
  spend.postings = {{Account::Activities, Money::of_known(500)}, {Account::Bank, Money::of_known(-500)}};
  spend.text = "Swimming";
  return spend;
}

PutPlanItem planned(DocumentId id, DocumentId agreement) {
  PutPlanItem planned;
  planned.id = id;
  planned.item.agreement = agreement;
  planned.item.day = day;
  planned.item.name = "Swimming";
  planned.item.unit_cost = Money::of_known(500);
  return planned;
}

// Of a period without a payment, so that every figure is nought.
SendReturn empty_return(DocumentId agreement) {
  SendReturn sent;
  sent.agreement = agreement;
  sent.first = Date::parse("2026-10-05").value();
  sent.last = Date::parse("2026-11-01").value();
  sent.declared = Declared::Yes;
  return sent;
}

employing::Worker somebody() {
  employing::Worker worker;
  worker.name = "Mo Carter";
  worker.rate = Money::of_known(1300);
  worker.starts = Date(day.days() - 30);
  return worker;
}

employing::RecordHours a_minute_of(DocumentId worker) {
  employing::RecordHours hours;
  hours.worker = worker;
  hours.day = day;
  hours.minutes = 1;
  return hours;
}

}  // namespace

Attempts::Attempts(FamilyDevices& devices) : devices_(devices) {
  makers_ = {{"op direct_payments.alerts", &Attempts::choose_alerts},
             {"op direct_payments.ask_to_spend", &Attempts::ask_to_spend},
             {"op direct_payments.record", &Attempts::record},
             {"op direct_payments.reverse", &Attempts::reverse},
             {"op direct_payments.receipt", &Attempts::add_receipt},
             {"op direct_payments.plan", &Attempts::put_plan},
             {"op direct_payments.unplan", &Attempts::remove_plan},
             {"op direct_payments.return_send", &Attempts::send_return},
             {"op direct_payments.return_answer", &Attempts::answer_return},
             {"op employing.confirm", &Attempts::confirm_hours},
             {"op employing.hours", &Attempts::record_hours},
             {"op employing.worker", &Attempts::put_worker},
             {"op family.fact", &Attempts::fact},
             {"op family.preference", &Attempts::preference},
             {"op family.share", &Attempts::share},
             {"op feedback.answer", &Attempts::answer},
             {"op feedback.safety", &Attempts::safety},
             {"op feedback.visit_note", &Attempts::visit_note},
             {"op local_offer.keep_ask", &Attempts::keep_ask},
             {"op notices.read", &Attempts::notice_read},
             {"op comments.send", &Attempts::comment},
             {"op requests.add_words", &Attempts::add_words},
             {"op requests.ask", &Attempts::ask},
             {"op requests.take_back", &Attempts::take_back}};
  const ServerProcess& process = devices.server().process();
  REQUIRE(process.verb({"agreement", "import", FIXTURES "/family/agreements.json"}).exit_code == 0);
  REQUIRE(process.verb({"survey", "import", DEMO_COUNCIL "/surveys.json"}).exit_code == 0);
  REQUIRE(process.verb({"survey", "publish", DEMO_COUNCIL "/surveys/how_was_it.json"}).exit_code == 0);
  const auto survey =
      message_in<feedback::PublishedSurvey>(get(devices.server().port(), "/api/feedback/definitions/" + survey_id));
  REQUIRE(survey.ok());
  edition_ = survey->edition;
  // The file's family shares money; a plan and who comes to help are lent by their owner now.
  for (const Who viewer : {Who::Parent, Who::Carer, Who::Helper, Who::YoungPerson, Who::Restricted, Who::Former}) {
    for (const wire::Facet facet : {wire::Facet::Plan, wire::Facet::Workers})
      made_by(Who::Sharer, pushed(child_of_family(), wire::Share{person(viewer), facet, wire::ShareLevel::Change, {}}));
  }
}

std::optional<Pushed> Attempts::make(const std::string& row, Who actor, const wire::Subject& subject, Whose whose) {
  return (this->*makers_.at(row))({actor, subject, whose, owner_of(actor, whose)});
}

OperationId Attempts::made_by(Who owner, const Pushed& operation) {
  const Answer answer = devices_.push(owner, operation);
  REQUIRE(answer.result.code == "");
  return answer.id;
}

std::uint64_t Attempts::version_of(Who owner, DocumentId id) const {
  for (const wire::Document& document : devices_.feed(owner)) {
    if (document.id == id) return document.version;
  }
  return 0;
}

DocumentId Attempts::fact_of(Who owner, wire::Facet facet) {
  const auto [place, is_new] = facts_.try_emplace({owner, facet});
  if (is_new) {
    place->second = devices_.fresh<DocumentId>();
    made_by(owner, pushed(child_of_family(), wire::Fact{place->second, facet, "the first words", {}}));
  }
  return place->second;
}

DocumentId Attempts::newest_notice_of(Who owner) const {
  const auto documents = devices_.feed(owner);
  const auto is_notice = [](const wire::Document& document) { return document.kind == wire::Notice::schema.id; };
  const auto newest = std::find_if(documents.rbegin(), documents.rend(), is_notice);
  REQUIRE(newest != documents.rend());
  return newest->id;
}

// A spend at a service of the local offer puts a notice into the inbox of whoever wrote it down.
DocumentId Attempts::new_notice(Who owner) {
  RecordTransaction visit = spend(mark_of(agreement_of(owner)));
  visit.service = devices_.fresh<ServiceId>();
  made_by(owner, pushed(child_of_family(), visit));
  return newest_notice_of(owner);
}

std::optional<Pushed> Attempts::record(const Plan& plan) {
  if (plan.whose == Whose::LentToSee) return std::nullopt;
  return pushed(plan.subject, spend(plan.owner ? mark_of(agreement_of(*plan.owner)) : nobodys_mark));
}

// Who only looks may be told as well.
std::optional<Pushed> Attempts::reverse(const Plan& plan) {
  if (plan.whose == Whose::LentToSee) return std::nullopt;
  ReverseTransaction back;
  back.transaction = devices_.fresh<DocumentId>();
  back.reason = "It was another day";
  if (plan.owner) {
    const Pushed first = pushed(child_of_family(), spend(mark_of(agreement_of(*plan.owner))));
    back.transaction = DocumentId(made_by(*plan.owner, first).bytes());
  }
  return pushed(plan.subject, back);
}

std::optional<Pushed> Attempts::add_receipt(const Plan& plan) {
  if (plan.whose == Whose::LentToSee) return std::nullopt;
  AddReceipt receipt;
  receipt.transaction = devices_.fresh<DocumentId>();
  receipt.receipt = devices_.fresh<DocumentId>();
  if (plan.owner) {
    const Pushed paid = pushed(child_of_family(), spend(mark_of(agreement_of(*plan.owner))));
    receipt.transaction = DocumentId(made_by(*plan.owner, paid).bytes());
  }
  return pushed(plan.subject, receipt);
}

std::optional<Pushed> Attempts::put_plan(const Plan& plan) {
  if (plan.whose == Whose::LentToSee) return std::nullopt;
  const DocumentId agreement = plan.owner ? agreement_of(*plan.owner) : devices_.fresh<DocumentId>();
  return pushed(plan.subject, planned(devices_.fresh<DocumentId>(), agreement));
}

std::optional<Pushed> Attempts::remove_plan(const Plan& plan) {
  if (plan.whose == Whose::LentToSee) return std::nullopt;
  RemovePlanItem remove;
  remove.id = devices_.fresh<DocumentId>();
  if (plan.owner) made_by(*plan.owner, pushed(child_of_family(), planned(remove.id, agreement_of(*plan.owner))));
  return pushed(plan.subject, remove, 1);
}

DocumentId Attempts::agreement_over(std::optional<Who> owner) {
  IdBytes bytes{};
  for (std::size_t i = 0; i < 4; ++i) bytes[i] = static_cast<std::uint8_t>(++agreements_ >> (8 * (3 - i)));
  bytes[0] = 0xB0;
  const DocumentId id(bytes);
  if (!owner) return id;
  const wire::Subject child = child_of_family();
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/agreement.json";
  std::ofstream(path) << R"({"agreements": [{"id": ")" << id.text() << R"(", "household": ")" << child.household.text()
                      << R"(", "child": ")" << child.id.text() << R"(", "payee": ")" << person(*owner).text()
                      << R"(", "period_days": 28, "first_day": "2026-10-05", "pounds_per_period": "300.00",
    "starts": "2026-10-05", "letter": {"title": {"en": "A letter"}, "date": "2026-10-01"}, "payments": []}]})";
  REQUIRE(devices_.server().process().verb({"agreement", "import", path}).exit_code == 0);
  return id;
}

std::optional<Pushed> Attempts::send_return(const Plan& plan) {
  if (plan.whose == Whose::LentToSee) return std::nullopt;
  const SendReturn sent = empty_return(agreement_over(plan.owner));
  return pushed(plan.subject, sent);
}

std::optional<Pushed> Attempts::answer_return(const Plan& plan) {
  if (plan.whose == Whose::LentToSee) return std::nullopt;
  AnswerReturn answer;
  answer.id = devices_.fresh<DocumentId>();
  answer.words = "It was the bus";
  if (!plan.owner || *plan.owner == Who::Helper) return pushed(plan.subject, answer);
  const SendReturn sent = empty_return(agreement_over(plan.owner));
  made_by(*plan.owner, pushed(child_of_family(), sent));
  answer.id = return_id(sent.agreement, sent.first);
  return pushed(plan.subject, answer);
}

std::optional<Pushed> Attempts::fact(const Plan& plan) {
  wire::Fact fact{devices_.fresh<DocumentId>(), wire::Facet::Diary, "other words", {}};
  if (!plan.owner) return pushed(plan.subject, fact, plan.whose == Whose::Own ? 0 : 1);
  if (plan.whose == Whose::LentToChange) fact.facet = wire::Facet::Money;
  if (plan.whose == Whose::LentToSee) fact.facet = wire::Facet::CareNotes;
  fact.id = fact_of(*plan.owner, fact.facet);
  return pushed(plan.subject, fact, version_of(*plan.owner, fact.id));
}

std::optional<Pushed> Attempts::preference(const Plan& plan) {
  if (plan.whose != Whose::Own) return std::nullopt;
  return pushed(plan.subject, wire::Preference{devices_.fresh<DocumentId>(), "contract.colour", "green", {}});
}

std::optional<Pushed> Attempts::share(const Plan& plan) {
  if (plan.whose != Whose::Own) return std::nullopt;
  const Who viewer = plan.actor == Who::Carer ? Who::Parent : Who::Carer;
  return pushed(plan.subject, wire::Share{person(viewer), wire::Facet::School, wire::ShareLevel::See, {}});
}

std::optional<Pushed> Attempts::answer(const Plan& plan) {
  if (plan.whose != Whose::Own) return std::nullopt;
  feedback::NamedAnswers named;
  named.document = devices_.fresh<DocumentId>();
  named.response.edition = edition_;
  named.response.how = feedback::HowAnswered::Self;
  named.response.answers = {{"how_was_it", feedback::Value::of_number(4)},
                            {"best_bit", feedback::Value::of_text("the slide")}};
  return pushed(plan.subject, named);
}

std::optional<Pushed> Attempts::safety(const Plan& plan) {
  if (plan.whose != Whose::Own) return std::nullopt;
  feedback::PutSafetyCall put;
  put.call.id = devices_.fresh<feedback::SafetyId>();
  put.call.words = "Somebody shouts at night";
  return pushed(plan.subject, put);
}

std::optional<Pushed> Attempts::visit_note(const Plan& plan) {
  if (plan.whose == Whose::LentToSee) return std::nullopt;
  feedback::PutVisitNote put;
  put.document = devices_.fresh<DocumentId>();
  put.note.day = day;
  put.note.words = "They laughed";
  if (plan.whose == Whose::Own) return pushed(plan.subject, put);
  if (plan.owner) made_by(*plan.owner, pushed(child_of_family(), put));
  put.note.words = "They did not";
  return pushed(plan.subject, put, 1);
}

std::optional<Pushed> Attempts::keep_ask(const Plan& plan) {
  if (plan.whose != Whose::Own) return std::nullopt;
  local_offer::KeepAsk keep;
  keep.id = devices_.fresh<DocumentId>();
  keep.ask.service = devices_.fresh<ServiceId>().text();
  keep.ask.name = "Farm Tea";
  keep.ask.of = local_offer::tell_bit(local_offer::TellOf::Space);
  return pushed(plan.subject, keep);
}

std::optional<Pushed> Attempts::notice_read(const Plan& plan) {
  if (plan.whose == Whose::LentToSee) return std::nullopt;
  wire::NoticeRead read{devices_.fresh<DocumentId>(), {}};
  if (plan.owner) read.notice = new_notice(*plan.owner);
  return pushed(plan.subject, read);
}

std::optional<Pushed> Attempts::comment(const Plan& plan) {
  if (plan.whose != Whose::Own) return std::nullopt;
  comments::SendRemark sent;
  sent.id = devices_.fresh<DocumentId>();
  sent.remark.words = "More swimming";
  return pushed(plan.subject, sent);
}

requests::AskFor Attempts::new_request() {
  requests::AskFor ask;
  ask.id = devices_.fresh<DocumentId>();
  ask.needs = "An afternoon to sleep";
  return ask;
}

// Of the owner, if they are somebody who may ask at all. Another's stays as it was, so one does for all attempts.
DocumentId Attempts::request_of(const Plan& plan) {
  const requests::AskFor ask = new_request();
  if (!plan.owner || *plan.owner == Who::Helper) return ask.id;
  const bool is_another = plan.whose != Whose::Own && !requests_.try_emplace(*plan.owner, ask.id).second;
  if (is_another) return requests_.at(*plan.owner);
  made_by(*plan.owner, pushed(child_of_family(), ask));
  return ask.id;
}

std::optional<Pushed> Attempts::ask(const Plan& plan) {
  if (plan.whose != Whose::Own) return std::nullopt;
  return pushed(plan.subject, new_request());
}

std::optional<Pushed> Attempts::add_words(const Plan& plan) {
  if (plan.whose == Whose::LentToSee) return std::nullopt;
  return pushed(plan.subject, requests::AddWords{request_of(plan), "And on Sundays", {}}, 1);
}

std::optional<Pushed> Attempts::take_back(const Plan& plan) {
  if (plan.whose == Whose::LentToSee) return std::nullopt;
  return pushed(plan.subject, requests::TakeBack{request_of(plan), {}}, 1);
}

DocumentId Attempts::worker_of(const Plan& plan) {
  if (!plan.owner) return devices_.fresh<DocumentId>();
  const auto [place, is_new] = workers_.try_emplace(*plan.owner);
  if (is_new) {
    place->second = devices_.fresh<DocumentId>();
    made_by(*plan.owner, pushed(child_of_family(), employing::PutWorker{place->second, somebody(), {}}));
  }
  return place->second;
}

std::optional<Pushed> Attempts::put_worker(const Plan& plan) {
  if (plan.whose == Whose::LentToSee) return std::nullopt;
  if (plan.whose == Whose::Own)
    return pushed(plan.subject, employing::PutWorker{devices_.fresh<DocumentId>(), somebody(), {}});
  const DocumentId id = worker_of(plan);
  const std::uint64_t version = plan.owner ? version_of(*plan.owner, id) : 1;
  return pushed(plan.subject, employing::PutWorker{id, somebody(), {}}, version);
}

std::optional<Pushed> Attempts::record_hours(const Plan& plan) {
  if (plan.whose == Whose::LentToSee) return std::nullopt;
  return pushed(plan.subject, a_minute_of(worker_of(plan)));
}

std::optional<Pushed> Attempts::confirm_hours(const Plan& plan) {
  if (plan.whose == Whose::LentToSee) return std::nullopt;
  const DocumentId worker = worker_of(plan);
  DocumentId entry = devices_.fresh<DocumentId>();
  if (plan.owner) entry = DocumentId(made_by(*plan.owner, pushed(child_of_family(), a_minute_of(worker))).bytes());
  return pushed(plan.subject, employing::ConfirmHours{worker, {entry}, employing::WorkerSays::Right, {}, {}});
}

}  // namespace alongside::contract
