#include "plugins/requests/api/request_verbs.hpp"

#include "app/base/clock.hpp"
#include "app/server/feature.hpp"
#include "plugins/requests/api/answer_request.hpp"
#include "plugins/requests/api/request_content.hpp"
#include "plugins/requests/model/request_rules.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace alongside::requests {
namespace {

using Arguments = std::span<const std::string>;

struct Listed {
  DocumentId id;
  FamilyRequest request;
};

Result<std::vector<Listed>> all_of(const server::FeatureContext& context) {
  std::vector<Listed> all;
  for (const wire::Document& document : ALONGSIDE_TRY(context.documents.all_by_council(FamilyRequest::schema.id)))
    all.push_back({document.id, ALONGSIDE_TRY(wire::decode_payload<FamilyRequest>(document.content))});
  std::sort(all.begin(), all.end(), [](const Listed& a, const Listed& b) {
    return a.request.answer_by != b.request.answer_by ? a.request.answer_by < b.request.answer_by : a.id < b.id;
  });
  return all;
}

bool has_answer(const FamilyRequest& request) {
  return std::any_of(request.steps.begin(), request.steps.end(),
                     [](const RequestStep& step) { return step.by == StepBy::Council; });
}

// A line says what to do and by when; nothing in it says who.
std::string line_of(const Listed& one, Date today) {
  const FamilyRequest& request = one.request;
  std::string line = one.id.text() + "  asked " + request.asked_on.iso();
  if (!has_answer(request)) line += "  answer by " + request.answer_by.iso();
  if (!has_answer(request) && request.answer_by < today) line += " (late)";
  line += "  " + std::string(name_of(request.status())) + "  " + std::string(name_of(request.kind));
  if (!request.service_name.empty()) line += ": " + request.service_name;
  return line + "\n";
}

Result<std::string> list(const server::FeatureContext& context, bool shows_all) {
  std::string report;
  std::size_t open = 0;
  for (const Listed& one : ALONGSIDE_TRY(all_of(context))) {
    const bool is_one_open = is_open(one.request.status());
    if (is_one_open) ++open;
    if (is_one_open || shows_all) report += line_of(one, context.clock.today());
  }
  return report + std::to_string(open) + " open.\n";
}

std::string step_text(const RequestStep& step) {
  std::string text = step.day.iso() + "  " + (step.by == StepBy::Family ? "the family" : "the council") + "  " +
                     std::string(name_of(step.status)) + "\n";
  if (!step.words.en.empty()) text += step.words.en + "\n";
  if (!step.words.cy.empty()) text += step.words.cy + "\n";
  return text;
}

Result<std::string> show(const server::FeatureContext& context, const std::string& id_text) {
  const auto found = ALONGSIDE_TRY(find_request(context, id_text));
  const FamilyRequest& request = found.request;
  std::string report = line_of({found.document.id, request}, context.clock.today());
  report += "What would help: " + request.needs + "\n";
  if (!request.when.empty()) report += "When: " + request.when + "\n";
  if (!request.contact.empty()) report += "How to reach them: " + request.contact + "\n";
  for (const RequestStep& step : request.steps) report += step_text(step);
  return report;
}

}  // namespace

void add_request_verbs(server::Verbs& verbs, const server::FeatureContext& context, Chance& chance) {
  using server::VerbArgumentKind;
  using server::VerbArgumentUse;
  verbs.add(server::Role::Answers,
            {"requests",
             "list",
             "List what families ask for and has no end yet, what is due first at the top.",
             {{"--all", "also what has been answered for good", VerbArgumentKind::Text, VerbArgumentUse::Flag}},
             [&context](Arguments arguments) { return list(context, !arguments[0].empty()); }});
  verbs.add(server::Role::Answers,
            {"requests",
             "show",
             "Show one request in its family's words. They are personal: show them only to who works on it.",
             {{"ID", "its id, from the list"}},
             [&context](Arguments arguments) { return show(context, arguments[0]); }});
  verbs.add(server::Role::Answers,
            {"requests",
             "answer",
             "Answer one request. Its family sees the words and gets a notice.",
             {{"ID", "its id, from the list"},
              {"STATUS", "looked_at, question, waiting, yes or no"},
              {"WORDS", "what the family reads"},
              {"--welsh", "the same in Welsh", VerbArgumentKind::Text, VerbArgumentUse::Optional}},
             [&context, &chance](Arguments arguments) {
               return answer_request(context, chance, {arguments[0], arguments[1], {arguments[2], arguments[3]}});
             }});
}

}  // namespace alongside::requests
