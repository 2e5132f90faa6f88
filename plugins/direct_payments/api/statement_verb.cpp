#include "plugins/direct_payments/api/statement_verb.hpp"

#include "app/server/verbs.hpp"
#include "plugins/direct_payments/api/statement_report.hpp"

namespace alongside::direct_payments {
namespace {

using server::VerbArgumentKind;
using server::VerbArgumentUse;

Result<std::string> report(std::span<const std::string> arguments) {
  const std::string& onto = arguments[1];
  const Statement statement = ALONGSIDE_TRY(read_statement_file(arguments[0]));
  const Statement known = onto.empty() ? Statement() : ALONGSIDE_TRY(read_statement_file(onto));
  const StatementReport told = report_on(statement, known);
  return arguments[2].empty() ? as_text(told) : as_json(told);
}

}  // namespace

void add_statement_verb(server::Verbs& verbs) {
  verbs.add_public(server::Role::Anybody,
                   {"ledger",
                    "import",
                    "Try a bank's file (CSV, OFX, QIF, CAMT.053): each line as it is read, and what would become of it."
                    " Nothing is stored.",
                    {{"FILE", "the file from the bank", VerbArgumentKind::Path},
                     {"--onto", "another bank's file, taken to be in the ledger already", VerbArgumentKind::Path,
                      VerbArgumentUse::Optional},
                     {"--json", "as JSON, amounts in pence", VerbArgumentKind::Text, VerbArgumentUse::Flag}},
                    report,
                    server::VerbNeeds::Nothing});
}

}  // namespace alongside::direct_payments
