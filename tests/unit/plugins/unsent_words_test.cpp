// Every change that a person can make is told in words, in both languages; what is private is named and not told.
#include "plugins/unsent/pages/tell_changes.hpp"
#include "plugins/unsent/words.hpp"

#include "app/wire/messages/family.hpp"
#include "app/wire/messages/notice.hpp"
#include "plugins/comments/model/remark.hpp"
#include "plugins/direct_payments/model/alerts/alert_choice.hpp"
#include "plugins/direct_payments/model/changes.hpp"
#include "plugins/direct_payments/model/returns/changes.hpp"
#include "plugins/direct_payments/model/spending/spend_question.hpp"
#include "plugins/employing/model/changes.hpp"
#include "plugins/feedback/model/response.hpp"
#include "plugins/feedback/model/safety_call.hpp"
#include "plugins/local_offer/model/told_ask.hpp"
#include "plugins/requests/model/changes.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace alongside;

namespace {

const wire::Subject riley{HouseholdId(IdBytes{1}), SubjectId(IdBytes{5})};

wire::SessionInfo session() {
  wire::SessionInfo info;
  info.person = PersonId(IdBytes{7});
  info.own = {HouseholdId(IdBytes{1}), SubjectId(IdBytes{7})};
  info.children = {{riley, "Riley Ashford", wire::FamilyRole::Parent, {}}};
  return info;
}

struct Telling {
  ui::Words words;
  Telling() { words.add(unsent_words); }

  // "Money that you spent: For Swimming; How much £7.35; …"
  template <wire::Message T>
  std::string of(const T& made, ChangeState state = ChangeState::Kept) {
    KeptChange kept;
    kept.made.subject = riley;
    kept.made.kind = T::schema.id;
    kept.made.edition = T::schema.version;
    kept.made.made_at_ms = 1'795'348'800'000;
    kept.made.payload = wire::encode_payload(made);
    kept.state = state;
    return text(unsent::in_words(kept, session(), words));
  }
  static std::string text(const ChangeWords& said) {
    std::string text = said.what;
    for (const auto& [name, value] : said.facts) text += "; " + name + ": " + value;
    return text;
  }
};

const std::string ends = "; About: Riley Ashford; Written on: 22 November 2026";
const Date day = Date::parse("2026-11-21").value();

}  // namespace

TEST_CASE("a payment is told with what it was for, how much, when, and whose") {
  Telling tell;
  using namespace direct_payments;
  RecordTransaction record;
  record.day = day;
  record.text = "Swimming";
  record.postings = {{Account::Activities, Money::of_known(735)}, {Account::Bank, Money::of_known(-735)}};
  record.receipts = {DocumentId(IdBytes{1})};
  CHECK(tell.of(record) ==
        "Money that you spent; For: Swimming; How much: £7.35; Day: 21 November 2026; Photos and papers: 1" + ends);
  record.postings = {{Account::Bank, Money::of_known(500)}, {Account::FamilyContribution, Money::of_known(-500)}};
  CHECK(tell.of(record).starts_with("Money that came in; For: Swimming; How much: £5.00"));
  record.postings = {{Account::Bank, Money::of_known(500)}, {Account::PrepaidCard, Money::of_known(-500)}};
  CHECK(tell.of(record).starts_with("Money that you moved"));
}

