#include "plugins/requests/api/personal.hpp"

#include "app/server/personal/personal_tables.hpp"
#include "app/server/retention/reap_rows.hpp"
#include "app/server/sync/documents.hpp"
#include "plugins/requests/model/family_request.hpp"

namespace alongside::requests {
namespace {

using server::HeldWords;
using server::PersonalContext;

void request_words(const FamilyRequest& request, HeldWords& words) {
  words.add({"Asked on", "Gofynnwyd ar"}, request.asked_on).add({"For", "Am"}, request.service_name);
  words.add({"What would help", "Beth fyddai'n helpu"}, request.needs).add({"When", "Pryd"}, request.when);
  words.add({"How to reach you", "Sut i gysylltu â chi"}, request.contact);
  for (const RequestStep& step : request.steps) {
    words.add(step.by == StepBy::Council ? server::Sentence{"We wrote", "Ysgrifennom ni"}
                                         : server::Sentence{"You wrote", "Ysgrifennoch chi"},
              step.words);
  }
}

Result<std::vector<std::string>> open_requests(const PersonalContext& context) {
  std::vector<std::string> open;
  for (const auto& document : ALONGSIDE_TRY(context.documents.all_by_council(FamilyRequest::schema.id))) {
    if (document.owner != context.person) continue;
    const auto request = wire::decode_payload<FamilyRequest>(document.content);
    if (request.ok() && is_open(request->status()))
      open.push_back("a request waits for an answer: " + document.id.text());
  }
  return open;
}

}  // namespace

void add_request_personal(server::PersonalTables& tables) {
  tables.kind<FamilyRequest>({"Something you asked for", "Rhywbeth y gofynnoch amdano"}, request_words);
  tables.open_matters(open_requests);
}

void add_request_retention(server::RetentionRules& rules) {
  rules.add({"requests", "what families asked for, from the last word on",
             "six years: as long as somebody may go to court over an answer", &server::Retention::requests,
             server::reap_kind<FamilyRequest>([](const FamilyRequest& request) -> std::optional<Date> {
               if (is_open(request.status())) return std::nullopt;
               return request.steps.back().day;
             })});
}

}  // namespace alongside::requests
