#include "plugins/direct_payments/api/ledger_export.hpp"

#include "app/server/feature.hpp"
#include "app/server/verbs.hpp"
#include "app/server/whole_file.hpp"
#include "plugins/direct_payments/api/ledger_journal.hpp"
#include "plugins/direct_payments/api/spending/question_shelf.hpp"

#include <optional>
#include <span>
#include <string>

namespace alongside::direct_payments {
namespace {

using server::VerbArgumentKind;
using server::VerbArgumentUse;

// What the council answered before money was spent, as comments: no sum of the journal depends on them.
Result<std::string> answers_text(const server::FeatureContext& context, const std::optional<DocumentId>& agreement) {
  std::string text;
  for (const KeptQuestion& one : ALONGSIDE_TRY(all_questions(context))) {
    const bool counts = !one.content.is_open() && (!agreement || one.content.agreement == *agreement);
    if (counts) text += "; agreement " + one.content.agreement.text() + "\n" + question_lines(one, "; ");
  }
  return text.empty() ? text : "; What the council answered in writing.\n" + text;
}

Result<std::string> export_ledger(const server::FeatureContext& context, const std::string& path,
                                  const std::string& of) {
  const bool is_csv = path.ends_with(".csv");
  if (!is_csv && !path.ends_with(".journal"))
    return Error{ErrorCode::InvalidInput, "write a file's name that ends in .journal or .csv"};
  std::optional<DocumentId> agreement;
  if (!of.empty()) {
    const auto id = DocumentId::parse(of);
    if (!id.ok()) return Error{ErrorCode::InvalidInput, "give the id of an agreement: council-api agreement list"};
    agreement = id.value();
  }
  const auto entries = ALONGSIDE_TRY(read_ledger(context, agreement));
  const std::string text =
      is_csv ? as_csv(entries) : as_journal(entries) + ALONGSIDE_TRY(answers_text(context, agreement));
  ALONGSIDE_TRY(server::write_whole_file(path, text));
  return std::to_string(entries.size()) + " transactions written to " + path + ".\n";
}

}  // namespace

void add_ledger_export(server::Verbs& verbs, const server::FeatureContext& context) {
  verbs.add(server::Role::Money,
            {"ledger",
             "export",
             "Write the ledger as double entry for hledger and ledger (.journal), or as a table (.csv). It is personal:"
             " give it only to who works on it.",
             {{"FILE", "a name that ends in .journal or .csv", VerbArgumentKind::Path},
              {"--agreement", "the id of one agreement", VerbArgumentKind::Text, VerbArgumentUse::Optional}},
             [&context](std::span<const std::string> given) { return export_ledger(context, given[0], given[1]); }});
}

}  // namespace alongside::direct_payments