TEST_CASE("every kind of change has words of its own") {
  Telling tell;
  {
    using namespace direct_payments;
    CHECK(tell.of(ReverseTransaction{{}, "Twice", {}}) == "A payment that you took back; Why: Twice" + ends);
    PutPlanItem plan;
    plan.item.name = "Club";
    plan.item.unit_cost = Money::of_known(1200);
    plan.item.units = 2;
    plan.item.day = day;
    CHECK(tell.of(plan) == "Something in your plan; For: Club; Cost each time: £24.00; Day: 21 November 2026" + ends);
    CHECK(tell.of(RemovePlanItem{{}, "Club", {}}) == "Something taken out of your plan; For: Club" + ends);
    CHECK(tell.of(AddReceipt{}) == "A receipt for a payment" + ends);
    CHECK(tell.of(SendReturn{}).starts_with("A return to the council; From: "));
    CHECK(tell.of(AnswerReturn{{}, "The bus", {}, {}}) ==
          "An answer to the council about a return; Your words: The bus" + ends);
    CHECK(tell.of(AskToSpend{{}, {}, "A bike", Money::of_known(9900), "To ride", {}}) ==
          "A question before you spend; For: A bike; How much: £99.00; Why: To ride" + ends);
    CHECK(tell.of(ChooseAlerts{}) == "What you want to be told about your money" + ends);
  }
  {
    using namespace requests;
    AskFor ask;
    ask.service_name = "Swim Club";
    ask.needs = "Two hours";
    CHECK(tell.of(ask) == "You ask for a short break; Where: Swim Club; What would help: Two hours" + ends);
    CHECK(tell.of(AddWords{{}, "Please", {}}) == "More about something that you asked for; Your words: Please" + ends);
    CHECK(tell.of(TakeBack{}) == "You take back something that you asked for" + ends);
  }
  {
    using namespace employing;
    PutWorker put;
    put.worker.name = "Ana";
    put.worker.rate = Money::of_known(1350);
    put.worker.starts = day;
    CHECK(tell.of(put) ==
          "Somebody you pay to help; Name: Ana; Pay for an hour: £13.50; First day: 21 November 2026" + ends);
    RecordHours hours;
    hours.day = day;
    hours.minutes = 150;
    CHECK(tell.of(hours) ==
          "Hours of somebody who helps you; Day: 21 November 2026; How long: 2 hours 30 minutes" + ends);
    CHECK(tell.of(ConfirmHours{}) == "Your helper says that the hours are right" + ends);
  }
  {
    comments::SendRemark sent;
    sent.remark.words = "Lovely";
    CHECK(tell.of(sent) == "A comment on the local offer; Your words: Lovely" + ends);
    local_offer::KeepAsk keep;
    keep.ask.of = 1;
    keep.ask.name = "Swim Club";
    CHECK(tell.of(keep) == "You want to be told about a service; Service: Swim Club" + ends);
    feedback::NamedAnswers answers;
    answers.response.answers = {{"why", feedback::Value::of_text("It was fun")},
                                {"liked", feedback::Value::of_number(4)}};
    CHECK(tell.of(answers) == "Answers to a survey, with your name; Your words: It was fun" + ends);
    feedback::PutVisitNote visit;
    visit.note.service_name = "Swim Club";
    visit.note.day = day;
    CHECK(tell.of(visit) == "How a visit was; About: Swim Club; Day: 21 November 2026" + ends);
  }
  CHECK(tell.of(wire::Fact{{}, wire::Facet::School, "Marl End", {}}) ==
        "Something about your family; Your words: Marl End" + ends);
  CHECK(tell.of(wire::Share{}) == "Who may see what" + ends);
  CHECK(tell.of(wire::Preference{}) == "A choice of yours" + ends);
  CHECK(tell.of(wire::NoticeRead{}) == "A message that you have read" + ends);
}

TEST_CASE("a call for safety is named as private: whoever finds the file does not read it") {
  Telling tell;
  feedback::PutSafetyCall call;
  call.call.words = "Somebody hurts me";
  call.call.reach = "At school";
  CHECK(tell.of(call) == "Something private to the council. We do not show it here." + ends);
}

TEST_CASE("what the council did not take says so, and a change that nobody knows is still listed") {
  Telling tell;
  CHECK(tell.of(wire::Share{}, ChangeState::Refused) == "Who may see what" + ends + "; The council: Could not take it");
  KeptChange kept;
  kept.made.kind = 65'000;
  kept.made.subject = session().own;
  kept.made.made_at_ms = 1'795'348'800'000;
  CHECK(Telling::text(unsent::in_words(kept, session(), tell.words)) ==
        "A change; About: You; Written on: 22 November 2026");
  kept.made.kind = wire::Fact::schema.id;
  kept.made.edition = wire::Fact::schema.version + 1;
  CHECK(unsent::in_words(kept, session(), tell.words).what == "A change");
}

TEST_CASE("in Welsh it is told in Welsh") {
  Telling tell;
  tell.words.use(ui::Language::Welsh);
  CHECK(tell.of(wire::Share{}).starts_with("Pwy sy'n cael gweld beth; Am: Riley Ashford"));
}
