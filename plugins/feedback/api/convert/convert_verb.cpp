#include "plugins/feedback/api/convert/convert_verb.hpp"

#include "app/base/text.hpp"
#include "app/server/verbs.hpp"
#include "app/server/whole_file.hpp"
#include "plugins/feedback/api/convert/limesurvey.hpp"
#include "plugins/feedback/api/convert/made_json.hpp"
#include "plugins/feedback/api/convert/xlsform.hpp"
#include "plugins/feedback/api/form_file.hpp"
#include "plugins/feedback/api/publish_check.hpp"
#include "plugins/feedback/model/response.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <utility>

namespace alongside::feedback {
namespace {

using Arguments = std::span<const std::string>;

Result<Converted> converted_bytes(std::string_view bytes) {
  if (bytes.starts_with("PK")) return convert_xlsform(ALONGSIDE_TRY(read_xlsx_book(bytes)));
  const std::string_view begins = trim(bytes.starts_with("\xEF\xBB\xBF") ? bytes.substr(3, 200) : bytes.substr(0, 200));
  const bool is_xml = begins.starts_with('<') || bytes.starts_with(std::string_view("\xFF\xFE<", 3)) ||
                      bytes.starts_with(std::string_view("\xFE\xFF\0<", 4));
  if (is_xml) return convert_limesurvey(bytes);
  return convert_xlsform(ALONGSIDE_TRY(read_csv_book(bytes)));
}

// What publishing would say of it, a line each: our own reader is asked.
std::string before_publishing(const server::JsonValue& json) {
  Result<Form> form = read_form(json);
  if (!form.ok()) return form.error().detail;
  Definition definition;
  definition.form = std::move(form).value();
  return publish_mistakes(definition);
}

std::string convert_report(const Converted& made) {
  std::string report = std::to_string(made.questions) + " questions are carried.\n";
  for (const LeftOut& one : made.left_out) report += "Not carried: " + one.place + ": " + one.why + "\n";
  if (made.left_out.empty()) report += "Nothing was left out.\n";
  const std::string mistakes = before_publishing(made.definition);
  for (const std::string_view line : split(mistakes, '\n')) {
    if (!line.empty()) report += "To mend before it can be published: " + std::string(line) + "\n";
  }
  return report;
}

Result<std::string> file_bytes(const std::string& path) {
  std::error_code trouble;
  const auto size = std::filesystem::file_size(path, trouble);
  if (trouble) return Error{ErrorCode::NotFound, "cannot read " + path};
  if (size > ConvertLimits::most_bytes) return Error{ErrorCode::TooLarge, path + " is larger than 16 MB"};
  std::ifstream file(path, std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file) return Error{ErrorCode::NotFound, "cannot read " + path};
  return bytes;
}

Result<std::string> convert(Arguments arguments) {
  const std::string bytes = ALONGSIDE_TRY(file_bytes(arguments[0]));
  const Result<ConvertedFile> made = convert_survey(bytes, arguments[2]);
  if (!made.ok()) return Error{made.error().code, arguments[0] + ": " + made.error().detail};
  ALONGSIDE_TRY(server::write_whole_file(arguments[1], made.value().definition));
  return made.value().report + "The definition is in " + arguments[1] + ".\n";
}

}  // namespace

Result<ConvertedFile> convert_survey(std::string_view bytes, const std::string& survey) {
  Converted made = ALONGSIDE_TRY(converted_bytes(bytes));
  if (made.questions == 0) return Error{ErrorCode::InvalidInput, "there is no question in it that we can ask"};
  const std::string report = convert_report(made);
  if (!survey.empty()) {
    const SurveyId id = ALONGSIDE_TRY(SurveyId::parse(survey));
    server::JsonValue ours = made_object();
    put(ours, "survey", made_text(id.text()));
    made.definition.members.emplace(made.definition.members.begin(), "alongside", std::move(ours));
  }
  return ConvertedFile{written_json(made.definition), report};
}

void add_convert_verb(server::Verbs& verbs) {
  using server::VerbArgumentKind;
  verbs.add_public(
      server::Role::Anybody,
      {"survey",
       "convert",
       "Make a definition of an XLSForm (.xlsx, .csv) or a LimeSurvey structure (.lss), and say what it left out.",
       {{"FILE", "the other tool's file", VerbArgumentKind::Path},
        {"OUT.json", "the definition to write, as SurveyJS JSON", VerbArgumentKind::Path},
        {"--survey", "the id of the announced survey", VerbArgumentKind::Text, server::VerbArgumentUse::Optional}},
       [](Arguments arguments) { return convert(arguments); },
       server::VerbNeeds::Nothing});
}

}  // namespace alongside::feedback
