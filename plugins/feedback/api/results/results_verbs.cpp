#include "plugins/feedback/api/results/results_verbs.hpp"

#include "app/base/text.hpp"
#include "app/server/feature.hpp"
#include "app/server/json_reader.hpp"
#include "plugins/feedback/api/files/saved_files.hpp"
#include "plugins/feedback/api/results/other_answers.hpp"
#include "plugins/feedback/api/results/redact_verb.hpp"
#include "plugins/feedback/api/results/release_shelf.hpp"
#include "plugins/feedback/api/results/report_html.hpp"
#include "plugins/feedback/api/results/results_report.hpp"
#include "plugins/feedback/api/results/sav_file_readstat.hpp"
#include "plugins/feedback/api/results/story_file.hpp"
#include "plugins/feedback/api/results/story_shelf.hpp"
#include "plugins/feedback/api/results/survey_lint.hpp"
#include "plugins/feedback/api/results/themes_file.hpp"
#include "plugins/feedback/api/survey_shelf.hpp"

#include <span>
#include <string>
#include <vector>

namespace alongside::feedback {
namespace {

using Arguments = std::span<const std::string>;
using server::FeatureContext;
using server::VerbArgumentKind;
using server::VerbArgumentUse;

constexpr server::JsonLimits results_file_limits{4 * 1024 * 1024, 32};
constexpr std::size_t most_printed = 900 * 1024;  // what the admin socket carries

Result<std::string> results(const FeatureContext& context, Arguments arguments) {
  const KeptResponses kept = ALONGSIDE_TRY(read_responses(context, arguments[0]));
  const SurveyId id = ALONGSIDE_TRY(SurveyId::parse(kept.survey.id));
  const Themes themes = ALONGSIDE_TRY(ReleaseShelf(context).themes(id));
  const AnswerTable table = count_answers(kept.questions, kept.responses, themes);
  if (!arguments[1].empty()) return results_json(kept, table);
  const auto files = ALONGSIDE_TRY(saved_files(context, kept));
  if (!arguments[4].empty()) return write_files(context, files, arguments[4]);
  if (arguments[2].empty() && arguments[3].empty()) return results_text(kept, table) + files_line(files);
  const auto words = ALONGSIDE_TRY(RedactionDesk(context.database).all(kept));
  ResponseRows rows = rows_of(kept, table, words);
  add_other_answers(rows, kept);
  add_files(rows, kept, files);
  if (!arguments[3].empty()) {
    ALONGSIDE_TRY(write_sav(rows, kept.survey.title.en, arguments[3]));
    return std::to_string(rows.rows.size()) + " responses are in " + arguments[3] + ".\n";
  }
  std::string csv = rows_csv(rows);
  if (csv.size() > most_printed) return Error{ErrorCode::TooLarge, "too many responses to print: use --sav FILE"};
  return csv;
}

// "how_was_it by again, again by how_answered"
Result<std::vector<CrossPair>> read_crosses(const std::string& text) {
  std::vector<CrossPair> crosses;
  if (trim(text).empty()) return crosses;
  for (const std::string_view part : split(text, ',')) {
    const std::size_t by = part.find(" by ");
    if (by == part.npos)
      return Error{ErrorCode::InvalidInput, "write cross-tabs like: \"how_was_it by again, again by how_answered\""};
    crosses.push_back({std::string(trim(part.substr(0, by))), std::string(trim(part.substr(by + 4)))});
  }
  return crosses;
}

Result<std::string> release(const FeatureContext& context, Arguments arguments) {
  const auto crosses = ALONGSIDE_TRY(read_crosses(arguments[1]));
  const Release made = ALONGSIDE_TRY(ReleaseShelf(context).make(arguments[0], crosses));
  std::string report = "Release " + std::to_string(made.number) + ": " + std::to_string(made.people) + " people, " +
                       std::to_string(made.tables.size()) + " tables, " + std::to_string(made.crosses.size()) +
                       " cross-tabs, " + std::to_string(made.words.size()) + " answers in words.\n";
  for (const wire::Bilingual& title : made.hidden) report += "Not shown, too few: " + title.en + "\n";
  return report;
}

Result<std::string> themes(const FeatureContext& context, Arguments arguments) {
  const KeptResponses kept = ALONGSIDE_TRY(read_responses(context, arguments[0]));
  const Themes themes =
      ALONGSIDE_TRY(parse_themes(ALONGSIDE_TRY(server::read_json_file(arguments[1], results_file_limits))));
  std::size_t unknown = themes.coded.size();
  for (const KeptResponse& response : kept.responses) unknown -= themes.coded.count(response.id.text());
  if (unknown > 0)
    return Error{ErrorCode::InvalidInput, std::to_string(unknown) + " of these responses are none of this survey's"};
  ALONGSIDE_TRY(ReleaseShelf(context).put_themes(ALONGSIDE_TRY(SurveyId::parse(kept.survey.id)), themes));
  return std::to_string(themes.themes.size()) + " themes, " + std::to_string(themes.coded.size()) +
         " responses coded. They are in the next release.\n";
}

Result<std::string> answer(const FeatureContext& context, Chance& chance, Arguments arguments) {
  const KeptResponses kept = ALONGSIDE_TRY(read_responses(context, arguments[0]));
  const auto steps =
      ALONGSIDE_TRY(parse_story(ALONGSIDE_TRY(server::read_json_file(arguments[1], results_file_limits))));
  const auto told = ALONGSIDE_TRY(StoryShelf(context).answer(kept.survey, steps, chance));
  if (!told.is_new) return std::string("These very words are published already. Nobody is told again.\n");
  return std::to_string(steps.size()) + " findings are published; " + std::to_string(told.people) +
         " people who answered by name have a notice.\n";
}

Result<std::string> close(const FeatureContext& context, const std::string& survey) {
  const auto id = SurveyId::parse(survey);
  if (!id.ok()) return Error{ErrorCode::InvalidInput, "give the id of a survey, as it stands in the announcements"};
  ALONGSIDE_TRY(SurveyShelf(context.database).close(id.value()));
  return std::string("Closed. What was answered stays; the file of announcements should say \"closed\" too.\n");
}

Result<std::string> lint(const std::string& path) {
  const auto notes = survey_lint(ALONGSIDE_TRY(server::read_json_file(path, results_file_limits)));
  std::string report;
  for (const std::string& note : notes) report += note + "\n";
  return report + (notes.empty() ? "Nothing to say: it reads well.\n" : std::to_string(notes.size()) + " notes.\n");
}

void add_reading(server::Verbs& verbs, const FeatureContext& context) {
  verbs.add(server::Role::Surveys,
            {"survey",
             "results",
             "Show everything that was answered, however few said it. For officers: do not publish it.",
             {{"ID", "the survey's id"},
              {"--json", "counts as JSON", VerbArgumentKind::Text, VerbArgumentUse::Flag},
              {"--csv", "a row for each response", VerbArgumentKind::Text, VerbArgumentUse::Flag},
              {"--sav", "the same as an SPSS file", VerbArgumentKind::Path, VerbArgumentUse::Optional},
              {"--files", "a folder for the photos, recordings and signatures", VerbArgumentKind::Path,
               VerbArgumentUse::Optional}},
             [&context](Arguments arguments) { return results(context, arguments); }});
  verbs.add_public(server::Role::Anybody, {"survey",
                                           "lint",
                                           "Say what could be asked better in a definition. Nothing is stored.",
                                           {{"FILE", "the questions, as SurveyJS JSON", VerbArgumentKind::Path}},
                                           [](Arguments arguments) { return lint(arguments[0]); },
                                           server::VerbNeeds::Nothing});
  verbs.add_public(
      server::Role::Anybody,
      {"survey",
       "report",
       "Write the year's report for scrutiny as an HTML file: what is released, what was done, what was not.",
       {{"FILE", "the file to write", VerbArgumentKind::Path},
        {"YEAR", "the year, like 2026"},
        {"--welsh", "in Welsh", VerbArgumentKind::Text, VerbArgumentUse::Flag}},
       [&context](Arguments arguments) {
         const auto language = arguments[2].empty() ? server::Language::English : server::Language::Welsh;
         return write_report(context, arguments[0], arguments[1], language);
       }});
}

void add_publishing(server::Verbs& verbs, const FeatureContext& context, Chance& chance) {
  verbs.add(
      server::Role::Surveys,
      {"survey",
       "release",
       "Freeze and publish the counts of those whom no release has counted yet. Small numbers are hidden.",
       {{"ID", "the survey's id"},
        {"--cross", "cross-tabs, like \"how_was_it by again\"", VerbArgumentKind::Text, VerbArgumentUse::Optional}},
       [&context](Arguments arguments) { return release(context, arguments); }});
  verbs.add(server::Role::Surveys,
            {"survey",
             "themes",
             "Take a file of themes and of which response has which, for the next release.",
             {{"ID", "the survey's id"}, {"FILE", "themes and responses, as JSON", VerbArgumentKind::Path}},
             [&context](Arguments arguments) { return themes(context, arguments); }});
  verbs.add(server::Role::Surveys,
            {"survey",
             "redact",
             "Read what people wrote, and let it pass or not. Nothing written is released before.",
             {{"ACTION", "list, approve or hide"},
              {"ID", "of list: the survey's id; else the id of the words"},
              {"--survey", "of approve and hide: the survey's id", VerbArgumentKind::Text, VerbArgumentUse::Optional},
              {"--words", "of approve: what is left of them", VerbArgumentKind::Text, VerbArgumentUse::Optional}},
             [&context](Arguments arguments) { return redact(context, arguments); }});
  verbs.add(server::Role::Surveys,
            {"survey",
             "answer",
             "Publish what families said, what was done and what could not be, and tell who answered by name.",
             {{"ID", "the survey's id"}, {"FILE", "findings, as JSON", VerbArgumentKind::Path}},
             [&context, &chance](Arguments arguments) { return answer(context, chance, arguments); }});
  verbs.add(server::Role::Surveys, {"survey",
                                    "close",
                                    "Close a survey before its day.",
                                    {{"ID", "the survey's id"}},
                                    [&context](Arguments arguments) { return close(context, arguments[0]); }});
}

}  // namespace

void add_results_verbs(server::Verbs& verbs, const FeatureContext& context, Chance& chance) {
  add_reading(verbs, context);
  add_publishing(verbs, context, chance);
}

}  // namespace alongside::feedback
